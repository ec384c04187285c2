import SchemaLanguage

/// A schema of random models.
struct RandomSchema: Sendable {
  /// What stands before the models, but for the target.
  var head: String
  let target: Target
  var models: [RandomModel]

  /// The text, and the bytes of it that each model has.
  var rendered: (text: String, places: [Range<Int>]) {
    var text = "target: \(target.rawValue)\n\(head)models:\n"
    var places: [Range<Int>] = []
    for model in models {
      let start = text.utf8.count
      text += model.text
      places.append(start..<text.utf8.count)
    }
    return (text, places)
  }

  /// The schema of the models called `names` and of all that these name, directly or not.
  func restricted(to names: Set<String>) -> RandomSchema {
    var needed = names
    var waiting = Array(names)
    let known = Dictionary(uniqueKeysWithValues: models.map { ($0.name, $0.targets) })
    while let name = waiting.popLast() {
      for target in known[name] ?? [] where needed.insert(target).inserted { waiting.append(target) }
    }
    var schema = self
    schema.models = models.filter { needed.contains($0.name) }
    return schema
  }

  /// The schema without the models called `names` and without those that name them, directly or not.
  func removing(_ names: Set<String>) -> RandomSchema {
    var removed = names
    var schema = self
    var count = -1
    while removed.count != count {
      count = removed.count
      for model in schema.models where !model.targets.isDisjoint(with: removed) { removed.insert(model.name) }
      schema.models.removeAll { removed.contains($0.name) }
    }
    return schema
  }
}
