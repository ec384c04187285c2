import AssociationGraph
import SchemaLanguage

/// Writes the rows of a query with groups, which are its results.
struct GroupWriter {
  let names: SwiftNames
  let query: QueryPlan
  let grouping: Grouping
  let library: LibraryNames

  /// Writes `Row` and `nest`.
  func write(to writer: inout CodeWriter) {
    var list = PropertyList(access: names.access)
    for returned in grouping.returned {
      let column = names.graph[query.hop(of: returned.term).model].columns[returned.term.column]
      add(
        returned.rowName, column.type, column.swiftType, isOptional: returned.isNullable, key: returned.name, to: &list,
        &writer)
    }
    for aggregate in grouping.aggregates {
      add(
        aggregate.rowName, aggregate.type, aggregate.swiftType, isOptional: aggregate.isNullable, key: aggregate.name,
        to: &list, &writer)
    }
    writer.documentation(
      grouping.columns.isEmpty ? "What is known of all rows together." : "What is known of one group.")
    writer.open(
      names.access, "struct Row: ", library[.codable], ", ", library[.hashable], ", ", library[.sendable])
    list.writeDeclarations(to: &writer)
    writer.blank()
    list.writeCodingKeys(to: &writer, library: library)
    writer.close()
    writer.blank()
    writeNest(to: &writer)
  }

  private func add(
    _ name: String, _ type: ColumnType, _ swiftType: String?, isOptional: Bool, key: String,
    to list: inout PropertyList,
    _ writer: inout CodeWriter
  ) {
    let value = names.valueType(type, swiftType: swiftType, library: library, noting: &writer)
    list.properties.append(
      PropertyList.Property(name: SwiftNames.property(name), type: value, isOptional: isOptional, key: key))
  }

  private func writeNest(to writer: inout CodeWriter) {
    let result = ResultReturn(query: query, element: "Row")
    writer.documentation(query.result == .many ? "The result: the rows, in their order." : "The result: the only row.")
    result.writeDocumentation(names: names, to: &writer)
    writer.open(
      names.access, "static func nest(_ rows: some ", library[.sequence], "<Row>)", result.signature)
    if query.result == .many {
      writer.line("[Row](rows)")
    } else {
      writer.line("let result = [Row](rows)")
      result.write(names: names, to: &writer)
    }
    writer.close()
  }
}
