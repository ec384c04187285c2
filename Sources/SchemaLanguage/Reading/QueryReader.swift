import Diagnostics
import YAMLSyntax

extension SchemaReader {
  mutating func readQueries(_ entry: YAMLEntry) -> [QueryDeclaration] {
    guard let entries = readEntries(entry, TopLevelKey.queries) else { return [] }
    return readInParts(entries) { $0.readQuery($1) }
  }

  private mutating func readQuery(_ entry: YAMLEntry) -> QueryDeclaration? {
    guard let name = readEntryIdentifier(entry.key, of: "a query") else { return nil }
    if entry.value.isNull {
      reportNoValue(entry.value, of: entry.key, explanation: "Say whose rows are asked for: `{ from: Student }`.")
      return nil
    }
    guard entry.value.kind == .mapping else {
      reportShape(
        entry.value, of: entry.key, expected: "a mapping",
        explanation: "Say whose rows are asked for: `{ from: Student }`.")
      return nil
    }
    var query = QueryDeclaration(name: name, from: name)
    var from: Located<String>?
    var hasFrom = false
    for part in entry.value.entries {
      guard let key = recognize(part, QueryKey.self) else { continue }
      switch key {
      case .from:
        hasFrom = true
        from = readName(part.value, of: part.key, expected: .model)
      case .include: query.includes = readIncludes(part)
      case .where: query.condition = readWhere(part)
      case .columns: query.columns = readColumnSelection(part, aggregates: &query.aggregates)
      case .groupBy: query.groups = readGroups(part)
      case .having: query.groupCondition = readWhere(part)
      case .distinct: query.isDistinct = readBoolean(part.value, of: part.key)
      case .order: query.order = readOrder(part)
      case .limit: query.limit = readLimit(part)
      case .offset: query.offset = readLimit(part)
      case .result: query.result = readChoice(part.value, of: part.key, ResultCount.self)
      case .withDeleted: query.withDeleted = readBoolean(part.value, of: part.key)
      case .strategy: query.strategy = readChoice(part.value, of: part.key, IncludeStrategy.self)
      case .doc: query.documentation = readText(part.value, of: part.key)
      }
    }
    if !hasFrom { reportMissing(QueryKey.from, at: entry.key, "Query \(quoted(name.value)) has no 'from'") }
    guard let from else { return nil }
    query.from = from
    return query
  }

  // MARK: Includes

  private mutating func readIncludes(_ entry: YAMLEntry) -> [IncludeDeclaration] {
    let node = entry.value
    if node.isNull { return [] }
    var includes: [IncludeDeclaration] = []
    includes.reserveCapacity(node.count)
    switch node.kind {
    case .scalar:
      reportShape(
        node, of: entry.key, expected: "a list or a mapping of associations",
        explanation: "Put the association in brackets: `[\(node.text)]`.",
        fixIts: replacement(of: node, node.text, with: "[\(node.text)]"))
    case .sequence:
      for element in node.elements {
        guard element.kind == .mapping else {
          let name = readName(
            element, of: entry.key, isItem: true, expected: .either([.name, .mapping(IncludeKey.self)]))
          if let name { includes.append(IncludeDeclaration(association: name)) }
          continue
        }
        guard element.count == 1, let part = element.entries.first else {
          report(
            .wrongShape, at: element, "An item of 'include' has one association, not \(element.count)",
            explanation: "Write each association behind a `-` of its own, with its keys indented below its name.")
          continue
        }
        if let include = readInclude(part) { includes.append(include) }
      }
    case .mapping:
      for part in node.entries {
        if let include = readInclude(part) { includes.append(include) }
      }
    }
    return includes
  }

