import AssociationGraph

/// Writes `nest`, which folds the rows of a joined result into nested values, and the functions that make one value of
/// one row.
struct NestWriter {
  let shape: ResultShape

  private var library: LibraryNames { shape.library }
  private var elements: [ResultShape.Element] { shape.elements }

  /// How the elements of an array are told apart while rows are folded.
  private enum Lookup {
    /// Every row in which it is present holds another one.
    case none
    /// A set of the keys that were met.
    case seen
    /// A dictionary from keys to positions, since more is put into the element.
    case places
  }

  private var hasBatches: Bool { shape.levels.count > 1 }

  /// Writes the functions, and the structs of their keys.
  func write(to writer: inout CodeWriter) {
    let isMap = shape.collections(below: 0).isEmpty && lookup(of: 0) == .none && !hasBatches
    writeDocumentation(isMap: isMap, to: &writer)
    let result = ResultReturn(query: shape.query, element: SwiftIdentifier.spelled(elements[0].type))
    let arguments = shape.levels.map { level in
      let label = level.plan.root == 0 ? "_ rows" : "\(SwiftIdentifier.spelled(level.name)) \(level.name)Rows"
      return "\(label): some \(library[.sequence])<\(SwiftIdentifier.spelled(level.row))>"
    }
    writer.list("\(shape.names.access)static func nest(", arguments, ")\(result.signature) {")
    writer.indentBlock()
    if isMap {
      if result.isArray {
        writer.line("rows.map { ", maker(0), "(from: $0) }")
      } else {
        writer.line("let result = rows.map { ", maker(0), "(from: $0) }")
      }
    } else {
      if hasBatches { writer.line("var batches = ", shape.batchesType, "()") }
      writer.line("var result: [", SwiftIdentifier.spelled(elements[0].type), "] = []")
      writeLookups(to: &writer)
      // A batch's rows go into the elements of the levels above it.
      for level in shape.levels.reversed() {
        writer.open("for row in ", level.plan.root == 0 ? "rows" : "\(level.name)Rows")
        if level.plan.root != 0 { writer.line("let parent = ", parentKey(level) { "row.\($0)" }) }
        writeFold(of: level.plan.root, to: &writer)
        writer.close()
      }
    }
    if !isMap || !result.isArray { result.write(names: shape.names, to: &writer) }
    writer.close()
    writeBatches(to: &writer)
    for position in elements.indices where needsKeyStruct(position) {
      writer.blank()
      writeKey(of: position, to: &writer)
    }
    for position in elements.indices {
      for hop in elements[position].junctions.keys.sorted() {
        writer.blank()
        writeJunctionMaker(hop, of: position, to: &writer)
      }
      writer.blank()
      writeMaker(of: position, to: &writer)
    }
  }

  private func writeDocumentation(isMap: Bool, to writer: inout CodeWriter) {
    let type = elements[0].type
    writer.documentation(
      hasBatches
        ? "The nested result of the rows of all statements, in the order of the rows."
        : isMap
          ? "The nested result: one ``\(type)`` for each row."
          : "The nested result: the rows of one ``\(type)`` folded together, in the order of the rows.")
    ResultReturn(query: shape.query, element: type).writeDocumentation(names: shape.names, to: &writer)
  }

  // MARK: Batches

  /// Writes the struct that holds what batches return, and those of the keys by which it is found.
  private func writeBatches(to writer: inout CodeWriter) {
    guard hasBatches else { return }
    writer.blank()
    writer.documentation("What batches return, by the keys of the parents.")
    writer.open("private struct ", shape.batchesType)
    for level in shape.levels.dropFirst() {
      writer.line(
        "var ", SwiftIdentifier.spelled(level.name), ": [", SwiftIdentifier.spelled(level.parent), ": [",
        elements[level.plan.root].path, "]] = [:]")
    }
    writer.close()
    for level in shape.levels.dropFirst() {
      writer.blank()
      writer.documentation("The key of a parent of ", CommentText.code(elements[level.plan.root].path), ".")
      writer.open("private struct ", SwiftIdentifier.spelled(level.parent), ": ", library[.hashable])
      for part in shape.parentKey(of: level) {
        writer.line("var ", SwiftIdentifier.spelled(part.name), ": ", keyPartType(part))
      }
      writer.close()
    }
  }

