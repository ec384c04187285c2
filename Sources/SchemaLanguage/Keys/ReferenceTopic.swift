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
      associations to rows: a label, or a mapping of the values of the one row that is meant.
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

  /// Words in code, each between its commas; commas in parentheses stay.
  private static func code(_ list: String) -> String {
    "`" + list.split(separator: ", ").joined(separator: "`, `") + "`"
  }
}
