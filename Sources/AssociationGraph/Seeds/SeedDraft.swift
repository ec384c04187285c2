import Diagnostics
import SchemaLanguage

/// All rows of a schema while they are put together; rows refer to one another by position.
struct SeedDraft {
  /// The rows: those that are written under their model first, in the order of the document, then those that associations
  /// bring along.
  var rows: [RowDraft] = []
  /// For each model, the positions of its rows, in order.
  var rowsOf: [[Int]]
  /// For each model, rows by label.
  var labels: [[String: Int]]

  init(modelCount: Int) {
    rowsOf = Array(repeating: [], count: modelCount)
    labels = Array(repeating: [:], count: modelCount)
  }

  /// Adds a row and gives its position.
  mutating func add(_ row: RowDraft) -> Int {
    let position = rows.count
    rows.append(row)
    rowsOf[row.model.index].append(position)
    if let label = row.label { labels[row.model.index][label.value] = position }
    return position
  }
}

/// One row while it is put together.
struct RowDraft {
  let model: ID<Model>
  let label: Located<String>?
  /// Where the row was written.
  let range: SourceRange
  /// The values so far, one place for each column of the model; `nil` where nothing is given.
  var values: [Value?]
  /// Where each given value was written.
  var places: [Int: SourceRange] = [:]
  /// The rows that its keys name, as far as associations name them.
  var references: [RowReference] = []
  /// Whether a mistake was found in it, so that what follows from the mistake is not reported.
  var isBroken = false

  init(model: ID<Model>, label: Located<String>?, range: SourceRange, columnCount: Int) {
    self.model = model
    self.label = label
    self.range = range
    values = Array(repeating: nil, count: columnCount)
  }

  /// The place that stands for the row in a diagnostic.
  var place: SourceRange { label?.range ?? range.start }
}

/// A row's key that an association sets.
struct RowReference {
  let edge: ID<Edge>
  /// Which row it names.
  var target: Target
  /// Where the reference was written.
  let range: SourceRange

  enum Target {
    /// The row at this position.
    case row(Int)
    /// The one row with these values.
    case values([FieldSyntax])
  }
}