  /// The key of a parent of the level, whose values `value` gives for the properties of `Row`.
  private func parentKey(_ level: ResultShape.Level, _ value: (String) -> String) -> String {
    let arguments = shape.parentKey(of: level).map { part in
      "\(SwiftIdentifier.label(part.name)): \(keyValue(part, value(SwiftIdentifier.member(part.rowName))))"
    }
    return "\(SwiftIdentifier.spelled(level.parent))(\(arguments.joined(separator: ", ")))"
  }

  /// Writes the function that finds the parents of a batch in the rows of the level above it.
  func writeParents(of level: ResultShape.Level, to writer: inout CodeWriter) {
    guard let parent = shape.query.sources[level.plan.root].parent else { return }
    let rows = shape.level(of: parent).row
    let type = SwiftIdentifier.spelled(level.parent)
    writer.documentation("The keys of the rows' ", CommentText.code(elements[parent].path), ", each once.")
    writer.open(
      "private static func ", level.name, "Parents(in rows: [", SwiftIdentifier.spelled(rows), "]) -> [", type, "]")
    writer.line("var seen: ", library[.set], "<", type, "> = []")
    if elements[parent].mayBeMissing {
      writer.line("return rows.compactMap { row -> ", type, "? in")
      writer.indentBlock()
      let parts = shape.parentKey(of: level)
      writer.conditions(
        "guard",
        parts.enumerated().map { "let key\($0.offset) = row.\(SwiftIdentifier.member($0.element.rowName))" },
        "else { return nil }")
      writer.line(
        "return ",
        parentKey(level) { name in
          "key\(parts.firstIndex { SwiftIdentifier.member($0.rowName) == name } ?? 0)"
        })
      writer.outdentBlock()
      writer.line("}.filter { seen.insert($0).inserted }")
    } else {
      writer.line(
        "return rows.map { ", parentKey(level) { name in "$0." + name }, " }.filter { seen.insert($0).inserted }")
    }
    writer.close()
  }

  private func lookup(of position: Int) -> Lookup {
    if elements[position].key.isEmpty || !shape.isCollection(position) { return .none }
    if !shape.collections(below: position).isEmpty { return .places }
    return shape.isNewInEachRow(position) ? .none : .seen
  }

  // MARK: Keys

  private func needsKeyStruct(_ position: Int) -> Bool {
    lookup(of: position) != .none && (position != 0 || elements[position].key.count > 1)
  }

  /// `GradeKey`, or another name if a nested type or one that the file refers to has it.
  private func keyType(_ position: Int) -> String {
    if !needsKeyStruct(position) { return keyPartType(elements[position].key[0]) }
    return SwiftIdentifier.free("\(elements[position].type)Key") {
      shape.elementTypes.contains($0) || shape.names.referredNames.contains($0)
    }
  }

  private func keyPartType(_ part: ResultShape.KeyPart) -> String {
    if shape.isComparedByBytes(part) { return "[\(library[.uint8])]" }
    // The row's properties have named the type already, so that what it needs is imported.
    var noted = CodeWriter()
    return shape.valueType(of: part.term, noting: &noted)
  }

  /// The fields of a key: the positions of the arrays' elements on the way, then the element's own key.
  private func keyFields(_ position: Int) -> [(name: String, type: String, value: String)] {
    var fields: [(name: String, type: String, value: String)] = []
    if let batch = shape.batch(root(of: position)) {
      fields.append(("parent", SwiftIdentifier.spelled(batch.parent), "parent"))
    }
    for place in containers(of: position) {
      fields.append((elements[place].local, library[.int], elements[place].local))
    }
    let element = position == 0 ? "row" : newElement(position)
    for part in elements[position].key {
      let name = SwiftIdentifier.free(part.name) { name in fields.contains { $0.name == name } }
      let path = position == 0 ? ".\(SwiftIdentifier.member(part.rowName))" : part.path
      fields.append((name, keyPartType(part), keyValue(part, "\(element)\(path)")))
    }
    return fields
  }