  private mutating func readInclude(_ entry: YAMLEntry) -> IncludeDeclaration? {
    guard let name = readEntryName(entry.key, of: "an association") else { return nil }
    var include = IncludeDeclaration(association: name)
    if entry.value.isNull { return include }
    guard entry.value.kind == .mapping else {
      reportShape(
        entry.value, of: entry.key, expected: "a mapping",
        explanation: "Associations below it stand under `include`: `\(name.value): { include: [grade] }`.")
      return include
    }
    for part in entry.value.entries {
      guard let key = recognize(part, IncludeKey.self) else { continue }
      switch key {
      case .where: include.condition = readWhere(part)
      case .required: include.isRequired = readBoolean(part.value, of: part.key)
      case .columns: include.columns = readColumnSelection(part)
      case .order: include.order = readOrder(part)
      case .limit: include.limit = readLimit(part)
      case .through: include.through = readThrough(part)
      case .withDeleted: include.withDeleted = readBoolean(part.value, of: part.key)
      case .strategy: include.strategy = readChoice(part.value, of: part.key, IncludeStrategy.self)
      case .include: include.includes = readIncludes(part)
      }
    }
    return include
  }

  private mutating func readThrough(_ entry: YAMLEntry) -> ThroughIncludeDeclaration? {
    guard let parts = readEntries(entry, IncludeKey.through) else { return nil }
    var through = ThroughIncludeDeclaration(range: entry.key.range)
    for part in parts {
      switch recognize(part, ThroughIncludeKey.self) {
      case .columns: through.columns = readColumnSelection(part, mayBeEmpty: true)
      case .where: through.condition = readWhere(part)
      case nil: continue
      }
    }
    return through
  }

  // MARK: Columns, order, limit

  /// `columns` without aggregates.
  private mutating func readColumnSelection(_ entry: YAMLEntry, mayBeEmpty: Bool = false) -> ColumnSelection {
    guard entry.value.kind == .mapping else { return readColumnPaths(entry, mayBeEmpty: mayBeEmpty) { _, _ in false } }
    var selection = ColumnSelection.all
    for part in entry.value.entries { readSelectionKey(part, into: &selection) }
    if entry.value.count == 0 { reportEmpty(entry.value, of: entry.key) }
    return selection
  }

  /// `columns` of a query.
  private mutating func readColumnSelection(
    _ entry: YAMLEntry, aggregates: inout [AggregateDeclaration]
  ) -> ColumnSelection {
    guard entry.value.kind == .mapping else {
      return readColumnPaths(entry, mayBeEmpty: false) { reader, element in
        guard element.kind == .mapping else { return false }
        for part in element.entries { if let found = reader.readAggregate(part) { aggregates.append(found) } }
        return true
      }
    }
    var selection = ColumnSelection.all
    for part in entry.value.entries {
      // A mapping in the place of a list can only be an aggregate that bears the key's name.
      if part.value.kind == .mapping {
        if let aggregate = readAggregate(part) { aggregates.append(aggregate) }
      } else if !part.value.isNull || part.key.text == ColumnSelectionKey.except.rawValue {
        readSelectionKey(part, into: &selection)
      } else {
        report(
          .wrongShape, at: part.key, "A mapping of 'columns' holds aggregates, and \(quoted(part.key.text)) is none",
          explanation: "Columns and aggregates stand together in a list: "
            + "`columns: [\(part.key.text), { total: { count: \"*\" } }]`.")
      }
    }
    if entry.value.count == 0 { reportEmpty(entry.value, of: entry.key) }
    return selection
  }

  private mutating func readSelectionKey(_ entry: YAMLEntry, into selection: inout ColumnSelection) {
    switch recognize(entry, ColumnSelectionKey.self) {
    case .except:
      if let names = readNames(entry.value, of: entry.key, ColumnSelectionKey.except) { selection = .except(names) }
    case nil: break
    }
  }

