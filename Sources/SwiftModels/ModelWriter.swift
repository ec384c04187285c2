import AssociationGraph
import SchemaLanguage

/// Writes the struct of a model's rows, and the enumerations of its columns.
struct ModelWriter {
  let names: SwiftNames
  let id: ID<Model>

  private var graph: AssociationGraph { _read { yield names.graph } }
  private var library: LibraryNames { names.library }
  private var access: String { names.access }

  /// Writes the declarations.
  func write(to writer: inout CodeWriter) {
    let model = graph[id]
    let identity = names.identities[id.index]
    let properties = properties(of: model, noting: &writer)

    writeDocumentation(of: model, to: &writer)
    let name = SwiftIdentifier.spelled(names.models[id.index])
    let identifiable = if case .none = identity { "" } else { "\(library[.identifiable]), " }
    writer.open(
      access, "struct ", name, ": ", library[.codable], ", ", library[.hashable], ", ", identifiable,
      library[.sendable])
    properties.writeDeclarations(to: &writer)
    IdentityWriter(library: library, access: access).write(identity, of: properties, to: &writer)
    writer.blank()
    properties.writeInitializer(to: &writer)
    writer.blank()
    properties.writeCodingKeys(to: &writer, library: library)
    writer.blank()
    writeNew(of: model, properties, to: &writer)
    writer.close()
    if graph.swift.showsSeeds { SeedsWriter(names: names, id: id).write(properties, to: &writer) }

    for enumeration in names.ownEnumerations[id.index] {
      writer.blank()
      EnumerationWriter(names: names, id: enumeration).write(to: &writer)
    }
  }

  private func properties(of model: Model, noting writer: inout CodeWriter) -> PropertyList {
    let foreignKeys = names.foreignKeys(of: model)
    let primaryKey = model.primaryKeyColumns
    var list = PropertyList(access: access)
    list.properties.reserveCapacity(model.columns.count)
    for position in model.columns.indices {
      let edges = foreignKeys[position]
      let type: String
      if let parent = names.keyedModel(of: position, in: id, foreignKeys: edges) {
        type = "\(SwiftIdentifier.spelled(names.models[parent.index])).ID"
      } else {
        type = names.valueType(
          model.columns[position].type, swiftType: model.columns[position].swiftType, library: library, noting: &writer)
      }
      list.properties.append(
        PropertyList.Property(
          name: SwiftNames.property(model.columns[position].swiftName), type: type,
          isOptional: model.columns[position].isNullable, key: model.columns[position].name,
          documentation: documentation(ofColumn: position, in: model, primaryKey: primaryKey, edges: edges)))
    }
    return list
  }

  /// Writes `New`: the columns that a new row must or may give.
  private func writeNew(of model: Model, _ properties: PropertyList, to writer: inout CodeWriter) {
    var new = PropertyList(access: access)
    new.properties.reserveCapacity(model.columns.count)
    for position in model.columns.indices where model.columns[position].generation == nil {
      var property = properties.properties[position]
      property.documentation = nil
      property.mayBeLeftOut = model.columns[position].isFilledByServer
      property.isOptional = property.isOptional || property.mayBeLeftOut
      new.properties.append(property)
    }
    writer.documentation(
      "A new row of ", CommentText.code(model.table), ": what is `nil` is left out, and the server fills it in.")
    writer.open(
      access, "struct New: ", library[.codable], ", ", library[.hashable], ", ", library[.sendable])
    new.write(to: &writer, library: library)
    writer.close()
  }

  private func writeDocumentation(of model: Model, to writer: inout CodeWriter) {
    writer.documentation("A row of ", CommentText.code(model.table), ".")
    if let comment = model.options.comment, !comment.isEmpty {
      writer.documentation()
      writer.documentation(CommentText.prose(comment))
    }
    guard !model.associations.isEmpty else { return }
    writer.documentation()
    for id in model.associations {
      let association = graph[id]
      // The ways of a polymorphic association are one: the first speaks for all.
      if let polymorphic = association.polymorphic, graph[polymorphic].alternatives.first != id { continue }
      writer.documentation("- ", summary(of: association))
    }
  }

  /// An association in words: ``belongs to ``Grade`` through `gradeId` (`grade`, optional)``.
  private func summary(of association: Association) -> String {
    let verb =
      switch association.kind {
      case .belongsTo: "belongs to"
      case .hasOne: "has one"
      case .hasMany: "has many"
      case .belongsToMany: "belongs to many"
      }
    var isOptional = false
    let way: String
    if association.steps.count == 1, let step = association.steps.first {
      let edge = graph[step.edge]
      isOptional = step.direction == .toParent && !edge.isRequired
      let child = graph[edge.child]
      if let polymorphic = association.polymorphic.map({ graph[$0] }) { return summary(of: polymorphic) }
      way = edge.childColumns.map { CommentText.code(child.columns[$0].name) }.joined(separator: ", ")
    } else {
      way = association.steps.dropLast().map { reference(to: graph.destination(of: $0)) }.joined(separator: ", ")
    }
    return "\(verb) \(reference(to: association.target)) through \(way)"
      + " (\(CommentText.code(association.name))\(isOptional ? ", optional" : ""))"
  }

  /// ``belongs to one of ``Post``, ``Photo`` through `commentableType`, `commentableId` (`commentable`)``.
  private func summary(of association: PolymorphicAssociation) -> String {
    let ways = association.alternatives.map { graph[$0] }
    let targets = ways.map { reference(to: $0.target) }.joined(separator: ", ")
    var columns: [Int] = []
    for column in ways.flatMap({ graph[$0.steps[0].edge].decidingColumns }) where !columns.contains(column) {
      columns.append(column)
    }
    let names = columns.map { CommentText.code(graph[association.source].columns[$0].name) }.joined(separator: ", ")
    return "belongs to one of \(targets) through \(names)"
      + " (\(CommentText.code(association.name))\(association.isRequired ? "" : ", optional"))"
  }

  private func documentation(
    ofColumn position: Int, in model: Model, primaryKey: [Int], edges: [ID<Edge>]
  ) -> String? {
    let swiftName = model.columns[position].swiftName
    var roles: [String] = []
    if primaryKey.contains(position) {
      if model.primaryKey.count > 1 {
        roles.append("part of the primary key")
      } else if swiftName != "id" {
        roles.append("the primary key")
      }
    }
    let shared = edges.filter { graph[$0].discriminator != nil }.map { graph[$0] }
    if let type = shared.first?.discriminator.map({ model.columns[$0.column].name }) {
      let parents = shared.map { reference(to: $0.parent) }.joined(separator: " or ")
      roles.append("the key of a \(parents), as \(CommentText.code(type)) says")
    }
    for edge in edges where graph[edge].discriminator == nil {
      roles.append(
        "\(graph[edge].childColumns.count > 1 ? "part of " : "")the foreign key to \(reference(to: graph[edge].parent))"
      )
    }
    var sentences: [String] = []
    if !roles.isEmpty {
      sentences.append("\(CommentText.code(model.columns[position].name)), \(roles.joined(separator: " and ")).")
    }
    if model.columns[position].generation != nil { sentences.append("Computed by the server.") }
    if let comment = model.columns[position].comment, !comment.isEmpty { sentences.append(CommentText.prose(comment)) }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private func reference(to model: ID<Model>) -> String { "``\(names.models[model.index])``" }
}