  private func keyValue(_ part: ResultShape.KeyPart, _ value: String) -> String {
    shape.isComparedByBytes(part) ? "[\(library[.uint8])](\(value).utf8)" : value
  }

  private func keyExpression(_ position: Int) -> String {
    let fields = keyFields(position)
    if !needsKeyStruct(position) { return fields[0].value }
    let arguments = fields.map { "\(SwiftIdentifier.label($0.name)): \($0.value)" }
    return "\(SwiftIdentifier.spelled(keyType(position)))(\(arguments.joined(separator: ", ")))"
  }

  private func writeKey(of position: Int, to writer: inout CodeWriter) {
    writer.documentation("What tells apart the elements of ", CommentText.code(elements[position].path), ".")
    writer.open("private struct ", SwiftIdentifier.spelled(keyType(position)), ": ", library[.hashable])
    for field in keyFields(position) {
      writer.line("var ", SwiftIdentifier.spelled(field.name), ": ", field.type)
    }
    writer.close()
  }

  // MARK: Folding

  /// The source with which the level of `position` begins.
  private func root(of position: Int) -> Int { shape.level(of: position).plan.root }

  /// The arrays of the level in whose elements the array of `position` is, from the outermost.
  private func containers(of position: Int) -> [Int] {
    var containers: [Int] = []
    let root = root(of: position)
    var place = position
    while place != root {
      place = shape.container(of: place).collection
      containers.append(place)
    }
    return containers.reversed()
  }

  /// The element of the array of `position` that the row at hand belongs to: `result[grade].students[student]`.
  private func expression(element position: Int) -> String {
    "\(expression(array: position))[\(elements[position].local)]"
  }

  private func expression(array position: Int) -> String {
    if position == 0 { return "result" }
    if let batch = shape.batch(position) {
      return "batches.\(SwiftIdentifier.member(batch.name))[parent, default: []]"
    }
    let (collection, way) = shape.container(of: position)
    return
      "\(expression(element: collection))\(wayExpression(way)).\(SwiftIdentifier.member(elements[position].property))"
  }

  private func wayExpression(_ way: [Int]) -> String {
    way.map { position in
      let element = elements[position]
      return ".\(SwiftIdentifier.member(element.property))\(element.isOptionalProperty ? "?" : "")"
    }.joined()
  }

  private func newElement(_ position: Int) -> String {
    let hasChildren = !shape.collections(below: position).isEmpty
    return hasChildren ? "new\(elements[position].type)" : elements[position].local
  }

  private func writeLookups(to writer: inout CodeWriter) {
    for position in elements.indices {
      switch lookup(of: position) {
      case .none: continue
      case .seen:
        writer.line(
          "var seen", elements[position].type, ": ", library[.set], "<",
          SwiftIdentifier.spelled(keyType(position)), "> = []")
      case .places:
        writer.line(
          "var ", elements[position].local, "Places: [", keyType(position), ": ", library[.int], "] = [:]")
      }
    }
  }

  /// Writes what one row does to the array of the source at `position`.
  private func writeFold(of position: Int, to writer: inout CodeWriter) {
    let element = elements[position]
    let made = makerCall(position)
    let way = position == root(of: position) ? [] : shape.container(of: position).way
    var conditions = sameRowConditions(position, way)
    if element.mayBeMissing { conditions.append("let \(newElement(position)) = \(made)") }

    switch lookup(of: position) {
    case .none:
      let hasChildren = !shape.collections(below: position).isEmpty
      openIf(conditions, to: &writer)
      if hasChildren { writer.line("let ", element.local, " = ", count(position, way)) }
      let value = element.mayBeMissing ? newElement(position) : made
      writer.line(expression(array: position), ".append(", value, ")")
      writeFolds(below: position, to: &writer)
      if !conditions.isEmpty { writer.close() }
    case .seen:
      if position != 0, !element.mayBeMissing {
        writer.line("let ", newElement(position), " = ", made)
      }
      conditions.append("seen\(element.type).insert(\(keyExpression(position))).inserted")
      openIf(conditions, to: &writer)
      writer.line(expression(array: position), ".append(", position == 0 ? made : newElement(position), ")")
      writer.close()
    case .places:
      openIf(conditions, to: &writer)
      if position != 0, !element.mayBeMissing {
        writer.line("let ", newElement(position), " = ", made)
      }
      var key = keyExpression(position)
      if needsKeyStruct(position) {
        writer.line("let ", element.local, "Key = ", key)
        key = "\(element.local)Key"
      }
      writer.line("let ", element.local, ": ", library[.int])
      writer.open("if let seen = ", element.local, "Places[", key, "]")
      writer.line(element.local, " = seen")
      writer.otherwise()
      writer.line(element.local, " = ", count(position, way))
      writer.line(element.local, "Places[", key, "] = ", element.local)
      writer.line(expression(array: position), ".append(", position == 0 ? made : newElement(position), ")")
      writer.close()
      writeFolds(below: position, to: &writer)
      if !conditions.isEmpty { writer.close() }
    }
  }

