import AssociationGraph
import Diagnostics
import SchemaLanguage

/// Builds graphs by hand: what the resolver would make of a schema, with the names that it would choose.
struct GraphBuilder {
  static let nowhere = SourceRange(file: SourceFileID(index: 0), lower: 0, upper: 0)

  var graph: AssociationGraph

  init(
    path: String = "schemas/test.yaml", namespace: String = "TestDB",
    access: SwiftDeclaration.Access = .public
  ) {
    graph = AssociationGraph(
      schemaPath: path, database: Database(name: "test", collation: Collation("utf8mb4_0900_ai_ci")),
      target: .mysql84, swift: SwiftSettings(access: access, layout: .perType, namespace: namespace))
  }

  /// A column; `swift` is its property's name where it differs.
  static func column(
    _ name: String, _ type: ColumnType, swift: String? = nil, nullable: Bool = false, default: ColumnDefault? = nil,
    collation: String = "utf8mb4_0900_ai_ci"
  ) -> Column {
    var column = Column(
      name: name, attribute: name, swiftName: swift ?? name, type: type, isNullable: nullable, role: .declared,
      declaredAt: nowhere)
    column.defaultValue = `default`
    if type.holdsText { column.collation = Collation(collation) }
    return column
  }

  /// `id int AUTO_INCREMENT`.
  static func id() -> Column {
    var column = column("id", .int)
    column.isAutoIncrement = true
    column.role = .implicitKey
    return column
  }

  /// `createdAt` and `updatedAt`.
  static func timestamps() -> [Column] {
    ["createdAt", "updatedAt"].map { column($0, .datetime(fraction: 0), default: .now) }
  }

  mutating func model(_ name: String, table: String, key: [String] = ["id"], columns: [Column]) -> ID<Model> {
    var model = Model(
      name: name, table: table, origin: .declared,
      options: TableOptions(engine: "InnoDB", collation: Collation("utf8mb4_0900_ai_ci")), swiftName: name,
      declaredAt: Self.nowhere)
    model.columns = columns
    model.primaryKey = key.compactMap { name in
      columns.firstIndex { $0.name == name }.map { IndexPart(.column($0)) }
    }
    graph.models.append(model)
    return ID(graph.models.count - 1)
  }

  mutating func enumeration(
    _ name: String, shared: Bool = false, members: [String], cases: [String]? = nil
  ) -> ID<Enumeration> {
    graph.enumerations.append(
      Enumeration(
        swiftName: name, isShared: shared, members: members, swiftCases: cases ?? members,
        declaredAt: Self.nowhere))
    return ID(graph.enumerations.count - 1)
  }

  /// The foreign key `columns` of `child` to `parent`'s primary key, or to `parentColumns`.
  mutating func edge(
    _ child: ID<Model>, _ columns: [String], _ parent: ID<Model>, parentColumns: [String]? = nil, unique: Bool = false
  ) -> ID<Edge> {
    let childColumns = positions(of: columns, in: child)
    graph.edges.append(
      Edge(
        child: child, childColumns: childColumns, parent: parent,
        parentColumns: parentColumns.map { positions(of: $0, in: parent) } ?? graph[parent].primaryKeyColumns,
        isRequired: childColumns.allSatisfy { !graph[child].columns[$0].isNullable }, isUnique: unique,
        onDelete: .noAction, onUpdate: .cascade, constraint: "fk\(graph.edges.count)", declaredAt: Self.nowhere))
    let id = ID<Edge>(graph.edges.count - 1)
    graph[child].foreignKeys.append(id)
    return id
  }

  private func positions(of names: [String], in model: ID<Model>) -> [Int] {
    names.compactMap { name in graph[model].columns.firstIndex { $0.name == name } }
  }

