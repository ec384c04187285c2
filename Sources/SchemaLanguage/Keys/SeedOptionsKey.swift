/// The keys of `$options` of a model's rows.
enum SeedOptionsKey: String, SchemaKey {
  case mode, key, truncateFirst, defaults, file, label, nullText

  static let named = makeNamed()

  static let section = KeySection(
    "Seed options",
    noun: "'$options' of rows",
    introduction: """
      `$options` stands where a label would, or, in a list of rows, as the first item with that key alone. It holds for the \
      rows beside it.

      **upsert** updates the row that has the same values in the columns of `key`, and inserts it where there is none. It sets \
      what a row says and nothing else: a column that a row leaves out stays as it is. A row gives every column of `key`. \
      What the server or Joinery would fill in, and what `key` does not hold, stays as it is in a row that is there \
      already; whoever refers to such a row finds it by `key`, so that it does not matter which number it has. Rows that an \
      association brings along are upserted with the row that brings them, by the first key that has no number, unless their \
      own model has options. A server catches a row by any unique key, not by the one that was meant: a warning says where a second \
      one could catch another row.

      **truncateFirst** deletes the rows of the tables before anything is inserted, children before parents, in the same \
      file. A warning says what that does to tables that are not emptied themselves.
      """,
    example: """
      seeds:
        Grade:
          $options: { mode: upsert, key: [level] }
          ninth: { level: 9 }
        Student:
          - $options: { truncateFirst: true, defaults: { grade: ninth } }
          - { name: Max Butler }
      """)

  static var dependencies: [KeyDependency<SeedOptionsKey>] {
    [.needs(.key, [.mode]), .needs(.label, [.file]), .needs(.nullText, [.file])]
  }

  var description: KeyDescription {
    switch self {
    case .mode:
      KeyDescription(
        "What a row does where the table has one with the same key: it is refused, or it updates that one.",
        .choice(of: SeedOptions.Mode.self), default: "`insert`", example: "mode: upsert")
    case .key:
      KeyDescription(
        "The columns of the primary or unique key by which `upsert` knows a row.",
        .either([.name, .nonEmpty(.list(of: .name))]),
        default: "the primary key", example: "key: [email]")
    case .truncateFirst:
      KeyDescription(
        "Whether all rows of the table are deleted first.", .boolean, default: "`false`", example: "truncateFirst: true"
      )
    case .defaults:
      KeyDescription(
        "Columns and associations of every row that does not give them itself.", .row, default: "none",
        example: "defaults: { grade: ninth }")
    case .file:
      KeyDescription(
        "A CSV file with further rows, by its path from this file's folder; see [Rows in CSV files](#rows-in-csv-files).",
        .path, default: "none", example: "file: students.csv")
    case .label:
      KeyDescription(
        "The column of the file that holds the labels of its rows.", .name, default: "no labels", example: "label: name"
      )
    case .nullText:
      KeyDescription(
        "The field of the file that stands for NULL.", .text,
        default: "an empty field without quotes, in a nullable column", example: #"nullText: "\\N""#)
    }
  }
}
