import AssociationGraph

/// Writes the structs of a query's nested result.
struct ResultTypeWriter {
  let shape: ResultShape

  private var access: String { shape.names.access }
  private var library: LibraryNames { shape.library }

  /// Writes the struct of the source at `position`, and within it those of what it includes.
  func write(_ position: Int, to writer: inout CodeWriter) {
    let source = shape.query.sources[position]
    let element = shape.elements[position]
    var list = columns(of: source.hops.count - 1, source: position, noting: &writer)
    let identity = identity(of: position)
    var nestedNames = element.junctions.values.map(\.property)
    nestedNames += source.children.map { shape.elements[$0].property }
    let isIdentifiable = !nestedNames.contains("id") && identity != nil

    for (_, junction) in element.junctions.sorted(by: { $0.key < $1.key }) {
      list.properties.append(
        PropertyList.Property(
          name: junction.property, type: SwiftIdentifier.spelled(junction.type),
          documentation: "The row of the junction table."))
    }
    for child in source.children {
      let other = shape.elements[child]
      let type = SwiftIdentifier.spelled(other.type)
      list.properties.append(
        PropertyList.Property(
          name: other.property,
          type: shape.isCollection(child) ? "[\(type)]" : type,
          isOptional: !shape.isCollection(child) && other.isOptionalProperty))
    }

    writer.documentation(QuerySummary(shape: shape).element(position))
    let identifiable = isIdentifiable ? "\(library[.identifiable]), " : ""
    writer.open(
      access, "struct ", SwiftIdentifier.spelled(element.type), ": ", library[.hashable], ", ", identifiable,
      library[.sendable])
    list.writeDeclarations(to: &writer)
    if isIdentifiable, let identity {
      IdentityWriter(library: library, access: access).write(identity, of: list, to: &writer)
    }
    for choice in element.choices { write(choice, to: &writer) }
    for (hop, junction) in element.junctions.sorted(by: { $0.key < $1.key }) {
      writer.blank()
      writer.documentation("A row of ", CommentText.code(shape.names.graph[source.hops[hop].model].table), ".")
      writer.open(
        access, "struct ", SwiftIdentifier.spelled(junction.type), ": ", library[.hashable], ", ",
        library[.sendable])
      columns(of: hop, source: position, noting: &writer).writeDeclarations(to: &writer)
      writer.close()
    }
    for child in source.children {
      writer.blank()
      write(child, to: &writer)
    }
    writer.close()
  }

  /// Writes the type of whichever row a polymorphic association leads to, and the property that has it.
  private func write(_ choice: ResultShape.Choice, to writer: inout CodeWriter) {
    let properties = choice.cases.map { shape.elements[$0.source].property }
    writer.blank()
    writer.documentation(
      "The one of ", properties.map(CommentText.code).joined(separator: ", "), " that is there; `nil` if none is.")
    writer.open(
      access, "var ", SwiftIdentifier.spelled(choice.property), ": ", SwiftIdentifier.spelled(choice.type), "?")
    for (other, property) in zip(choice.cases, properties) {
      writer.line(
        "if let value = ", "self.\(SwiftIdentifier.member(property))", " { return .",
        SwiftIdentifier.member(other.name), "(value) }")
    }
    writer.line("return nil")
    writer.close()
    writer.blank()
    writer.documentation("A row of one of several tables.")
    writer.open(
      access, "enum ", SwiftIdentifier.spelled(choice.type), ": ", library[.hashable], ", ", library[.sendable])
    for other in choice.cases {
      writer.documentation("A row of ", CommentText.code(shape.model(of: other.source).table), ".")
      writer.line(
        "case ", SwiftIdentifier.spelled(other.name), "(", SwiftIdentifier.spelled(shape.elements[other.source].type),
        ")"
      )
    }
    writer.close()
  }

  private func columns(of hop: Int, source: Int, noting writer: inout CodeWriter) -> PropertyList {
    let table = shape.query.sources[source].hops[hop]
    let columns = shape.names.graph[table.model].columns
    var list = PropertyList(access: access)
    list.properties.reserveCapacity(table.columns.count)
    for selected in table.columns {
      list.properties.append(
        PropertyList.Property(
          name: SwiftNames.property(columns[selected.column].swiftName),
          type: shape.valueType(of: selected.column, in: columns, noting: &writer),
          isOptional: columns[selected.column].isNullable))
    }
    return list
  }

  /// How the element is identified, in positions of the columns that are returned; `nil` if it is not.
  private func identity(of position: Int) -> SwiftNames.Identity? {
    let target = shape.query.sources[position].target
    let model = shape.names.graph[target.model]
    let isReturned = { (column: Int) in target.columns.firstIndex { $0.column == column } }
    let key = model.primaryKeyColumns.compactMap(isReturned)
    guard !key.isEmpty, key.count == model.primaryKey.count else { return nil }
    if let other = target.columns.firstIndex(where: { model.columns[$0.column].swiftName == "id" }) {
      return key == [other] ? .property(other) : nil
    }
    return key.count == 1 ? .column(key[0]) : .composite(key)
  }
}
