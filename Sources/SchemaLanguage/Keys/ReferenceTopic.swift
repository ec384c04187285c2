/// A section of the reference page that is about no mapping with a table of keys.
struct ReferenceTopic {
  /// The heading.
  let title: String
  /// Paragraphs, in Markdown.
  let introduction: String
  /// Rows of a table, the first its heading; empty for none.
  var table: [[String]] = []
  /// Lines of YAML; empty for none.
  var example = ""

  /// What holds everywhere in a schema.
  static let rules = ReferenceTopic(
    title: "Rules that hold everywhere",
    introduction: """
      - A scalar is read by the type that its place expects: `no` in a text is the text `no`, `010` where a number is \
      expected is ten. A truth value is `true` or `false` and no other word.
      - Quoting changes a meaning in rows and conditions only: bare `null` is NULL there, and bare `$name` in a condition a \
      parameter; quoted, both are text.
      - A key that a mapping does not have, a key that stands twice, a value of the wrong shape: each is an error at its own \
      place, and all of a file are reported.
      - A section with nothing in it (`indexes:`) is empty. Any other key needs a value.
      - Anchors, aliases and `<<` merge keys work. JSON is YAML.
      """)

  /// The files of a schema.
  static let files = ReferenceTopic(
    title: "Several files",
    introduction: """
      A path in `imports` is counted from the folder of the file that it stands in, and has `/` between its parts. It does \
      not begin with `/`, and it does not lead out of the root, not even through a symbolic link. The root is the nearest \
      folder upward from the schema with a `joinery.yaml` or a `Package.swift`, else the schema's own folder. Imports form \
      no circle.

      An imported file may have `imports`, `enums`, `mixins`, `models`, `seeds` and `queries`. What holds for the whole \
      schema is said in the schema's own file alone: `database`, `target`, `naming`, `defaults` and `swift` in an imported \
      one are an error. A file without `database` is a fragment; `joinery generate` without arguments makes nothing of it by \
      itself.

      Everything in the files of a schema is one schema: models of one file name those of another. The content of imported \
      files comes first, in the order of `imports`, and before it what they import themselves; then comes the file's own. A \
      file counts once, however often it is imported. A name that is declared twice is an error that shows both places. \
      Several files may have rows of one model; they come one after the other, and have labels of their own.

      A schema imports at most 1,000 files, and all its files together have at most 256 MiB.
      """,
    example: """
      # schemas/school.yaml
      database: school
      imports: [people.yaml]
      models:
        Course:
          belongsTo: { teacher: Person }

      # schemas/people.yaml
      models:
        Person:
          columns: { name: string(80) }
      """)

  /// The topic that follows the section of a table of keys; `nil` for none.
  static func behind(_ keys: any SchemaKey.Type) -> ReferenceTopic? {
    switch keys {
    case is TopLevelKey.Type: files
    case is ColumnKey.Type: types
    case is SwiftTypesKey.Type: seeds
    case is SeedOptionsKey.Type: rowFiles
    default: nil
    }
  }

  /// The types of columns.
  static let types = ReferenceTopic(
    title: "Types",
    introduction: """
      A type is a name, its numbers or members in parentheses, then `unsigned`, `signed`, `zerofill` or `srid n`, and `?` \
      for a nullable column: `decimal(10,2) unsigned?`. Letter case does not count. Members of `enum` and `set` are bare \
      or in single quotes, in which `''` is a quote: `enum(a, 'b, c', 'it''s')`. The name of an enumeration of `enums` is a \
      type, too.
      """,
    table: [["written", "MySQL", "Swift", "holds"]]
      + TypeName.allCases.map { type in
        let description = type.description
        return [
          code(description.notation), code(description.mysql),
          description.swift == "a JSON value" ? description.swift : code(description.swift), description.summary,
        ]
      })

