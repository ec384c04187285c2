extension RandomSchema {
  /// The smallest schema that comes of leaving out models, lines and options one after the other while `fails` holds.
  func shrunk(while fails: (RandomSchema) throws -> Bool) rethrows -> RandomSchema {
    var schema = self
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      func accept(_ smaller: RandomSchema) throws -> Bool {
        guard !smaller.models.isEmpty, try fails(smaller) else { return false }
        schema = smaller
        hasChanged = true
        return true
      }
      for index in schema.models.indices.reversed() where index < schema.models.count {
        _ = try accept(schema.removing([schema.models[index].name]))
      }
      for index in schema.models.indices {
        for part in schema.models[index].parts.indices.reversed() {
          var smaller = schema
          smaller.models[index].parts.remove(at: part)
          if try accept(smaller) { continue }
          for option in schema.models[index].parts[part].options.indices.reversed() {
            var smaller = schema
            smaller.models[index].parts[part].options.remove(at: option)
            _ = try accept(smaller)
          }
        }
      }
      let lines = schema.head.split(separator: "\n", omittingEmptySubsequences: true)
      for line in lines where !line.hasPrefix("database") {
        var smaller = schema
        smaller.head = schema.head.replacing(line + "\n", with: "")
        _ = try accept(smaller)
      }
    }
    return schema
  }
}
