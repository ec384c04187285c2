import AssociationGraph
import SchemaLanguage

/// Writes the rows of `seeds` as a static property of their model's struct.
struct SeedsWriter {
  let names: SwiftNames
  let id: ID<Model>

  /// Writes the extension, if the model has rows all of whose values are known before they are loaded.
  func write(_ properties: PropertyList, to writer: inout CodeWriter) {
    let graph = names.graph
    let seeds = SeedRows(of: id, in: graph.seeds, graph)
    var literals = ValueLiterals(names: names, model: id)
    let rows = seeds.rows.compactMap { literals.literals(of: $0) }
    guard !rows.isEmpty else { return }
    let name = SwiftIdentifier.spelled(names.models[id.index])
    writer.blank()
    writer.open("extension ", name)
    writer.documentation("The rows of the seeds.")
    if literals.usesNow {
      writer.documentation()
      writer.documentation(
        "What the server sets to the time of loading is the time at which the program first looks here.")
    }
    for line in missing(seeds, shown: rows.count) {
      writer.documentation()
      writer.documentation(line)
    }
    if literals.usesFoundation { writer.usesFoundation = true }
    let head = "\(names.access)static let seeds: [\(name)] = "
    if literals.usesNow {
      writer.line(head, "{")
      writer.indentBlock()
      writer.line("let now = \(names.library[.date])()")
      writer.line("return [")
    } else {
      writer.line(head, "[")
    }
    writer.indentBlock()
    for row in rows {
      let arguments = zip(properties.properties, row).map { property, literal in
        "\(SwiftIdentifier.label(property.name)): \(literal)"
      }
      writer.list("\(name)(", arguments, "),")
    }
    writer.outdentBlock()
    writer.line("]")
    if literals.usesNow {
      writer.outdentBlock()
      writer.line("}()")
    }
    writer.close()
  }

  /// What is said of rows that are not shown.
  private func missing(_ seeds: SeedRows, shown: Int) -> [String] {
    var lines: [String] = []
    let count = seeds.rows.count - shown
    if count > 0 {
      lines.append(
        "\(count == 1 ? "One row is" : "\(count) rows are") left out, since the server alone knows some of "
          + "\(count == 1 ? "its" : "their") values.")
    }
    if !seeds.files.isEmpty {
      lines.append("The rows of \(seeds.files.map(CommentText.code).joined(separator: ", ")) are left out.")
    }
    return lines
  }
}