  /// The rows of `seeds`.
  static let seeds = ReferenceTopic(
    title: "Seeds",
    introduction: """
      Under a model's name stand its rows, as a list, or as a mapping from labels to rows. A label does not begin with `$`. \
      A row is a mapping from columns to values (a value of the column's type, `null`, or `{ sql: "…" }`) and from \
      associations to rows.

      A `belongsTo` takes a label, or a mapping of the values of the one row that is meant. A single value is always a \
      label, also one that looks like a number: a key is written as a column, `gradeId: 3`, or as a value, \
      `grade: { id: 3 }`. `hasOne` and `hasMany` take rows of the other model, which may hold rows themselves; a list of \
      labels or of `{ label: { column: value } }` under a `belongsToMany` makes rows of its through table.

      **Keys.** Numbers that a server would give are given in the order written: first the rows under their model, then those \
      that associations bring along, then those of files. A written number is kept, and the next ones go on from the highest. \
      A `uuid` default that a row leaves out becomes a UUID of version 5, from the name `<database>/<Model>/<label>`, \
      or `#` and the position where there is no label.

      **Times.** A `datetime` or `timestamp` with an offset is written in UTC: `2024-05-01 12:00:00+02:00` becomes \
      `2024-05-01 10:00:00`. Without an offset it is in UTC already, and written as it is. The server takes the value of a \
      TIMESTAMP for a time in the session's zone, so `sql/seeds.sql` says in its head that such rows are loaded with \
      `time_zone = '+00:00'`.

      **Sets.** Each entry of `seedSets` has rows like `seeds`, and gives `sql/seeds.<set>.sql`, to be loaded after \
      `sql/seeds.sql`. Its rows may refer to those of `seeds` and are checked together with them, but not with those of other \
      sets. Numbers go on behind those of `seeds`, so that two sets may have the same; a UUID's name is \
      `<database>/<Model>/$<set>/<label>`, so that no two sets have the same. Within a set, positions count from 1.

      **Swift.** With `swift: { seeds: true }` the structs have the rows of `seeds` as static values, `Student.seeds`, for tests \
      and previews. A row is shown where all of its values are known before it is loaded; times that the server fills in are \
      those of the first look. Rows with `{ sql: … }` or with a number that the server gives, rows of sets and \
      streamed rows of files are not shown.
      """,
    example: """
      seeds:
        Grade:
          ninth: { level: 9 }
          tenth: { level: 10 }
        Student:
          - { name: Max Butler, grade: ninth }
          - { name: John Baker, grade: { level: 10 } }
      """)

  /// `file` of `$options`.
  static let rowFiles = ReferenceTopic(
    title: "Rows in CSV files",
    introduction: """
      `file` names a file of comma-separated values (RFC 4180) in UTF-8, by its path from the folder of the file that names it; \
      it does not lead out of the root. The first record names columns of the model and `belongsTo` associations, in any \
      order. Fields with commas, quotes or line ends stand in double quotes, and a quote inside of them is doubled. Lines end \
      with LF or CR LF; a byte order mark and empty lines do not count.

      A field is a value of its column's type, written as in a row; JSON is written as JSON, a set with commas. The field of an \
      association is a label. An empty field without quotes is NULL in a nullable column, an empty text in a text column, and \
      leaves out a column of another type that has a default or a number. With `nullText` that text without quotes is NULL, \
      and an empty field is not. `defaults` may give what the file does not.

      With `label` the rows have labels, others may refer to them in any way, and they are held in memory like rows of the \
      schema. Without `label` the file is **streamed**: however many rows it has, they take no more memory. Such rows are \
      found by the columns of their keys, `customerId: 5`, and not by other values. They are checked like all others: the file is \
      read once for its values, and again where keys must be compared that do not fit into a table of fixed size. \
      They go into the tables in the order of the file; a row that names another row of the same file stands behind it. Rows of \
      other models may name them, and they may name rows of other files, as long as the files do not need one another in a circle.

      A mistake is shown at its line and column in the file; at most 100 of a file are reported.
      """,
    example: """
      seeds:
        Customer:
          - $options: { file: customers.csv, nullText: "-", defaults: { country: it } }
        Country:
          $options: { file: countries.csv, label: code }
      """)

  /// Words in code, each between its commas; commas in parentheses stay.
  private static func code(_ list: String) -> String {
    "`" + list.split(separator: ", ").joined(separator: "`, `") + "`"
  }
}
