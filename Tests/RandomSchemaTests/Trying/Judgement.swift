import Diagnostics
import TestSupport

/// What Joinery says of each model of a schema.
struct Judgement {
  /// The schema of the models without an error, and its outputs.
  let accepted: RandomSchema
  let compilation: Compilation
  /// The errors of the refused models, by name.
  let errors: [String: [Diagnostic]]
  /// How many models were left out since they name a refused one.
  let leftOut: Int

  /// Judges `schema`: takes out what is refused until nothing is.
  init(_ schema: RandomSchema) throws {
    var rest = schema
    var errors: [String: [Diagnostic]] = [:]
    while true {
      let (text, places) = rest.rendered
      let compilation = Compilation(Array(text.utf8), path: "schemas/random.yaml", verifies: true)
      let found = compilation.findings.filter { $0.severity == .error }
      // With no model left, that is what is said of the schema.
      if found.isEmpty || rest.models.isEmpty {
        self.compilation = compilation
        break
      }
      var refused: Set<String> = []
      for error in found {
        let place = error.range.map { Int($0.lower) } ?? 0
        guard let index = places.firstIndex(where: { $0.contains(place) }) else {
          throw TestServerFailure("An error outside of all models: \(compilation.diagnostics)\n\(text)")
        }
        let name = rest.models[index].name
        errors[name, default: []].append(error)
        refused.insert(name)
      }
      rest = rest.removing(refused)
    }
    accepted = rest
    self.errors = errors
    leftOut = schema.models.count - rest.models.count - errors.count
  }
}