  /// A list of columns, but for elements that `readOther` takes.
  private mutating func readColumnPaths(
    _ entry: YAMLEntry, mayBeEmpty: Bool, _ readOther: (inout SchemaReader, YAMLNode) -> Bool
  ) -> ColumnSelection {
    guard let elements = readList(entry.value, of: entry.key, QueryKey.columns) else { return .all }
    guard mayBeEmpty || !elements.isEmpty else {
      reportEmpty(entry.value, of: entry.key)
      return .all
    }
    var paths: [PathSyntax] = []
    paths.reserveCapacity(elements.count)
    for element in elements where !readOther(&self, element) {
      guard let text = readName(element, of: entry.key, isItem: true) else { continue }
      if let path = readPath(element, text.value) { paths.append(path) }
    }
    // What was wrong is reported; a list of aggregates alone chooses no columns.
    return paths.isEmpty && !mayBeEmpty ? .all : .only(paths)
  }

  private mutating func readAggregate(_ entry: YAMLEntry) -> AggregateDeclaration? {
    guard let name = readEntryIdentifier(entry.key, of: "an aggregate") else { return nil }
    guard entry.value.kind == .mapping, entry.value.count == 1, let part = entry.value.entries.first else {
      reportShape(
        entry.value, of: entry.key, expected: "a function and a column",
        explanation: "Write one of both: `\(name.value): { max: score }`.")
      return nil
    }
    guard let function = recognize(part, AggregateFunction.self),
      let text = readName(part.value, of: part.key)
    else { return nil }
    let located = Located(function, at: part.key.range)
    if function == .count, text.value == "*" {
      return AggregateDeclaration(name: name, function: located, column: nil)
    }
    return readPath(part.value, text.value).map {
      AggregateDeclaration(name: name, function: located, column: $0)
    }
  }

  private mutating func readGroups(_ entry: YAMLEntry) -> [PathSyntax] {
    guard let names = readNameOrNames(entry, QueryKey.groupBy) else { return [] }
    let nodes = entry.value.kind == .sequence ? Array(entry.value.elements) : [entry.value]
    return zip(nodes, names).compactMap { readPath($0, $1.value) }
  }

  private mutating func readOrder(_ entry: YAMLEntry) -> [OrderSyntax] {
    guard entry.value.kind == .sequence else {
      return readOrderTerm(entry.value, of: entry.key, isItem: false).map { [$0] } ?? []
    }
    guard entry.value.count > 0 else {
      reportEmpty(entry.value, of: entry.key)
      return []
    }
    return entry.value.elements.compactMap { readOrderTerm($0, of: entry.key, isItem: true) }
  }

  private mutating func readOrderTerm(_ node: YAMLNode, of keyNode: YAMLNode, isItem: Bool) -> OrderSyntax? {
    let expected: ValueShape = isItem ? .name : QueryKey.order.description.shape
    guard let text = readName(node, of: keyNode, isItem: isItem, expected: expected) else { return nil }
    let isDescending = text.value.utf8.first == UInt8(ascii: "-")
    return readPath(node, text.value, skipping: isDescending ? 1 : 0).map {
      OrderSyntax(path: $0, isDescending: isDescending)
    }
  }

  private mutating func readLimit(_ entry: YAMLEntry) -> LimitSyntax? {
    let shape = ValueShape.either([.number(from: 0), .parameter])
    guard let text = readName(entry.value, of: entry.key, expected: shape) else { return nil }
    if entry.value.isPlain, text.value.utf8.first == UInt8(ascii: "$") {
      let name = String(text.value.dropFirst())
      checkParameter(name, at: entry.value)
      return .parameter(Located(name, at: text.range))
    }
    if let number = decimalNumber(text.value) { return .number(Located(number, at: text.range)) }
    reportNumber(entry.value, of: entry.key, text.value, from: 0)
    return nil
  }

  /// Reports a parameter, written without its `$`, that has no name which Swift could use.
  mutating func checkParameter(_ name: String, at node: YAMLNode) {
    guard !name.isIdentifier else { return }
    report(
      .badName, at: node,
      "The name of a parameter is letters, digits and '_' with a letter first, unlike \(quoted("$" + name))",
      explanation: "Put quotes around it to mean the text.")
  }
}
