import AssociationGraph

/// A query in words, for doc comments.
struct QuerySummary {
  let shape: ResultShape

  /// What the query returns: ``Every ``Grade`` where `grade` = $grade, with its students (0 or more).``
  var text: String {
    var text = ""
    for piece in QueryDescription(shape.query, in: shape.names.graph).pieces {
      switch piece {
      case .words(let words): text += words.utf8.contains(UInt8(ascii: "<")) ? words.replacing("<", with: "\\<") : words
      case .model: text += "``\(shape.elements[0].type)``"
      case .association(let name): text += CommentText.prose(name)
      case .column(let path): text += CommentText.code(path)
      case .parameter(let name): text += "$\(CommentText.prose(name))"
      case .value(let value): text += CommentText.prose(value)
      }
    }
    return "\(text.prefix(1).uppercased())\(text.dropFirst())."
  }

  /// What the struct of the source at `position` holds.
  func element(_ position: Int) -> String {
    let children = shape.query.sources[position].children.map { CommentText.code(shape.elements[$0].property) }
    let table = CommentText.code(shape.model(of: position).table)
    return "A row of \(table)\(children.isEmpty ? "" : ", with its \(children.joined(separator: " and "))")."
  }
}
