internal import CSVSyntax
public import Diagnostics
internal import Parallelism
public import SchemaLanguage

/// Finds out what a document means: looks up every name, makes keys, tables and names that are not spelt out, orders tables
/// and rows, plans queries.
///
/// - Returns: the graph, or `nil` if `diagnostics` has got an error.
public func resolve(
  _ document: consuming SchemaDocument, diagnostics: inout DiagnosticCollector
) -> AssociationGraph? {
  var resolver = GraphResolver(consume document)
  resolver.resolveEnumerations()
  resolver.resolveModels()
  resolver.resolveAssociations()
  resolver.resolvePartitions()
  resolver.checkReferencedKeys()
  resolver.checkNames()
  resolver.forgetModels()
  resolver.planCreation()
  // Rows and queries are read also where a table is in doubt, so that one run reports as much as it can.
  resolver.resolveSeeds()
  resolver.resolveQueries()
  diagnostics.add(contentsOf: resolver.diagnostics)
  return resolver.diagnostics.hasErrors ? nil : resolver.graph
}

/// The state of ``resolve(_:diagnostics:)``: one pass after the other fills the graph; each has a file of its own.
struct GraphResolver {
  /// What was written; what the passes are done with is taken away, for a schema may be large.
  var document: SchemaDocument
  var diagnostics = DiagnosticCollector()
  var graph: AssociationGraph
  let charsets: CharacterSets

  /// How many more misspelt names are searched for.
  var searchesLeft = 200
  /// Whether a misspelt name was not searched for.
  private var hasSkippedSearch = false
  /// Models by name.
  var modelIDs: [String: ID<Model>] = [:]
  /// The schema's shared enumerations by name.
  var sharedEnumerations: [String: ID<Enumeration>] = [:]
  /// For each model, the names of its columns.
  var columnNames: [ColumnNames] = []
  /// For each model, the associations by name.
  var associationIDs: [[String: ID<Association>]] = []
  /// For each model, the polymorphic associations by name.
  var polymorphicIDs: [[String: ID<PolymorphicAssociation>]] = []
  /// The polymorphic associations while they are put together.
  var polymorphicDrafts: [PolymorphicDraft] = []
  /// The keys of which one is set in each row.
  var requiredArcs: Set<ID<Edge>> = []
  /// For each model, the columns and associations that were declared and not understood: what uses them is not judged.
  var brokenNames: [Set<String>] = []
  /// The models whose key was declared wrongly: what references them is not judged.
  var brokenKeys: Set<ID<Model>> = []
  /// For each model, the position of its declaration in the document; `nil` for a made junction model.
  var declarationPositions: [Int?] = []
  /// The files of rows.
  let rowFiles: Set<SourceFileID>
  /// The names of properties by what they are made of.
  private var propertyNamesMade: [String: String] = [:]
  /// The endings of names of properties by what they are made of.
  private var endingsMade: [String: String] = [:]

  init(_ document: consuming SchemaDocument) {
    let target = document.target?.value ?? .standard
    charsets = CharacterSets(target: target)
    graph = AssociationGraph(
      schemaPath: document.path,
      database: Database(name: document.database.name.value, collation: charsets.standard),
      target: target,
      swift: SwiftSettings(
        access: document.swift.access, layout: document.swift.layout,
        namespace: Words(of: document.database.name.value).upperCamelCase,
        imports: document.swift.imports.map(\.value), jsonType: document.swift.jsonType?.value))
    graph.swift.showsSeeds = document.swift.seeds
    if let packet = document.maxAllowedPacket?.value { graph.maxAllowedPacket = Int(packet) }
    rowFiles = Set((document.seeds + document.seedSets.flatMap(\.seeds)).lazy.compactMap { $0.options?.rows?.id })
    self.document = document
    graph.database.collation = resolveCollation(
      charset: self.document.database.charset, collation: self.document.database.collation,
      otherwise: charsets.standard)
  }