  /// An association along `steps`, an edge and a direction each.
  mutating func association(
    _ name: String, _ kind: AssociationKind, of source: ID<Model>, _ steps: (ID<Edge>, Step.Direction)...,
    swift: String? = nil
  ) -> ID<Association> {
    let steps = steps.map { Step(edge: $0.0, direction: $0.1) }
    var target = source
    for step in steps { target = graph.destination(of: step) }
    let cardinality: Association.Cardinality =
      switch kind {
      case .belongsTo: steps.allSatisfy { graph[$0.edge].isRequired } ? .one : .optional
      case .hasOne: .optional
      case .hasMany, .belongsToMany: .many
      }
    graph.associations.append(
      Association(
        name: name, swiftName: swift ?? name, kind: kind, source: source, target: target, steps: steps,
        cardinality: cardinality, declaredAt: Self.nowhere))
    let id = ID<Association>(graph.associations.count - 1)
    graph[source].associations.append(id)
    return id
  }

  /// One association of `include`.
  struct Include {
    var association: ID<Association>
    var type: String?
    var isRequired = false
    var condition: Condition?
    var columns: [String]?
    var junctions: [(name: String, type: String, columns: [String]?)] = []
    var children: [Include] = []
  }

  /// Plans a query and adds it.
  mutating func query(
    _ name: String, _ swiftName: String, from model: ID<Model>, type: String? = nil, columns: [String]? = nil,
    include: [Include] = [], condition: Condition? = nil, parameters: [QueryParameter] = []
  ) {
    let rootType = type ?? graph[model].swiftName
    let root = rootType.prefix(1).lowercased() + rootType.dropFirst()
    var sources = [
      QuerySource(
        parent: nil, association: nil,
        hops: [
          Hop(
            alias: root, model: model, step: nil, columns: selected(columns, of: model, path: []), swiftName: "",
            swiftType: rootType)
        ], cardinality: .many, isRequired: true, swiftName: root, swiftType: rootType)
    ]
    for include in include { add(include, to: 0, path: [], &sources) }
    separateRowNames(&sources)
    graph.queries.append(
      QueryPlan(
        name: name, swiftName: swiftName, documentation: nil, sources: sources, condition: condition, order: [],
        limit: nil, offset: nil, parameters: parameters, declaredAt: Self.nowhere))
  }

  /// Gives every property of `Row` a name of its own.
  private func separateRowNames(_ sources: inout [QuerySource]) {
    var taken: Set<String> = []
    for source in sources.indices {
      for hop in sources[source].hops.indices {
        for column in sources[source].hops[hop].columns.indices {
          var name = sources[source].hops[hop].columns[column].rowName
          while !taken.insert(name).inserted { name += "2" }
          sources[source].hops[hop].columns[column].rowName = name
        }
      }
    }
  }

  private func add(_ include: Include, to parent: Int, path: [String], _ sources: inout [QuerySource]) {
    let association = graph[include.association]
    let path = path + [association.name]
    let alias = path.joined(separator: ".")
    let type = include.type ?? graph[association.target].swiftName
    var hops: [Hop] = []
    for (step, junction) in zip(association.steps.dropLast(), include.junctions) {
      let model = graph.destination(of: step)
      hops.append(
        Hop(
          alias: "\(alias).\(junction.name)", model: model, step: step,
          columns: selected(junction.columns, of: model, path: path + [junction.name]), swiftName: junction.name,
          swiftType: junction.type))
    }
    hops.append(
      Hop(
        alias: alias, model: association.target, step: association.steps[association.steps.count - 1],
        columns: selected(include.columns, of: association.target, path: path), swiftName: "", swiftType: type))
    let position = sources.count
    sources.append(
      QuerySource(
        parent: parent, association: include.association, hops: hops, cardinality: association.cardinality,
        isRequired: include.isRequired, condition: include.condition, swiftName: association.swiftName,
        swiftType: type))
    sources[parent].children.append(position)
    for child in include.children { add(child, to: position, path: path, &sources) }
  }

  private func selected(_ names: [String]?, of model: ID<Model>, path: [String]) -> [SelectedColumn] {
    let positions = names.map { self.positions(of: $0, in: model) } ?? Array(graph[model].columns.indices)
    return positions.map { position in
      let column = graph[model].columns[position]
      let words = path + [column.swiftName]
      let rowName = words[0] + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      return SelectedColumn(
        column: position, name: (path + [column.name]).joined(separator: "."), rowName: rowName)
    }
  }
}
