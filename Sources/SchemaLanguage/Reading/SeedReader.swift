import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// The one reserved label of a model's rows.
  private static let optionsLabel = "$options"

  mutating func readSeeds(_ entry: YAMLEntry) -> [SeedDeclaration] { readSeeds(entry, TopLevelKey.seeds) }

  mutating func readSeedSets(_ entry: YAMLEntry) -> [SeedSetDeclaration] {
    guard let entries = readEntries(entry, TopLevelKey.seedSets) else { return [] }
    return entries.compactMap { entry in
      guard let name = readEntryName(entry.key, of: "a set") else { return nil }
      // It becomes a part of a file's name.
      if !name.value.isIdentifier || !name.value.utf8.allSatisfy({ $0 < 0x80 }) {
        report(
          .badName, at: entry.key,
          "The name of a set is letters, digits and '_' with a letter first, unlike \(quoted(name.value))",
          explanation: "It becomes a part of a file's name, such as sql/seeds.demo.sql.")
      }
      return SeedSetDeclaration(name: name, seeds: readSeeds(entry, TopLevelKey.seedSets))
    }
  }

  private mutating func readSeeds(_ entry: YAMLEntry, _ key: TopLevelKey) -> [SeedDeclaration] {
    guard let entries = readEntries(entry, key) else { return [] }
    return readInParts(entries) { reader, entry in
      reader.readEntryName(entry.key, of: "a model").map { reader.readRows(entry, of: $0) }
    }
  }

  private mutating func readRows(_ entry: YAMLEntry, of model: Located<String>) -> SeedDeclaration {
    var seed = SeedDeclaration(model: model, rows: [])
    let node = entry.value
    if node.isNull { return seed }
    seed.rows.reserveCapacity(node.count)
    switch node.kind {
    case .scalar:
      reportShape(
        node, of: entry.key, expected: "a list of rows or a mapping from labels to rows",
        explanation: "Write each row as a mapping from columns to values: `- { name: Max Butler }`.")
    case .sequence:
      var isFirst = true
      for element in node.elements {
        if let options = optionsEntry(of: element) {
          if isFirst {
            seed.options = readOptions(options)
          } else {
            report(.conflict, at: options.key, "'\(Self.optionsLabel)' is the first item of a list of rows")
          }
        } else if let row = readRow(element, label: nil, of: entry.key) {
          seed.rows.append(row)
        }
        isFirst = false
      }
    case .mapping:
      for labeled in node.entries {
        guard let label = readEntryName(labeled.key, of: "a row") else { continue }
        if label.value == Self.optionsLabel {
          seed.options = readOptions(labeled)
          continue
        }
        guard label.value.utf8.first != UInt8(ascii: "$") else {
          report(
            .badName, at: labeled.key, "The label of a row does not begin with '$', unlike \(quoted(label.value))",
            explanation: "The one label with a '$' is '\(Self.optionsLabel)', which is no row.")
          continue
        }
        if let row = readRow(labeled.value, label: label, of: labeled.key) { seed.rows.append(row) }
      }
    }
    return seed
  }

  /// The entry of an item that has the key `$options` alone.
  private func optionsEntry(of element: YAMLNode) -> YAMLEntry? {
    guard element.kind == .mapping, element.count == 1 else { return nil }
    return element.entries.first { $0.key.text == Self.optionsLabel }
  }

  private mutating func readOptions(_ entry: YAMLEntry) -> SeedOptions? {
    if entry.value.isNull {
      reportNoValue(entry.value, of: entry.key)
      return nil
    }
    guard entry.value.kind == .mapping else {
      reportShape(entry.value, of: entry.key, expected: ValueShape.mapping(SeedOptionsKey.self).phrase(.diagnostic))
      return nil
    }
    var options = SeedOptions(at: entry.key.range)
    for part in entry.value.entries {
      guard let key = recognize(part, SeedOptionsKey.self) else { continue }
      switch key {
      case .mode: options.mode = readChoice(part.value, of: part.key, SeedOptions.Mode.self)
      case .key: options.key = readNameOrNames(part, SeedOptionsKey.key) ?? []
      case .truncateFirst: options.truncateFirst = readBoolean(part.value, of: part.key)
      case .defaults: options.defaults = readRow(part.value, label: nil, of: part.key)?.fields ?? []
      case .file:
        options.file = readName(part.value, of: part.key, expected: .path)
        options.isFileGuessed = part.key.text != key.rawValue
      case .label: options.label = readName(part.value, of: part.key)
      case .nullText: options.nullText = readText(part.value, of: part.key)
      }
    }
    checkDependence(options)
    return options
  }

  /// Reports a key that says nothing without another.
  private mutating func checkDependence(_ options: SeedOptions) {
    func explanation(_ key: SeedOptionsKey) -> String {
      "Add it, as in `\(key.description.example)`, or leave this out."
    }
    if options.file == nil {
      for (key, place) in [(SeedOptionsKey.label, options.label), (.nullText, options.nullText)] {
        guard let place else { continue }
        report(
          .conflict, at: place.range, "'\(key.rawValue)' is about a file, and there is no 'file'",
          explanation: explanation(.file))
      }
    }
    if let first = options.key.first, options.mode?.value != .upsert {
      report(
        .conflict, at: first.range, "'key' is about 'mode: upsert', and the mode is 'insert'",
        explanation: explanation(.mode))
    }
  }

  private mutating func readRow(_ node: YAMLNode, label: Located<String>?, of keyNode: YAMLNode) -> RowSyntax? {
    let isItem = label == nil
    if node.isNull {
      reportNoValue(
        node, of: keyNode, isItem: isItem, explanation: "Write `{}` for a row in which every column has its default.")
      return nil
    }
    guard node.kind == .mapping else {
      reportShape(
        node, of: keyNode, isItem: isItem, expected: "a row",
        explanation: "A row is a mapping from columns to values: `{ name: Max Butler }`.")
      return nil
    }
    return RowSyntax(label: label, range: node.range, fields: readFields(node))
  }
}
