import AssociationGraph

/// The arguments of a nested struct's initializer, taken from a row of the joined result.
struct RowValues {
  private let shape: ResultShape
  private let source: Int
  /// The initializer's arguments.
  private var arguments: [Assignment] = []
  /// What has to be there: `let studentID = row.studentsStudentID`.
  private var bindings: [Assignment] = []
  /// The names of bindings that had to be others than those of their properties.
  private var changedNames: [String] = []

  /// A name, unescaped, and what it stands for.
  private struct Assignment {
    let name: String
    /// `row.`, or nothing.
    let scope: String
    let value: String
    /// Whether it is an optional property of `Row`, one of which has to be there if nothing else tells whether the element is.
    var isSign = false
  }

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
      let value = SwiftIdentifier.member(SwiftNames.property(selected.rowName))
      if isFailable, !columns[selected.column].isNullable {
        bind(name, to: value, in: "row.")
      } else {
        arguments.append(Assignment(name: name, scope: "row.", value: value, isSign: true))
      }
    }
  }

  /// Adds a to-one element or a junction row, made by `call`.
  mutating func add(_ name: String, call value: String, isOptional: Bool) {
    if isFailable, !isOptional {
      bind(name, to: value, in: "")
    } else {
      add(name, value: value)
    }
  }

  /// Adds an argument.
  mutating func add(_ name: String, value: String) {
    arguments.append(Assignment(name: name, scope: "", value: value))
  }

  /// The value of a property of `Row` that was added, without `?`.
  func value(ofRow name: String) -> String {
    let binding = bindings.last { $0.scope == "row." && $0.value == name }
    return binding.map { SwiftIdentifier.spelled($0.name) } ?? "row.\(name)"
  }

  /// Adds a to-many, to be filled later.
  mutating func addEmptyArray(_ name: String) { add(name, value: "[]") }

  /// Whether a type of the result, or the function that makes its values, has the name.
  private func isTypeOrMaker(_ name: String) -> Bool {
    shape.elementTypes.contains(name)
      || name.hasPrefix("make") && shape.elementTypes.contains(String(name.dropFirst("make".count)))
  }

  /// Whether a binding of the property `name` may not be called `local`. Properties have names of their own, so that only one
  /// that is called otherwise may have the name of another.
  private func isTaken(_ local: String, for name: String) -> Bool {
    local == "row" || local == "batches" || changedNames.contains(local) || isTypeOrMaker(local)
      || local != name && bindings.contains { $0.name == local }
  }

  private mutating func bind(_ name: String, to value: String, in scope: String) {
    let local = SwiftIdentifier.free(name) { isTaken($0, for: name) }
    if local != name { changedNames.append(local) }
    bindings.append(Assignment(name: local, scope: scope, value: value))
    arguments.append(Assignment(name: name, scope: "", value: SwiftIdentifier.spelled(local)))
  }

  /// Writes the function `name` that makes a value of the type at `path`.
  func write(_ name: String, parameters: String, path: String, to writer: inout CodeWriter) {
    writer.open("private static func ", name, "(", parameters, ") -> ", path, isFailable ? "?" : "")
    if isFailable, !bindings.isEmpty {
      writer.conditions("guard", count: bindings.count, "else { return nil }") { position, writer in
        writer.append(
          "let ", SwiftIdentifier.spelled(bindings[position].name), " = ", bindings[position].scope,
          bindings[position].value)
      }
    } else if isFailable {
      let own = arguments.filter(\.isSign).map { $0.scope + $0.value }
      let signs = own.isEmpty ? signsBelow(source) : own
      if signs.isEmpty {
        // Nothing of it is returned, so that nothing can tell that it is there.
        writer.line("nil")
        writer.close()
        return
      }
      writer.conditions("if", signs.map { "\($0) == nil" }, "{ return nil }")
    }
    writer.list("\(isFailable ? "return " : "")\(path)(", count: arguments.count, ")") { position, writer in
      writer.append(
        SwiftIdentifier.label(arguments[position].name), ": ", arguments[position].scope, arguments[position].value)
    }
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
