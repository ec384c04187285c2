import SchemaLanguage

/// Some of the declared models with their own columns, on their way into the graph: they are numbered from 0, for several
/// threads make parts at once.
struct ModelPart: Sendable {
  var models: [Model] = []
  /// The schema's shared enumerations, then those that columns of these models bring.
  var enumerations: [Enumeration]
  /// What the resolver knows of them beside the graph; see there.
  var modelIDs: [String: ID<Model>] = [:]
  var columnNames: [ColumnNames] = []
  var associationIDs: [[String: ID<Association>]] = []
  var polymorphicIDs: [[String: ID<PolymorphicAssociation>]] = []
  var brokenNames: [Set<String>] = []
  var brokenKeys: Set<ID<Model>> = []
  var declarationPositions: [Int?] = []

  /// No models, beside the shared `enumerations`.
  init(_ enumerations: [Enumeration]) { self.enumerations = enumerations }
}

extension GraphResolver {
  /// Puts the models of `part` in the place of those that are there, and these into the part.
  mutating func exchangeModels(with part: inout ModelPart) {
    swap(&graph.models, &part.models)
    swap(&graph.enumerations, &part.enumerations)
    swap(&modelIDs, &part.modelIDs)
    swap(&columnNames, &part.columnNames)
    swap(&associationIDs, &part.associationIDs)
    swap(&polymorphicIDs, &part.polymorphicIDs)
    swap(&brokenNames, &part.brokenNames)
    swap(&brokenKeys, &part.brokenKeys)
    swap(&declarationPositions, &part.declarationPositions)
  }

  /// Adds the models of `part` behind those that are there, and their enumerations.
  mutating func append(_ part: consuming ModelPart) {
    let start = graph.models.count
    let shared = sharedEnumerations.count
    let shift = graph.enumerations.count - shared
    if shift > 0, part.enumerations.count > shared {
      for model in part.models.indices {
        for column in part.models[model].columns.indices {
          part.models[model].columns[column].type.shiftEnumeration(from: shared, by: shift)
        }
      }
    }
    for (position, model) in part.models.enumerated() { modelIDs[model.name] = ID(start + position) }
    graph.models += part.models
    graph.enumerations += part.enumerations.dropFirst(shared)
    columnNames += part.columnNames
    associationIDs += part.associationIDs
    polymorphicIDs += part.polymorphicIDs
    brokenNames += part.brokenNames
    brokenKeys.formUnion(part.brokenKeys.map { ID(start + $0.index) })
    declarationPositions += part.declarationPositions
  }
}

extension ColumnType {
  /// Names the enumeration that stands `shift` places further on, if it is one from the position `start` on.
  fileprivate mutating func shiftEnumeration(from start: Int, by shift: Int) {
    switch self {
    case .enumeration(let id) where id.index >= start: self = .enumeration(ID(id.index + shift))
    case .set(let id) where id.index >= start: self = .set(ID(id.index + shift))
    default: break
    }
  }
}
