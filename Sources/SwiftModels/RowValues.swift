import AssociationGraph

/// The arguments of a nested struct's initializer, taken from a row of the joined result.
struct RowValues {
  private let shape: ResultShape
  private let source: Int
  /// The initializer's arguments: `studentID: studentID`.
  private var arguments: [String] = []
  /// What has to be there: `let studentID = row.studentsStudentID`.
  private var bindings: [String] = []
  /// The optional properties of `Row`, one of which has to be there if nothing else tells whether the element is.
  private var signs: [String] = []
  private var taken: Set = ["row", "batches"]
  /// The names of values that are known to be there, by the properties of `Row`.
  private var bound: [String: String] = [:]

  init(in shape: ResultShape, source: Int) {
    self.shape = shape
    self.source = source
  }

  /// Whether a row may lack the element.
  var isFailable: Bool { shape.elements[source].mayBeMissing }

  /// Adds the columns that are returned of a table.
  mutating func add(hop position: Int) {
    let hop = shape.query.sources[source].hops[position]
    let columns = shape.names.graph[hop.model].columns
    for selected in hop.columns {
      let name = SwiftNames.property(columns[selected.column].swiftName)
      let value = "row.\(SwiftIdentifier.member(SwiftNames.property(selected.rowName)))"
      if isFailable, !columns[selected.column].isNullable {
        bind(name, to: value)
      } else {
        arguments.append("\(SwiftIdentifier.label(name)): \(value)")
        signs.append(value)
      }
    }
  }

  /// Adds a to-one element or a junction row, made by `call`.
  mutating func add(_ name: String, call value: String, isOptional: Bool) {
    if isFailable, !isOptional {
      bind(name, to: value)
    } else {
      add(name, value: value)
    }
  }

  /// Adds an argument.
  mutating func add(_ name: String, value: String) { arguments.append("\(SwiftIdentifier.label(name)): \(value)") }

  /// The value of a property of `Row` that was added, without `?`.
  func value(ofRow name: String) -> String { bound["row.\(name)"] ?? "row.\(name)" }

  /// Adds a to-many, to be filled later.
  mutating func addEmptyArray(_ name: String) { add(name, value: "[]") }

  /// Whether a type of the result, or the function that makes its values, has the name.
  private func isTypeOrMaker(_ name: String) -> Bool {
    shape.elementTypes.contains(name)
      || name.hasPrefix("make") && shape.elementTypes.contains(String(name.dropFirst("make".count)))
  }

  private mutating func bind(_ name: String, to value: String) {
    let local = SwiftIdentifier.free(name) { taken.contains($0) || isTypeOrMaker($0) }
    taken.insert(local)
    let spelled = SwiftIdentifier.spelled(local)
    bound[value] = spelled
    bindings.append("let \(spelled) = \(value)")
    arguments.append("\(SwiftIdentifier.label(name)): \(spelled)")
  }

  /// Writes the function `name` that makes a value of the type at `path`.
  func write(_ name: String, parameters: String, path: String, to writer: inout CodeWriter) {
    writer.open("private static func ", name, "(", parameters, ") -> ", path, isFailable ? "?" : "")
    if isFailable, !bindings.isEmpty {
      writer.conditions("guard", bindings, "else { return nil }")
    } else if isFailable {
      let signs = signs.isEmpty ? signsBelow(source) : signs
      if signs.isEmpty {
        // Nothing of it is returned, so that nothing can tell that it is there.
        writer.line("nil")
        writer.close()
        return
      }
      writer.conditions("if", signs.map { "\($0) == nil" }, "{ return nil }")
    }
    let call = isFailable ? "return \(path)(" : "\(path)("
    writer.list(call, arguments, ")")
    writer.close()
  }

  /// The properties of `Row` for all that the source includes, for an element that returns no column of its own.
  private func signsBelow(_ position: Int) -> [String] {
    shape.query.sources[position].children.flatMap { child in
      shape.query.sources[child].hops.flatMap(\.columns).map { selected in
        "row.\(SwiftIdentifier.member(SwiftNames.property(selected.rowName)))"
      } + signsBelow(child)
    }
  }
}
