import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// `partition` of a model.
  mutating func readPartition(_ entry: YAMLEntry) -> PartitionDeclaration? {
    guard let entries = readEntries(entry, ModelKey.partition) else { return nil }
    var methods: [(key: YAMLNode, method: PartitionDeclaration.Method, function: PartitionDeclaration.Function?)] = []
    var count: (key: YAMLNode, value: Located<UInt64>?)?
    var parts: (key: YAMLNode, values: [PartitionPartDeclaration])?
    for part in entries {
      guard let key = recognize(part, PartitionKey.self) else { continue }
      switch key {
      case .hash:
        methods.append((part.key, .hash, readSQL(part.value, of: part.key).map { .expression($0) }))
      case .key:
        let columns = readNames(part.value, of: part.key, PartitionKey.key)
        methods.append((part.key, .key, columns.map { .columns($0, part.value.range) }))
      case .range: methods.append((part.key, .range, readPartitionFunction(part, PartitionKey.range)))
      case .list: methods.append((part.key, .list, readPartitionFunction(part, PartitionKey.list)))
      case .count: count = (part.key, readNumber(part.value, of: part.key, from: 1))
      case .parts: parts = (part.key, readPartitionParts(part))
      }
    }
    guard let first = methods.first else {
      reportMissing(PartitionKey.hash, at: entry.key, "'partition' has one of 'hash', 'key', 'range' and 'list'")
      return nil
    }
    for other in methods.dropFirst() {
      report(
        .conflict, at: other.key, "'partition' has one of 'hash', 'key', 'range' and 'list', not two",
        notes: [Diagnostic.Note("The other one stands here", at: first.key.range)])
    }
    switch first.method {
    case .hash, .key:
      if let parts {
        report(
          .wrongKind, at: parts.key, "'parts' is for 'range' and 'list', not for \(quoted(first.key.text))",
          explanation: "The server names the partitions by itself: write `count` to say how many there are.")
      }
    case .range, .list:
      if let count {
        report(
          .wrongKind, at: count.key, "'count' is for 'hash' and 'key', not for \(quoted(first.key.text))",
          explanation: "There are as many partitions as `parts` names.")
      }
      if parts == nil {
        reportMissing(PartitionKey.parts, at: first.key, "Partitions by \(quoted(first.key.text)) have 'parts'")
      }
    }
    return first.function.map { function in
      var partition = PartitionDeclaration(method: first.method, function: function)
      switch first.method {
      case .hash, .key: partition.count = count?.value
      case .range, .list: partition.parts = parts?.values ?? []
      }
      return partition
    }
  }

  /// An expression, or columns in a mapping.
  private mutating func readPartitionFunction(
    _ entry: YAMLEntry, _ key: PartitionKey
  ) -> PartitionDeclaration.Function? {
    guard entry.value.kind != .scalar else {
      return readSQL(entry.value, of: entry.key).map { .expression($0) }
    }
    guard let parts = readEntries(entry, key) else { return nil }
    var function: PartitionDeclaration.Function?
    var hasColumns = false
    for part in parts {
      guard recognize(part, PartitionFunctionKey.self) != nil else { continue }
      hasColumns = true
      function = readNames(part.value, of: part.key, PartitionFunctionKey.columns).map {
        .columns($0, part.value.range)
      }
    }
    if !hasColumns {
      reportMissing(PartitionFunctionKey.columns, at: entry.value, "\(quoted(entry.key.text)) has 'columns'")
    }
    return function
  }

  private mutating func readPartitionParts(_ entry: YAMLEntry) -> [PartitionPartDeclaration] {
    guard let entries = readEntries(entry, PartitionKey.parts) else { return [] }
    if entries.isEmpty { reportEmpty(entry.value, of: entry.key) }
    var parts: [PartitionPartDeclaration] = []
    parts.reserveCapacity(entries.count)
    for part in entries {
      guard let name = readEntryName(part.key, of: "a partition") else { continue }
      if part.value.isNull, part.value.text.isEmpty {
        reportNoValue(part.value, of: part.key)
        continue
      }
      parts.append(PartitionPartDeclaration(name: name, value: readValue(part.value)))
    }
    return parts
  }
}
