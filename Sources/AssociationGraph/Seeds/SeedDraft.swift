import Diagnostics
import SchemaLanguage

/// All rows of a schema while they are put together; rows refer to one another by position.
struct SeedDraft {
  /// The rows: those that are written under their model first, in the order of the document, then those that associations
  /// bring along.
  var rows: [RowDraft] = []
  /// For each model, the positions of its rows, in order.
  var rowsOf: [[Int]]
  /// The files of rows.
  var streams: [StreamDraft] = []
  /// The models with rows in a file that was not found.
  var modelsWithUnreadRows: Set<ID<Model>> = []
  /// For each model, the positions of its files among the rows.
  var streamsOf: [[Int]]
  /// For each model, the number behind the highest that a row of a file has.
  var numbersBehindFiles: [UInt64]
  /// For each model, rows by label.
  var labels: [[String: Int]]
  /// The set to which the rows from ``firstOwnRow`` on belong; `nil` for `seeds`.
  var set: String?
  /// The first row that is written now: those before it are there already.
  var firstOwnRow = 0
  /// For each model, what `$options` say of its rows.
  var modes: [Mode?]
  /// The models that are upserted, with the place that says so.
  var upserts: [(model: ID<Model>, place: SourceRange)] = []
  /// For each model, whether some of its rows get their numbers from the server.
  var isNumberedByServer: [Bool]
  /// For each model, the place that says that its table is emptied first.
  var truncated: [SourceRange?]

  /// What becomes of a row whose key is there already.
  enum Mode {
    /// It is refused.
    case insert
    /// It updates the row with the same key.
    case upsert([Int])

    var upsertKey: [Int]? {
      if case .upsert(let key) = self { key } else { nil }
    }
  }

  init(modelCount: Int) {
    rowsOf = Array(repeating: [], count: modelCount)
    labels = Array(repeating: [:], count: modelCount)
    streamsOf = Array(repeating: [], count: modelCount)
    numbersBehindFiles = Array(repeating: 1, count: modelCount)
    modes = Array(repeating: nil, count: modelCount)
    isNumberedByServer = Array(repeating: false, count: modelCount)
    truncated = Array(repeating: nil, count: modelCount)
  }

  /// The rows that are written now.
  var ownRows: Range<Int> { firstOwnRow..<rows.count }

  /// Begins the set `name`: what was added so far is there already.
  mutating func begin(_ name: String) {
    set = name
    firstOwnRow = rows.count
    modes = Array(repeating: nil, count: modes.count)
    upserts = []
    truncated = Array(repeating: nil, count: truncated.count)
  }

  /// Adds a row and gives its position.
  mutating func add(_ row: RowDraft) -> Int {
    let position = rows.count
    rows.append(row)
    rowsOf[row.model.index].append(position)
    if let label = row.label { labels[row.model.index][label.value] = position }
    return position
  }

  /// Adds a file, which stands as `row` among the rows but is none of its model's, and gives its position.
  mutating func add(stream: StreamDraft, as row: RowDraft) -> Int {
    let position = rows.count
    rows.append(row)
    streams.append(stream)
    streamsOf[row.model.index].append(position)
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
  /// Where each given value was written, one place for each column.
  var places: [SourceRange?]
  /// The rows that its keys name, as far as associations name them.
  var references: [RowReference] = []
  /// The columns by which the server finds the row if it is there already; `nil` for one that is inserted.
  var upsertKey: [Int]?
  /// The columns by which those who refer to it find it, where the server numbers it.
  var lookupKey: [Int]?
  /// The file that stands here; `nil` for a row.
  var stream: Int?
  /// Whether a mistake was found in it, so that what follows from the mistake is not reported.
  var isBroken = false

  /// A row of a table with so many columns, of which it gives none yet.
  init(model: ID<Model>, label: Located<String>?, range: SourceRange, columnCount: Int = 0) {
    self.model = model
    self.label = label
    self.range = range
    values = Array(repeating: nil, count: columnCount)
    places = Array(repeating: nil, count: columnCount)
  }

  /// Makes room for the values of a row that was made without columns.
  mutating func makeRoom(forColumns count: Int) {
    guard values.isEmpty else { return }
    values = Array(repeating: nil, count: count)
    places = Array(repeating: nil, count: count)
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
