import TestSupport
import Testing

/// Queries that share a world, a schema and a compilation.
struct MatrixBatch: Sendable, CustomTestStringConvertible {
  let form: KeyForm
  /// Which of the form's batches it is, from 0.
  let number: Int

  /// How many batches there are for a form.
  private static let count = TestRun.isLong ? 8 : 2
  /// Every batch.
  static let all = KeyForm.allCases.flatMap { form in (0..<count).map { MatrixBatch(form: form, number: $0) } }

  var testDescription: String { "\(form) \(number)" }

  /// The queries of the batch.
  func queries(_ world: World) -> [MatrixQuery] {
    MatrixEnumeration(world).queries.enumerated().filter { $0.offset % Self.count == number }.map(\.element)
  }
}
