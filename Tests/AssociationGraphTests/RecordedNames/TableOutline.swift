import AssociationGraph
import Diagnostics
import SchemaLanguage
import YAMLSyntax

/// The tables of a schema in the order in which they are created, and what the resolver refuses.
///
/// A table is a line with its columns in their order, `?` behind those that are nullable; then its primary key, unless that
/// is `id`, and its unique keys. Below it stands a line for each foreign key, with what is done on delete and on update.
struct TableOutline {
  /// The lines.
  let text: String
  /// The errors, each by its rule.
  let errors: [String]

  /// The outline of the schema `text`.
  init(of text: String) {
    var files = SourceFiles()
    let file = files.add(SourceFile(path: "schemas/names.yaml", bytes: Array(text.utf8)))
    var diagnostics = DiagnosticCollector()
    let document = parseYAML(file, in: files, diagnostics: &diagnostics)
      .flatMap { readSchema($0, path: "schemas/names.yaml", diagnostics: &diagnostics) }
    let graph = document.flatMap { resolve($0, diagnostics: &diagnostics) }
    self.text = graph.map(Self.lines) ?? ""
    errors = diagnostics.sorted.filter { $0.severity == .error }.map { "\($0.identifier.rawValue): \($0.summary)" }
  }

  private static func lines(of graph: AssociationGraph) -> String {
    graph.creation.order.map { id in
      let model = graph[id]
      func names(_ columns: [Int]) -> String { columns.map { model.columns[$0].name }.joined(separator: ", ") }
      var line = "\(model.table): " + model.columns.map { $0.name + ($0.isNullable ? "?" : "") }.joined(separator: " ")
      let key = names(model.primaryKeyColumns)
      if key != "id" { line += "; key (\(key))" }
      for index in model.indexes where index.isUnique {
        line += "; unique (\(names(index.parts.compactMap(\.column))))"
      }
      for edge in model.foreignKeys.map({ graph[$0] }) {
        let parent = graph[edge.parent]
        let referenced = edge.parentColumns.map { parent.columns[$0].name }.joined(separator: ", ")
        let actions = edge.constraint == nil ? "no constraint" : "\(edge.onDelete.rawValue) \(edge.onUpdate.rawValue)"
        line += "\n  \(names(edge.childColumns)) -> \(parent.table).\(referenced) \(actions)"
      }
      return line
    }.joined(separator: "\n")
  }
}
