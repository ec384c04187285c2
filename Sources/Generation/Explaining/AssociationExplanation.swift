internal import AssociationGraph
internal import MySQL
internal import SchemaLanguage

/// The path of an association, in words and as the join that it makes.
struct AssociationExplanation {
  /// The explanation, several lines.
  let text: String

  init(_ id: ID<Association>, in graph: AssociationGraph) {
    let association = graph[id]
    let source = graph[association.source].name
    let number =
      switch association.cardinality {
      case .one: "one"
      case .optional: "at most one"
      case .many: "any number of"
      }
    let kind =
      association.isChain ? "\(association.kind.rawValue) through other associations" : association.kind.rawValue
    var text = "\(source).\(association.name): \(number) \(graph[association.target].name) (\(kind))\n\n"
    var before = source
    for (position, step) in association.steps.enumerated() {
      let arrival = graph[graph.destination(of: step)]
      text += "  \(position + 1). from \(before) to \(arrival.name), \(Self.words(step, in: graph))\n"
      for term in association.scope where term.step == position {
        text += "     where \(arrival.columns[term.column].attribute) is \(Self.words(term.value))\n"
      }
      before = arrival.name
    }
    if let inverse = association.inverse {
      text += "\nThe way back is \(graph[association.target].name).\(graph[inverse].name).\n"
    }
    self.text = text + "\n" + MySQLEmitter(graph: graph).join(of: id) + "\n"
  }

  /// One step: by which key, and how many rows it finds.
  private static func words(_ step: Step, in graph: AssociationGraph) -> String {
    let edge = graph[step.edge]
    let child = graph[edge.child]
    let parent = graph[edge.parent]
    let key = zip(edge.childColumns, edge.parentColumns).map { own, referenced in
      "\(child.table).\(child.columns[own].name) = \(parent.table).\(parent.columns[referenced].name)"
    }.joined(separator: " and ")
    let discriminator = edge.discriminator.map {
      " where \(child.table).\(child.columns[$0.column].name) is \(words($0.value))"
    }
    let number =
      switch step.direction {
      case .toParent: edge.isRequired ? "one row" : "one row or none"
      case .toChild: edge.isUnique ? "one row or none" : "any number of rows"
      }
    return "\(number): \(key)\(discriminator ?? "")"
  }

  private static func words(_ value: Value) -> String {
    switch value {
    case .number(let text): text
    case .text(let text): "'\(text)'"
    case .expression(let text): text
    case .bytes, .null, .serverDefault, .lookup: "a value"
    }
  }
}
