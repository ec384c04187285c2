import AssociationGraph
import SchemaLanguage

/// The types that a query's result is made of: which struct nests which, what may be missing, which names they and the
/// variables about them have.
///
/// A class, since it is handed to everything that writes a part of the query's type.
final class ResultShape {
  /// What becomes of one source of the query.
  struct Element {
    /// The struct's name, unescaped.
    var type: String
    /// The struct's name as it is reached from the query's type: `Grade.Student`.
    var path: String
    /// The property of the parent's struct, unescaped.
    var property: String
    /// Whether a row of the result may lack it: then its columns are optional there.
    var mayBeMissing: Bool
    /// Whether the parent's property is optional. (A to-many is an array.)
    var isOptionalProperty: Bool
    /// Whether rows of the parent may be repeated for it.
    var multiplies: Bool
    /// The key's columns, if there is a primary key and all of it is returned.
    var key: [KeyPart]
    /// The structs of junction rows, by position in the source's hops.
    var junctions: [Int: Junction] = [:]
    /// The polymorphic associations whose rows it may hold.
    var choices: [Choice] = []
    /// The variable that holds the position of the element at hand among its siblings.
    var local: String
  }

  /// The struct of a junction table's row.
  struct Junction {
    /// The struct's name, unescaped.
    var type: String
    /// The struct's name as it is reached from the query's type.
    var path: String
    /// The property of the target's struct, unescaped.
    var property: String
  }

  /// The enumeration of the rows that a polymorphic association may lead to.
  struct Choice {
    /// The enumeration's name, unescaped.
    var type: String
    /// The property that has the row, unescaped.
    var property: String
    /// The cases' names, unescaped, each with the source of its row.
    var cases: [(name: String, source: Int)]
  }

  /// One column by which elements are told apart.
  struct KeyPart {
    /// Where it is.
    var term: ColumnTerm
    /// The property of `Row`, unescaped.
    var rowName: String
    /// A name for it among the parts of a key, unescaped: the property's; for a junction row's the junction's before
    /// it.
    var name: String
    /// The expression for it behind an element: `.enrollment.id`.
    var path: String
  }

  /// What a level of the query is called.
  struct Level {
    /// Its place in the query.
    var plan: QueryLevel
    /// The struct of its rows, unescaped: `Row`, `StudentsRow`.
    var row: String
    /// For a batch, its argument and the beginning of its functions' names, unescaped: `students`.
    var name: String
    /// For a batch, the struct of its parents' keys, unescaped.
    var parent: String
  }

  /// Names that no nested type has.
  private static let reservedNames = NameSet([
    "CodingKeys", "Foundation", "ID", "Parameters", "Row", "Swift", "_", "fetch", "nest", "placeholders",
    "self", "sql",
    // Behind a dot these are the language's own, even in backticks.
    "Protocol", "Self", "Type",
  ])

  let names: SwiftNames
  let query: QueryPlan
  /// The query's statements.
  private(set) var levels: [Level] = []
  /// The position of each source's level.
  private let levelPositions: [Int]
  /// The struct that holds what batches return, unescaped.
  let batchesType: String
  /// One for each source of the query.
  private(set) var elements: [Element]
  /// The types of the elements and of their junctions, unescaped.
  let elementTypes: NameSet
  /// Library types inside the query's type.
  let library: LibraryNames