  private func writeFolds(below position: Int, to writer: inout CodeWriter) {
    for child in shape.collections(below: position) { writeFold(of: child, to: &writer) }
  }

  /// The conditions under which the row at hand is about the to-one elements on the way that were kept: of several rows
  /// that a to-one association finds, the first is.
  private func sameRowConditions(_ position: Int, _ way: [Int]) -> [String] {
    guard position != root(of: position) else { return [] }
    let start = expression(element: shape.container(of: position).collection)
    var conditions: [String] = []
    for (index, place) in way.enumerated() where elements[place].multiplies {
      for part in elements[place].key {
        let value = "\(start)\(wayExpression(Array(way[...index])))\(part.path)"
        conditions.append("\(value) == row.\(SwiftIdentifier.member(part.rowName))")
      }
    }
    return conditions
  }

  private func openIf(_ conditions: [String], to writer: inout CodeWriter) {
    guard !conditions.isEmpty else { return }
    writer.conditions("if", conditions, "{")
    writer.indentBlock()
  }

  private func count(_ position: Int, _ way: [Int]) -> String {
    let count = "\(expression(array: position)).count"
    return expression(array: position).contains("?") ? "\(count) ?? 0" : count
  }

  // MARK: Values of one row

  private func maker(_ position: Int) -> String { "make\(elements[position].type)" }

  private func makerCall(_ position: Int) -> String { "\(maker(position))(from: row\(hasBatches ? ", batches" : ""))" }

  private func parameters(of position: Int) -> String {
    let row = SwiftIdentifier.spelled(shape.level(of: position).row)
    return "from row: \(row)\(hasBatches ? ", _ batches: \(shape.batchesType)" : "")"
  }

  private func writeJunctionMaker(_ hop: Int, of position: Int, to writer: inout CodeWriter) {
    guard let junction = elements[position].junctions[hop] else { return }
    var values = RowValues(in: shape, source: position)
    values.add(hop: hop)
    writer.documentation(
      "The ", CommentText.code(junction.path), " of a row", values.isFailable ? ", if it has one." : ".")
    let row = SwiftIdentifier.spelled(shape.level(of: position).row)
    values.write("make\(junction.type)", parameters: "from row: \(row)", path: junction.path, to: &writer)
  }

  private func writeMaker(of position: Int, to writer: inout CodeWriter) {
    let source = shape.query.sources[position]
    var values = RowValues(in: shape, source: position)
    values.add(hop: source.hops.count - 1)
    for hop in elements[position].junctions.keys.sorted() {
      guard let junction = elements[position].junctions[hop] else { continue }
      values.add(junction.property, call: "make\(junction.type)(from: row)", isOptional: false)
    }
    for child in source.children {
      if let batch = shape.batch(child) {
        let key = parentKey(batch) { values.value(ofRow: $0) }
        values.add(elements[child].property, value: "batches.\(SwiftIdentifier.member(batch.name))[\(key)] ?? []")
      } else if shape.isCollection(child) {
        values.addEmptyArray(elements[child].property)
      } else {
        values.add(elements[child].property, call: makerCall(child), isOptional: elements[child].isOptionalProperty)
      }
    }
    let path = elements[position].path
    writer.documentation("The ", CommentText.code(path), " of a row", values.isFailable ? ", if it has one." : ".")
    values.write(maker(position), parameters: parameters(of: position), path: path, to: &writer)
  }
}
