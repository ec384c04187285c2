import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Checks that names which must differ do: on the server without regard to case, as on its strictest systems.
  mutating func checkNames() {
    checkTables()
    checkConstraints()
    inParts(of: graph.models.indices) { resolver, positions in
      for index in positions {
        resolver.checkColumns(of: ID(index))
        resolver.checkIndexes(of: resolver.graph.models[index])
      }
    }
    checkSwiftTypes()
  }

  private mutating func checkTables() {
    var names = SeenNames("Tables")
    for model in graph.models {
      names.check(model.table, "table '\(model.table)' of model '\(model.name)'", at: model.declaredAt, &diagnostics)
    }
  }

  private mutating func checkConstraints() {
    var keys = SeenNames("Foreign keys of a database")
    for edge in graph.edges {
      guard let name = edge.constraint else { continue }
      keys.check(name, "foreign key '\(name)'", at: edge.declaredAt, &diagnostics)
    }
    var checks = SeenNames("Checks of a database")
    for model in graph.models {
      // MariaDB keeps the keys and checks of a table under one set of names.
      var constraints = SeenNames("Foreign keys and checks of model '\(model.name)'")
      for edge in model.foreignKeys.map({ graph[$0] }) {
        if let name = edge.constraint { constraints.remember(name, at: edge.declaredAt) }
      }
      for check in model.checks {
        let isNew = checks.check(check.name, "check '\(check.name)'", at: check.declaredAt, &diagnostics)
        guard isNew else { continue }
        constraints.check(check.name, "check '\(check.name)'", at: check.declaredAt, &diagnostics)
      }
    }
  }

  private mutating func checkColumns(of id: ID<Model>) {
    let model = graph[id]
    var columns = SeenNames("Columns of model '\(model.name)'", count: model.columns.count)
    var properties = SeenNames(
      "Swift properties of model '\(model.name)'", foldsCase: false, count: model.columns.count)
    for column in model.columns {
      columns.check(column.name, "column '\(column.name)'", at: column.declaredAt, &diagnostics)
      properties.check(
        column.swiftName, "column '\(column.name)', which becomes '\(column.swiftName)'", at: column.declaredAt,
        &diagnostics)
    }
    for association in model.associations.map({ graph[$0] }) {
      properties.check(
        association.swiftName, "association '\(association.name)', which becomes '\(association.swiftName)'",
        at: association.declaredAt, &diagnostics)
    }
    for association in polymorphicIDs[id.index].values.sorted(by: { $0.index < $1.index }).map({ graph[$0] }) {
      properties.check(
        association.swiftName, "association '\(association.name)', which becomes '\(association.swiftName)'",
        at: association.declaredAt, &diagnostics)
    }
  }

  private mutating func checkIndexes(of model: Model) {
    var names = SeenNames("Indexes of model '\(model.name)'")
    // The server's own index of a foreign key has the key's name, which is judged with the keys.
    for index in graph.foreignKeyIndexes(of: model) { names.remember(index.name, at: index.declaredAt) }
    for index in model.indexes {
      names.check(index.name, "index '\(index.name)'", at: index.declaredAt, &diagnostics)
    }
  }

  private mutating func checkSwiftTypes() {
    // Files are named after types, and some file systems do not tell upper case from lower case.
    var types = SeenNames("Swift types")
    for model in graph.models {
      types.check(
        model.swiftName, "model '\(model.name)', type '\(model.swiftName)'", at: model.declaredAt, &diagnostics)
    }
    for enumeration in graph.enumerations {
      types.check(
        enumeration.swiftName, "enumeration '\(enumeration.swiftName)'", at: enumeration.declaredAt, &diagnostics)
    }
    for query in document.queries {
      let type = swiftTypeName(query.name.value)
      types.check(type, "query '\(query.name.value)', type '\(type)'", at: query.name.range, &diagnostics)
    }
  }
}

/// The names of one kind seen so far, with their places.
private struct SeenNames {
  /// What they are names of; made where it is said.
  let kind: () -> String
  var foldsCase = true
  private var places: [String: SourceRange] = [:]

  init(_ kind: @autoclosure @escaping () -> String, foldsCase: Bool = true, count: Int = 0) {
    self.kind = kind
    self.foldsCase = foldsCase
    places.reserveCapacity(count)
  }

  /// Remembers `name` without a judgement.
  mutating func remember(_ name: String, at range: SourceRange) {
    places[foldsCase ? name.lowercased() : name] = range
  }

  /// Remembers `name`; reports it if it was seen before, and answers whether it is new.
  @discardableResult
  mutating func check(
    _ name: String, _ subject: @autoclosure () -> String, at range: SourceRange,
    _ diagnostics: inout DiagnosticCollector
  ) -> Bool {
    let key = foldsCase ? name.lowercased() : name
    guard let first = places[key] else {
      places[key] = range
      return true
    }
    diagnostics.error(
      GraphRule.nameCollision, at: range,
      "\(kind()) have names of their own\(foldsCase ? ", also without regard to case" : ""); that of \(subject()) is taken",
      explanation: "Give one of the two another name.", notes: [Diagnostic.Note("The other one is here", at: first)])
    return false
  }
}