  init(_ query: QueryPlan, names: SwiftNames) {
    var elements: [Element] = []
    var nested: Set<String> = []
    var authorTypes: Set<String> = []
    for hops in query.sources.lazy.map(\.hops) {
      for hop in hops.indices {
        let columns = names.graph[hops[hop].model].columns
        for selected in hops[hop].columns.lazy.map(\.column) {
          guard let type = columns[selected].swiftType else { continue }
          authorTypes.insert(String(type.prefix { $0.isLetter || $0.isNumber || $0 == "_" }))
        }
      }
    }
    func nestedType(_ name: String) -> String {
      let free = SwiftIdentifier.free(name) {
        Self.reservedNames.contains($0) || nested.contains($0) || authorTypes.contains($0)
          || names.referredNames.contains($0)
      }
      nested.insert(free)
      return free
    }

    for (number, source) in query.sources.enumerated() {
      let type = nestedType(source.swiftType)
      let parent = source.parent.map { elements[$0] }
      let path = (parent.map { $0.path + "." } ?? "") + SwiftIdentifier.spelled(type)
      let isOptional = !query.isAlwaysFound(number, in: names.graph)
      var element = Element(
        type: type, path: path, property: SwiftNames.property(source.swiftName),
        mayBeMissing: !source.isBatched && ((parent?.mayBeMissing ?? false) || isOptional),
        isOptionalProperty: isOptional,
        multiplies: source.hops.contains { hop in
          guard let step = hop.step else { return false }
          return step.direction == .toChild && !names.graph[step.edge].isUnique
        },
        key: [], local: "")
      for (position, hop) in source.hops.enumerated().dropLast() where !hop.columns.isEmpty {
        let type = nestedType(hop.swiftType)
        element.junctions[position] = Junction(
          type: type, path: "\(path).\(SwiftIdentifier.spelled(type))", property: SwiftNames.property(hop.swiftName))
      }
      element.choices = source.choices.map { choice in
        Choice(
          type: nestedType(choice.swiftType), property: SwiftNames.property(choice.swiftName),
          cases: zip(choice.swiftCases, choice.sources).map { (SwiftNames.property($0), $1) })
      }
      elements.append(element)
    }
    var functions = UniqueLevelNames()
    let queryLevels = query.levels
    for level in queryLevels {
      if level.root == 0 {
        levels.append(Level(plan: level, row: "Row", name: "", parent: ""))
        continue
      }
      let words = Words(of: query.path(of: level.root, in: names.graph))
      levels.append(
        Level(
          plan: level, row: nestedType(words.upperCamelCase + "Row"), name: functions.take(words.lowerCamelCase),
          parent: nestedType(words.upperCamelCase + "Parent")))
    }
    batchesType = nestedType("Batches")
    self.query = query
    self.names = names
    self.elements = elements
    var levelPositions = [Int](repeating: 0, count: query.sources.count)
    for (index, level) in queryLevels.enumerated() {
      for source in level.sources { levelPositions[source] = index }
    }
    self.levelPositions = levelPositions
    var elementTypes = NameSet([])
    for element in elements {
      elementTypes.insert(element.type)
      for junction in element.junctions.values { elementTypes.insert(junction.type) }
    }
    self.elementTypes = elementTypes
    library = names.library.shadowed(by: nested)
    for position in elements.indices { self.elements[position].key = key(of: position) }
    nameVariables()
  }

  /// The columns that tell apart the rows of a source below one parent row; none where that cannot be known.
  private func key(of position: Int) -> [KeyPart] {
    let source = query.sources[position]
    guard let targetKey = key(of: source.hops.count - 1, source: position), !targetKey.isEmpty else { return [] }
    var key = targetKey
    for hop in elements[position].junctions.keys.sorted() {
      let parts = self.key(of: hop, source: position) ?? []
      // What a foreign key on the way says is known from the rows at its ends.
      var known: Set<Int> = []
      for step in [source.hops[hop].step, source.hops[hop + 1].step].compactMap({ $0 }) {
        let edge = names.graph[step.edge]
        if edge.child == source.hops[hop].model { known.formUnion(edge.decidingColumns) }
      }
      key += parts.filter { !known.contains($0.term.column) }
    }
    return key
  }

  private func key(of hop: Int, source: Int) -> [KeyPart]? {
    let table = query.sources[source].hops[hop]
    let columns = names.graph[table.model].columns
    var parts: [KeyPart] = []
    for column in names.graph[table.model].identifyingColumns {
      guard let selected = table.columns.first(where: { $0.column == column }) else { return nil }
      let name = SwiftNames.property(columns[column].swiftName)
      var part = KeyPart(
        term: ColumnTerm(source: source, hop: hop, column: column), rowName: SwiftNames.property(selected.rowName),
        name: name, path: ".\(SwiftIdentifier.member(name))")
      if let junction = elements[source].junctions[hop] {
        part.name = junction.property + name.prefix(1).uppercased() + name.dropFirst()
        part.path = ".\(SwiftIdentifier.member(junction.property))\(part.path)"
      }
      parts.append(part)
    }
    return parts
  }

  /// Gives each element a variable's name that none of the others, nor a name made from it, has.
  private func nameVariables() {
    var taken = Self.ownVariables
    for batch in levels.dropFirst() { taken.insert(batch.name + "Rows") }
    for position in elements.indices {
      let type = elements[position].type
      let local = SwiftIdentifier.free(Self.lowerCamelCase(type)) { name in
        SwiftIdentifier.isKeyword(name)
          || Self.variables(for: name, type: type).contains(where: taken.contains)
      }
      elements[position].local = local
      if position + 1 < elements.count {
        for variable in Self.variables(for: local, type: type) { taken.insert(variable) }
      }
    }
  }

  /// The variables of `nest` that are of no element.
  private static let ownVariables = NameSet(["row", "rows", "result", "seen", "batches", "parent"])

  private static func variables(for local: String, type: String) -> [String] {
    [local, "\(local)Places", "\(local)Key", "new\(type)", "seen\(type)"]
  }

  /// `type` with its first word in lower case: `student`, `apiKey` for `APIKey`.
  private static func lowerCamelCase(_ type: String) -> String {
    let rest = type.drop { $0.isUppercase }
    let upper = type.distance(from: type.startIndex, to: rest.startIndex)
    // The last capital of several begins the next word, unless nothing follows.
    let lowered = upper > 1 && rest.first?.isLowercase == true ? upper - 1 : upper
    return type.prefix(lowered).lowercased() + type.dropFirst(lowered)
  }

