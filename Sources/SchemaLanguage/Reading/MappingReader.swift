import Diagnostics
import YAMLSyntax

// What all mappings have in common: the keys of a table, and entries whose names the schema chooses.
extension SchemaReader {
  /// The key of `entry` in the table `Key`.
  ///
  /// A misspelt key is reported and read as the one that was meant, if its value looks so: what it holds is checked too, and
  /// nothing is reported missing.
  mutating func recognize<Key: SchemaKey>(_ entry: YAMLEntry, _: Key.Type) -> Key? {
    let text = entry.key.text
    if let key = Key.named[text] { return key }
    return reportUnknown(entry, text, Key.self)
  }

  private mutating func reportUnknown<Key: SchemaKey>(_ entry: YAMLEntry, _ text: String, _: Key.Type) -> Key? {
    let meant = Key.meant(by: text)
    let keys = Key.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    report(
      .unknownKey, at: entry.key,
      "\(Key.section.noun.withCapital) has no key \(quoted(text))" + didYouMean(meant?.rawValue),
      explanation: Key.allCases.count == 1
        ? "The key of \(Key.section.noun) is \(keys)."
        : "The keys of \(Key.section.noun) are \(keys).",
      fixIts: replacement(of: entry.key, text, with: meant?.rawValue))
    guard let meant, meant.description.shape.admits(entry.value) else { return nil }
    return meant
  }

  /// The entries of the value of `entry`, which is a mapping; `nil` for a value that is null, which is reported where the table
  /// does not let it be so, and after a report of a value that is no mapping.
  mutating func readEntries(_ entry: YAMLEntry, _ key: some SchemaKey) -> YAMLEntries? {
    if entry.value.isNull {
      if !key.description.shape.mayBeNothing { reportNoValue(entry.value, of: entry.key) }
      return nil
    }
    guard entry.value.kind == .mapping else {
      reportShape(entry.value, of: entry.key, key)
      return nil
    }
    return entry.value.entries
  }

  /// The elements of `node`, the value of `key`, which is a list; `nil` as in ``readEntries(_:_:)``.
  mutating func readList(_ node: YAMLNode, of keyNode: YAMLNode, _ key: some SchemaKey) -> YAMLElements? {
    if node.isNull {
      if !key.description.shape.mayBeNothing { reportNoValue(node, of: keyNode) }
      return nil
    }
    guard node.kind == .sequence else {
      reportShape(node, of: keyNode, key)
      return nil
    }
    return node.elements
  }

  /// Names, or paths, in a list that has at least one.
  mutating func readNames(_ node: YAMLNode, of keyNode: YAMLNode, _ key: some SchemaKey) -> [Located<String>]? {
    guard let elements = readList(node, of: keyNode, key) else { return nil }
    guard !elements.isEmpty else {
      reportEmpty(node, of: keyNode)
      return nil
    }
    var names: [Located<String>] = []
    names.reserveCapacity(elements.count)
    for element in elements {
      guard let name = readName(element, of: keyNode, isItem: true) else { continue }
      names.append(name)
    }
    return names
  }

  /// A name, or names in a list that has at least one.
  mutating func readNameOrNames(_ entry: YAMLEntry, _ key: some SchemaKey) -> [Located<String>]? {
    switch entry.value.kind {
    case .scalar: return readName(entry.value, of: entry.key).map { [$0] }
    case .sequence: return readNames(entry.value, of: entry.key, key)
    case .mapping:
      reportShape(entry.value, of: entry.key, key)
      return nil
    }
  }
}

extension ValueShape {
  /// Whether a value of this kind of node may be meant.
  func admits(_ node: YAMLNode) -> Bool {
    switch self {
    case .value: true
    case .list, .pair: node.kind == .sequence || node.isNull
    case .mapping, .association, .entries, .row: node.kind == .mapping || node.isNull
    case .rows: node.kind != .scalar || node.isNull
    case .either(let shapes): shapes.contains { $0.admits(node) }
    case .nonEmpty(let shape), .single(let shape), .orNothing(let shape): shape.admits(node)
    case .boolean, .name, .identifier, .path, .text, .sql, .number, .byteCount, .type, .model, .target, .parameter,
      .scalar, .choice:
      node.kind == .scalar
    }
  }
}

extension YAMLNode.Kind {
  /// The kind in words.
  var phrase: String {
    switch self {
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