  /// What `work` makes of parts of `positions`, in their order; several threads work on parts at once.
  ///
  /// Each part has a resolver of its own, of which only the findings are kept. How many misspelt names are searched for is
  /// counted over all parts: one that has such a name is done again in its turn.
  @discardableResult
  mutating func inParts<Part: Sendable>(
    of positions: Range<Int>, _ work: @Sendable (inout GraphResolver, Range<Int>) -> Part
  ) -> [Part] {
    var own = self
    own.diagnostics = DiagnosticCollector()
    own.searchesLeft = 0
    own.hasSkippedSearch = false
    own.propertyNamesMade = [:]
    let resolver = own
    let parts = positions.mapInParts(ofSize: Self.partSize) { positions in
      var own = resolver
      let part = work(&own, positions)
      return (positions, part, own.diagnostics, own.hasSkippedSearch)
    }
    return parts.map { positions, part, findings, hasSkippedSearch in
      if hasSkippedSearch, searchesLeft > 0 { return work(&self, positions) }
      diagnostics.add(contentsOf: findings)
      return part
    }
  }

  /// So many tables or queries are looked at by one thread before it takes others.
  private static let partSize = 128

  /// Lets go of the declarations of models, which the graph has taken in.
  mutating func forgetModels() {
    document.models = []
    declarationPositions = []
  }

  /// The declaration of the model at a position; `nil` for a made junction model.
  func declaration(of model: Int) -> ModelDeclaration? { declarationPositions[model].map { document.models[$0] } }

  /// The rows that are written, the document's no longer.
  mutating func takeSeeds() -> [SeedDeclaration] {
    let seeds = document.seeds
    document.seeds = []
    return seeds
  }

  /// The name of a property: lower camel case with initialisms in one case.
  ///
  /// Tables have names in common, and so do queries: what was made once is not made again.
  mutating func swiftPropertyName(_ name: String) -> String {
    if let made = propertyNamesMade[name] { return made }
    let made = Words(of: name).lowerCamelCase
    propertyNamesMade[name] = made
    return made
  }

  /// The name of a property as it stands behind others.
  mutating func ending(of name: String) -> String {
    if let made = endingsMade[name] { return made }
    let made = Words(of: name).ending
    endingsMade[name] = made
    return made
  }

  /// The position of the column that the schema calls `name`.
  func columnPosition(_ name: String, of model: ID<Model>) -> Int? {
    columnNames[model.index].position(of: name, in: graph[model].columns)
  }

  /// The position of `column` in `model`, or `nil` with a diagnostic that proposes a near name.
  mutating func findColumn(_ column: Located<String>, of model: ID<Model>) -> Int? {
    if let position = columnPosition(column.value, of: model) { return position }
    if brokenNames[model.index].contains(column.value) { return nil }
    reportUnknown(
      GraphRule.unknownColumn, "Model '\(graph[model].name)' has no column '\(column.value)'", column,
      candidates: graph[model].columns.map(\.attribute))
    return nil
  }

  /// Reports a name that leads to nothing, with the nearest of `candidates` as a mend.
  ///
  /// A search looks at every candidate; where a whole schema is misspelt, only the first findings get one.
  mutating func reportUnknown(
    _ rule: some DiagnosticRule, _ summary: String, _ name: Located<String>, candidates: [String],
    explanation: String? = nil
  ) {
    guard searchesLeft > 0 else {
      hasSkippedSearch = true
      diagnostics.error(rule, at: name.range, summary, explanation: explanation)
      return
    }
    searchesLeft -= 1
    guard let near = nearestName(to: name.value, among: candidates) else {
      let known = candidates.count <= 12 && !candidates.isEmpty ? "Known: \(candidates.joined(separator: ", "))." : nil
      diagnostics.error(rule, at: name.range, summary, explanation: explanation ?? known)
      return
    }
    diagnostics.error(
      rule, at: name.range, "\(summary); did you mean '\(near)'?", explanation: explanation,
      fixIts: [Diagnostic.FixIt("Replace '\(name.value)' with '\(near)'", at: name.range, replacement: near)])
  }
}
