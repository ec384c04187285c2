import AssociationGraph
import SchemaLanguage

/// A query in words, for doc comments.
struct QuerySummary {
  let shape: ResultShape

  /// What the query returns: ``Every ``Grade`` where `grade` = $grade, with its students (0 or more).``
  var text: String {
    var text = "Every ``\(shape.elements[0].type)``"
    if let condition = shape.query.condition { text += " where \(words(condition, isInner: false))" }
    return "\(text)\(includes(of: 0))."
  }

  /// What the struct of the source at `position` holds.
  func element(_ position: Int) -> String {
    let children = shape.query.sources[position].children.map { CommentText.code(shape.elements[$0].property) }
    let table = CommentText.code(shape.model(of: position).table)
    return "A row of \(table)\(children.isEmpty ? "" : ", with its \(children.joined(separator: " and "))")."
  }

  private func includes(of position: Int) -> String {
    let children = shape.query.sources[position].children.map { child in
      let source = shape.query.sources[child]
      let name = source.association.map { shape.names.graph[$0].name } ?? source.swiftName
      let element = shape.elements[child]
      let number =
        if shape.isCollection(child) {
          element.isOptionalProperty ? "0 or more" : "1 or more"
        } else {
          element.isOptionalProperty ? "0 or 1" : "1"
        }
      return "\(CommentText.prose(name)) (\(number)\(includes(of: child)))"
    }
    return children.isEmpty ? "" : ", with its \(children.joined(separator: " and "))"
  }

  private func words(_ condition: Condition, isInner: Bool) -> String {
    switch condition {
    case .all(let parts): joined(parts, by: " and ", empty: "true", isInner: isInner)
    case .any(let parts): joined(parts, by: " or ", empty: "false", isInner: isInner)
    case .not(let part): "not \(words(part, isInner: true))"
    case .isNull(let term, let isNull): "\(name(of: term)) is \(isNull ? "" : "not ")NULL"
    case .comparison(let term, let comparison, let operands):
      "\(name(of: term)) \(sign(of: comparison)) \(words(operands, of: comparison))"
    }
  }

  private func joined(_ parts: [Condition], by word: String, empty: String, isInner: Bool) -> String {
    if parts.count == 1 { return words(parts[0], isInner: isInner) }
    if parts.isEmpty { return empty }
    let text = parts.map { words($0, isInner: true) }.joined(separator: word)
    return isInner ? "(\(text))" : text
  }

  private func words(_ operands: [Operand], of comparison: ComparisonOperator) -> String {
    let texts = operands.map(words)
    switch comparison {
    case .between, .notBetween: return texts.joined(separator: " and ")
    case .in, .notIn:
      if case .parameter(let position)? = operands.first, operands.count == 1,
        shape.query.parameters[position].isList
      {
        return texts[0]
      }
      return "(\(texts.joined(separator: ", ")))"
    default: return texts.joined(separator: ", ")
    }
  }

  private func words(_ operand: Operand) -> String {
    switch operand {
    case .parameter(let position): "$\(CommentText.prose(shape.query.parameters[position].name))"
    case .value(.null): "NULL"
    case .value(.serverDefault): "DEFAULT"
    case .value(.number(let text)): text
    case .value(.text(let text)): "'\(CommentText.prose(text))'"
    case .value(.bytes(let bytes)): "(\(bytes.count) bytes)"
    case .value(.expression(let text)): CommentText.code(text)
    }
  }

  private func name(of term: ColumnTerm) -> String {
    var path: [String] = []
    var place = term.source
    while let association = shape.query.sources[place].association, let parent = shape.query.sources[place].parent {
      path.append(shape.names.graph[association].name)
      place = parent
    }
    path.reverse()
    let source = shape.query.sources[term.source]
    let model = shape.names.graph[source.hops[term.hop].model]
    if term.hop + 1 < source.hops.count { path.append(source.hops[term.hop].swiftName) }
    path.append(model.columns[term.column].attribute)
    return CommentText.code(path.joined(separator: "."))
  }

  private func sign(of comparison: ComparisonOperator) -> String {
    switch comparison {
    case .eq: "="
    case .ne: "≠"
    case .gt: ">"
    case .gte: "≥"
    case .lt: "\\<"
    case .lte: "≤"
    case .in: "is one of"
    case .notIn: "is none of"
    case .between: "is between"
    case .notBetween: "is not between"
    case .like: "is like"
    case .notLike: "is not like"
    case .startsWith: "starts with"
    case .endsWith: "ends with"
    case .contains: "contains"
    case .regexp: "matches"
    case .isNull: "is NULL:"
    }
  }
}