  /// The level of a source.
  func level(of position: Int) -> Level { levels[levelPositions[position]] }

  /// The level that a batched source begins; `nil` for other sources.
  func batch(_ position: Int) -> Level? {
    query.sources[position].isBatched ? level(of: position) : nil
  }

  /// The columns by which a batch finds its parents.
  func parentKey(of level: Level) -> [KeyPart] {
    guard let parent = query.sources[level.plan.root].parent else { return [] }
    return key(of: query.sources[parent].hops.count - 1, source: parent) ?? []
  }

  /// The sources that begin an array: `from`, and every to-many.
  func isCollection(_ position: Int) -> Bool {
    position == 0 || query.sources[position].cardinality == .many
  }

  /// The model of a source's own table.
  func model(of position: Int) -> Model { names.graph[query.sources[position].target.model] }

  /// The to-many sources of the same level that hang below the array of `position` with only to-one sources between.
  func collections(below position: Int) -> [Int] {
    query.joined(to: position).flatMap { isCollection($0) ? [$0] : collections(below: $0) }
  }

  /// The source in whose array's elements the source at `position` is, and the to-one sources on the way to it.
  func container(of position: Int) -> (collection: Int, way: [Int]) {
    var way: [Int] = []
    var place = query.sources[position].parent ?? 0
    while !isCollection(place), let parent = query.sources[place].parent {
      way.append(place)
      place = parent
    }
    return (place, way.reversed())
  }

  /// Whether no row of the parent meets one row of the source twice, so long as nothing else multiplies.
  private func isPaired(_ position: Int) -> Bool {
    let hops = query.sources[position].hops
    if hops.count == 1 { return true }
    guard hops.count == 2, let first = hops[0].step, let second = hops[1].step, first.direction == .toChild,
      second.direction == .toParent
    else { return false }
    let junction = names.graph[hops[0].model]
    let pair = Set(names.graph[first.edge].decidingColumns).union(names.graph[second.edge].decidingColumns)
    let uniqueKeys =
      [junction.primaryKeyColumns] + junction.indexes.filter(\.isUnique).compactMap(\.wholeColumns)
    return uniqueKeys.contains { key in
      // NULL is never equal to NULL in a unique key, but a NULL in the pair joins nothing.
      !key.isEmpty && pair.isSuperset(of: key)
    }
  }

  /// Whether each row of the result holds another element of the source at `position`, so that it need not be looked
  /// up.
  func isNewInEachRow(_ position: Int) -> Bool {
    let level = level(of: position).plan
    var ancestors: Set<Int> = []
    var place: Int? = position
    while let source = place {
      ancestors.insert(source)
      place = source == level.root ? nil : query.sources[source].parent
    }
    return level.sources.allSatisfy { other in
      guard elements[other].multiplies else { return true }
      return ancestors.contains(other) && isCollection(other) && isPaired(other)
        && (other == position || !elements[other].key.isEmpty)
    }
  }

  /// Whether the key's text has to be compared byte by byte: Swift takes canonically equivalent texts for equal, which
  /// some collations tell apart.
  func isComparedByBytes(_ part: KeyPart) -> Bool {
    let column = names.graph[query.sources[part.term.source].hops[part.term.hop].model].columns[part.term.column]
    guard column.swiftType == nil else { return false }
    switch column.type {
    case .char, .varchar, .text: break
    default: return false
    }
    guard let collation = column.collation else { return true }
    if !["utf8mb4", "utf8mb3", "utf8", "utf16", "utf16le", "utf32", "ucs2", "gb18030"].contains(collation.charset) {
      return false
    }
    let words = collation.name.split(separator: "_")
    return !words.contains { $0 == "ai" || $0 == "as" || $0 == "unicode" || $0 == "520" }
  }

  /// The type of a value of the column at `term`, without `?`.
  func valueType(of term: ColumnTerm, noting writer: inout CodeWriter) -> String {
    let columns = names.graph[query.sources[term.source].hops[term.hop].model].columns
    return valueType(of: term.column, in: columns, noting: &writer)
  }

  /// The type of a value of the column at a position of `columns`, without `?`.
  func valueType(of column: Int, in columns: [Column], noting writer: inout CodeWriter) -> String {
    names.valueType(
      columns[column].type, swiftType: columns[column].swiftType, library: library, noting: &writer)
  }
}

/// The names of batches, each once.
private struct UniqueLevelNames {
  private var taken: Set<String> = []

  mutating func take(_ name: String) -> String {
    let free = SwiftIdentifier.free(name) { taken.contains($0) }
    taken.insert(free)
    return free
  }
}
