import AssociationGraph
import SchemaLanguage

/// What `nest` returns, by the number of results that the query may have.
struct ResultReturn {
  let query: QueryPlan
  /// The type of one result.
  let element: String

  /// Whether it is an array of any number of results.
  var isArray: Bool { query.result == .many }

  /// The type.
  var type: String {
    switch query.result {
    case .many: "[\(element)]"
    case .one: element
    case .optional: "\(element)?"
    }
  }

  /// What stands behind the parameters of the function.
  var signature: String { isArray ? " -> \(type)" : " throws -> \(type)" }

  /// Writes what is thrown.
  func writeDocumentation(names: SwiftNames, to writer: inout CodeWriter) {
    let error = CommentText.code("\(names.namespace).ResultCountError")
    switch query.result {
    case .many: break
    case .one:
      writer.documentation()
      writer.documentation("- Throws: ", error, " if there is no result, or more than one.")
    case .optional:
      writer.documentation()
      writer.documentation("- Returns: ", CommentText.code("nil"), " if there is no result.")
      writer.documentation("- Throws: ", error, " if there is more than one.")
    }
  }

  /// Writes the end of the function, which has the array `result`.
  func write(names: SwiftNames, to writer: inout CodeWriter) {
    let error = "\(SwiftIdentifier.spelled(names.namespace)).ResultCountError(count: result.count)"
    switch query.result {
    case .many: writer.line("return result")
    case .one:
      writer.line("guard let only = result.first, result.count == 1 else { throw ", error, " }")
      writer.line("return only")
    case .optional:
      writer.line("guard result.count <= 1 else { throw ", error, " }")
      writer.line("return result.first")
    }
  }
}
