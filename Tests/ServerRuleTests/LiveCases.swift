import TestSupport

extension LiveCase {
  /// At least one case for each rule that is an error.
  static let all: [LiveCase] = [
    LiveCase("MY-NAME-LENGTH", line: 3, "the_temperature_of_the_water_behind_the_second_pump_in_the_cellar"),
    LiveCase("MY-NAME-LENGTH", line: 1, "T", models: "T:\n  table: \(String(repeating: "t", count: 65))"),
    LiveCase(
      "MY-NAME-LENGTH", line: 3, long, models: "T:\n  columns: { a: integer }\n  checks: { \(long): a > 0 }"),
    LiveCase("MY-NAME-TRAILING-SPACE", line: 1, "Pupil"),
    LiveCase("MY-NAME-TRAILING-SPACE", line: 2, "a", models: "T:\n  columns: { a: { type: integer, column: 'a ' } }"),
    LiveCase(
      "MY-NAME-TRAILING-SPACE", line: 3, "{ columns: [a], name: 'a ' }",
      models: "T:\n  columns: { a: integer }\n  indexes: [{ columns: [a], name: 'a ' }]"),
    LiveCase("MY-NAME-CHARACTER", line: 1, "Pupil"),
    LiveCase("MY-INDEX-NAME", line: 3, "{ columns: [born], name: primary }"),
    LiveCase("MY-COLUMN-NAME", line: 2, "db_row_id"),
    LiveCase("MY-COLUMN-NAME", line: 2, "fts_doc_id", models: "T:\n  columns: { fts_doc_id: bigint unsigned }"),
    LiveCase("MY-CHECK-NAME", line: 4, "pupil_age"),

    LiveCase("MY-VARCHAR-LENGTH", line: 2, "body"),
    LiveCase("MY-VARCHAR-LENGTH", line: 2, "a", models: "T:\n  columns: { a: varchar(16384) }"),
    LiveCase("MY-ROW-SIZE", line: 1, "Page"),
    LiveCase(
      "MY-ROW-SIZE", line: 1, "T",
      models: """
        T:
          columns: { a: varbinary(65000), b: varbinary(523), c: integer, d: integer? }
          primaryKey: [c]
        """),
    LiveCase("MY-PAGE-SIZE", line: 1, "T", models: columns(32, "char(255)", options: "charset: latin1")),
    LiveCase(
      "MY-PAGE-SIZE", line: 1, "T",
      models: columns(31, "binary(253)", options: "", more: ["y: binary(255)", "z: binary(6)"])),
    LiveCase(
      "MY-PAGE-SIZE", line: 1, "T", models: columns(11, "text", options: "rowFormat: compact")),
    LiveCase(
      "MY-PAGE-SIZE", line: 1, "T", models: columns(254, "varchar(7)", options: "rowFormat: redundant", more: wide)),
    LiveCase(
      "MY-PAGE-SIZE", line: 1, "T",
      models: columns(3, "binary(255)", options: "keyBlockSize: 1", more: ["z: binary(104)"])),
    LiveCase(
      "MY-PAGE-SIZE", line: 4, "a",
      models: "T:\n  keyBlockSize: 1\n  columns: { a: { type: varchar(436)?, charset: latin1 } }\n  indexes: [a]"),
    LiveCase("MY-KEY-LENGTH", line: 3, "address"),
    LiveCase("MY-KEY-PARTS", line: 36, "{ columns: [\(list(33))] }", models: keyOfParts(33)),
    LiveCase(
      "MY-KEY-COUNT", line: 1, "T", models: columns(64, "integer", options: "indexes: [\(list(64))]")),
    LiveCase("MY-COLUMN-COUNT", line: 1, "T", models: columns(1017, "integer", options: "")),
    // Just over the bound, in members and in comments.
    LiveCase("MY-DEFINITION-SIZE", line: 1, "T", models: "T:\n  columns: { a: \"\(enumeration(10_868, more: "x"))\" }"),
    LiveCase(
      "MY-DEFINITION-SIZE", line: 1, "T",
      models: columns(70, "{ type: int, comment: \(String(repeating: "c", count: 911)) }", options: "")),
    LiveCase(
      "MY-COMMENT-LENGTH", line: 2, "a",
      models: "T:\n  columns: { a: { type: integer, comment: \(String(repeating: "c", count: 1025)) } }"),
    LiveCase(
      "MY-COMMENT-LENGTH", line: 1, "T", models: "T:\n  comment: \(String(repeating: "c", count: 2049))"),

    LiveCase("MY-COMMENT-CHARACTER", line: 3, "field"),

    LiveCase("MY-DECIMAL-PRECISION", line: 2, "mass"),
    LiveCase("MY-DECIMAL-SCALE", line: 2, "parallax"),
    LiveCase("MY-SCALE-OVER-PRECISION", line: 2, "parallax"),
    LiveCase("MY-SCALE-OVER-PRECISION", line: 2, "a", models: "T:\n  columns: { a: \"float(5,6)\" }"),
    LiveCase("MY-VECTOR", line: 2, "meaning"),
    LiveCase("MY-BINARY-CHARSET", line: 2, "name"),
    LiveCase("MY-SRID", line: 2, "position"),
    LiveCase("MY-ON-UPDATE-DEFAULT", line: 2, "changed"),
    LiveCase("MY-COLLATION", line: 3, "swedish"),
    LiveCase("MY-COLLATION", line: 4, "any"),

    LiveCase("MY-INDEX-WITHOUT-LENGTH", line: 3, "body"),
    LiveCase("MY-JSON-INDEX", line: 3, "facts"),
    LiveCase("MY-VECTOR-INDEX", line: 3, "meaning"),
    LiveCase("MY-PREFIX-LENGTH", line: 3, "{ columns: [{ name: title, length: 20 }] }"),
    LiveCase(
      "MY-PREFIX-LENGTH", line: 3, "{ columns: [{ name: a, length: 2 }] }",
      models: "T:\n  columns: { a: integer }\n  indexes: [{ columns: [{ name: a, length: 2 }] }]"),
    LiveCase("MY-EMPTY-KEY-COLUMN", line: 3, "mark"),
    LiveCase("MY-DUPLICATE-KEY-COLUMN", line: 3, "{ columns: [title, title] }"),
    LiveCase("MY-SPATIAL-TYPE", line: 3, "{ columns: [name], type: spatial }"),
    LiveCase(
      "MY-SPATIAL-TYPE", line: 3, "{ columns: [a, b], type: spatial }",
      models: """
        T:
          columns: { a: point srid 4326, b: point srid 4326 }
          indexes: [{ columns: [a, b], type: spatial }]
        """),
    LiveCase("MY-SPATIAL-KEY", line: 3, "position"),
    LiveCase("MY-SPATIAL-NULLABLE", line: 3, "{ columns: [position], type: spatial }"),
    LiveCase("MY-FULLTEXT-TYPE", line: 3, "{ columns: [body], type: fulltext }"),
    LiveCase("MY-FULLTEXT-COLLATION", line: 5, "{ columns: [title, body], type: fulltext }"),
    LiveCase("MY-FULLTEXT-LENGTH", line: 3, "{ columns: [{ name: body, length: 100 }], type: fulltext }"),
    LiveCase("MY-FULLTEXT-CHARSET", line: 3, "{ columns: [body], type: fulltext }"),
    LiveCase("MY-FULLTEXT-VIRTUAL", line: 5, "{ columns: [search], type: fulltext }"),
    LiveCase("MY-INDEX-ORDER", line: 3, "{ columns: [{ name: body, order: desc }], type: fulltext }"),
    LiveCase("MY-INDEX-UNIQUE", line: 3, "{ columns: [body], type: fulltext, unique: true }"),
    LiveCase("MY-PARSER", line: 3, "{ columns: [title], parser: ngram }"),
    LiveCase("MY-INVISIBLE-KEY", line: 4, "{ columns: [number], unique: true, invisible: true }"),
    LiveCase("MY-PRIMARY-KEY-GENERATED", line: 4, "next"),
    LiveCase("MY-EXPRESSION-INDEX", line: 3, "{ columns: [{ expression: lower(title) }] }"),
    LiveCase("MY-EXPRESSION-INDEX-KIND", line: 3, "{ columns: [{ expression: lower(title) }], type: fulltext }"),
    LiveCase("MY-EXPRESSION-INDEX-LENGTH", line: 3, "{ columns: [{ expression: lower(title) }] }"),
    LiveCase("MY-EXPRESSION-INDEX-COLUMN", line: 3, "{ columns: [{ expression: title }] }"),

    LiveCase("MY-INDEX-BLOCK-SIZE", line: 4, "{ columns: [number], keyBlockSize: 4 }"),

    LiveCase("MY-AUTO-INCREMENT-KEY", line: 4, "number"),
    LiveCase(
      "MY-AUTO-INCREMENT-KEY", line: 2, "a",
      models: "T:\n  columns: { a: { type: integer, autoIncrement: true }, b: integer }\n  primaryKey: [b, a]"),
    LiveCase("MY-HASH-NUMBERED", line: 3, "{ columns: [number], type: hash, unique: true }"),
    LiveCase("MY-AUTO-INCREMENT-COUNT", line: 4, "number"),
    LiveCase("MY-AUTO-INCREMENT-DEFAULT", line: 3, "id"),
    LiveCase("MY-AUTO-INCREMENT-NULLABLE", line: 4, "number"),
    LiveCase("MY-AUTO-INCREMENT-START", line: 1, "Ticket"),

    LiveCase("MY-EXPRESSION-COLUMN", line: 3, "positive"),
    LiveCase(
      "MY-EXPRESSION-COLUMN", line: 2, "a",
      models: "T:\n  columns: { a: { type: integer?, generated: { as: c + 1 } }, b: integer }"),
    LiveCase(
      "MY-EXPRESSION-COLUMN", line: 2, "a", models: "T:\n  columns: { a: { type: integer, default: { sql: c + 1 } } }"),
    LiveCase("MY-EXPRESSION-SYNTAX", line: 3, "positive"),
    LiveCase(
      "MY-EXPRESSION-SYNTAX", line: 3, "c", models: "T:\n  columns: { a: integer }\n  checks: { c: a > 0 -- all }"),
    LiveCase("MY-CHECK-FUNCTION", line: 3, "past"),
    LiveCase("MY-GENERATED-FUNCTION", line: 4, "age"),
    LiveCase("MY-DEFAULT-FUNCTION", line: 3, "number"),
    LiveCase("MY-INDEX-FUNCTION", line: 3, "{ columns: [{ expression: \"datediff(born, curdate())\" }] }"),
    LiveCase("MY-EXPRESSION-AGGREGATE", line: 4, "all"),
    LiveCase("MY-EXPRESSION-VARIABLE", line: 3, "enough"),
    LiveCase("MY-EXPRESSION-SUBQUERY", line: 3, "enough"),
    LiveCase("MY-CHECK-AUTO-INCREMENT", line: 3, "id < 1000"),
    LiveCase("MY-CHECK-FOREIGN-KEY", line: 4, "first"),
    LiveCase(
      "MY-CHECK-FOREIGN-KEY", line: 4, "first",
      models: """
        Grade:
        Pupil:
          belongsTo: { grade: { model: Grade?, onUpdate: restrict } }
          checks: { first: gradeId > 0 }
        """),
    LiveCase("MY-CHECK-NOT-ENFORCED", line: 3, "positive"),
    LiveCase("MY-GENERATED-AUTO-INCREMENT", line: 4, "next"),
    LiveCase("MY-GENERATED-ORDER", line: 4, "volume"),
    LiveCase("MY-GENERATED-DEFAULT", line: 4, "area"),
    LiveCase("MY-GENERATED-NOT-NULL", line: 4, "area"),
    LiveCase("MY-GENERATED-CHAR", line: 4, "search"),
    LiveCase(
      "MY-GENERATED-CHAR", line: 4, "b",
      models: """
        T:
          columns:
            a: { type: uuid, primaryKey: true }
            b: { type: varchar(40)?, unique: true, generated: { as: lower(a) } }
        """),
    LiveCase("MY-DEFAULT-ORDER", line: 3, "volume"),
    LiveCase("MY-DEFAULT-AUTO-INCREMENT", line: 4, "next"),

    LiveCase("MY-FK-SIGNEDNESS", line: 4, "gradeId"),
    LiveCase("MY-FK-TYPE", line: 3, "gradeId"),
    LiveCase(
      "MY-FK-TYPE", line: 4, "shop",
      models: """
        Shop:
          columns: { code: { type: year, primaryKey: true } }
        Till:
          columns: { shop: date }
          belongsTo: { place: { model: Shop, foreignKey: shop } }
        """),
    LiveCase("MY-FK-COLLATION", line: 4, "countryCode"),
    LiveCase("MY-FK-VIRTUAL", line: 6, "grade"),
    LiveCase("MY-FK-GENERATED-ACTION", line: 6, "grade"),
    LiveCase("MY-FK-GENERATED-BASE", line: 4, "next"),
    LiveCase("MY-FK-SET-DEFAULT", line: 3, "grade"),
    LiveCase("MY-FK-PARTIAL-KEY", line: 5, "country"),
    LiveCase("MY-FK-ENGINE", line: 4, "grade"),

    LiveCase("MY-MEMBERS-EQUAL", line: 2, "mark"),
    LiveCase("MY-MEMBERS-EQUAL", line: 2, "mark", models: "Pupil:\n  columns: { mark: \"set(été, Ete)\" }"),
    LiveCase("MY-MEMBER-TRAILING-SPACE", line: 2, "mark"),
    LiveCase("MY-MEMBER-CHARACTER", line: 2, "mark"),
    LiveCase(
      "MY-MEMBER-LENGTH", line: 2, "a", models: "T:\n  columns: { a: enum(\(String(repeating: "m", count: 256))) }"),
    LiveCase("MY-SET-MEMBER-COMMA", line: 2, "likes"),
    LiveCase(
      "MY-SET-MEMBER-COUNT", line: 2, "a", models: "T:\n  columns: { a: \"set(\(list(65)))\" }"),
    LiveCase(
      "MY-ENUM-MEMBER-COUNT", line: 4, "a",
      models: "T:\n  charset: ascii\n  collation: ascii_bin\n  columns: { a: \"enum(\(list(65_536)))\" }", isSlow: true),

    LiveCase("MY-TABLE-COLUMNS", line: 1, "Marker"),
    LiveCase("MY-VISIBLE-COLUMN", line: 1, "Marker"),
    LiveCase("MY-INVISIBLE-DEFAULT", line: 2, "secret"),
    LiveCase("MY-ENGINE", line: 1, "Pupil"),
    LiveCase("MY-ENGINE-TEXT", line: 3, "body"),
    LiveCase("MY-ROW-FORMAT", line: 1, "Page"),
    LiveCase("MY-KEY-BLOCK-SIZE", line: 1, "Page"),
    LiveCase("MY-KEY-BLOCK-SIZE", line: 1, "T", models: "T:\n  keyBlockSize: 8\n  rowFormat: dynamic"),
    LiveCase("MY-ENGINE-FEATURE", line: 5, "kelvin"),
    LiveCase(
      "MY-ENGINE-FEATURE", line: 4, "{ columns: [a], type: fulltext }",
      models: "T:\n  engine: MEMORY\n  columns: { a: string(20) }\n  indexes: [{ columns: [a], type: fulltext }]"),
    LiveCase(
      "MY-ENGINE-FEATURE", line: 3, "a",
      models: "T:\n  engine: CSV\n  columns: { a: { type: integer, primaryKey: true } }"),

    LiveCase("MY-NAME-LENGTH", line: 4, long, models: partitioned("a: int", "list: a, parts: { \(long): [1] }")),
    LiveCase(
      "MY-NAME-TRAILING-SPACE", line: 4, "'p '", models: partitioned("a: int", "list: a, parts: { 'p ': [1] }")),
    LiveCase("MY-EXPRESSION-COLUMN", line: 4, "b + 1", models: partitioned("a: int", "hash: b + 1")),
    LiveCase("MY-EXPRESSION-SYNTAX", line: 4, "a) + (1", models: partitioned("a: int", "hash: a) + (1")),

    LiveCase("MY-PARTITION-KEY", line: 1, "Visit"),
    LiveCase(
      "MY-PARTITION-KEY", line: 3, "{ columns: [b], unique: true }",
      models: """
        T:
          columns: { a: { type: int, primaryKey: true }, b: int }
          indexes: [{ columns: [b], unique: true }]
          partition: { key: [a] }
        """),
    LiveCase(
      "MY-PARTITION-KEY", line: 4, "{ columns: [{ name: a, length: 3 }], unique: true }",
      models: """
        T:
          columns: { a: varchar(10), b: int }
          primaryKey: none
          indexes: [{ columns: [{ name: a, length: 3 }], unique: true }]
          partition: { list: { columns: [a] }, parts: { p: [x] } }
        """),
    LiveCase("MY-PARTITION-FOREIGN-KEY", line: 3, "grade"),
    LiveCase(
      "MY-PARTITION-FOREIGN-KEY", line: 4, "grade",
      models: """
        Grade:
          partition: { hash: id }
        Pupil:
          belongsTo: { grade: Grade }
        """),
    LiveCase("MY-PARTITION-TYPE", line: 4, "day"),
    LiveCase("MY-PARTITION-TYPE", line: 4, "a", models: partitioned("a: 'enum(x, y)'", "range: a, parts: { p: 2 }")),
    LiveCase("MY-PARTITION-TYPE", line: 4, "[a]", models: partitioned("a: text", "key: [a]")),
    LiveCase("MY-PARTITION-TYPE", line: 4, "[a]", models: partitioned("a: json", "key: [a]")),
    LiveCase(
      "MY-PARTITION-TYPE", line: 4, "[a]",
      models: partitioned("a: 'decimal(5,2)'", "range: { columns: [a] }, parts: { p: 5 }")),
    LiveCase(
      "MY-PARTITION-TYPE", line: 4, "[a]",
      models: partitioned("a: timestamp", "range: { columns: [a] }, parts: { p: 2000-01-01 00:00:00 }")),
    LiveCase(
      "MY-PARTITION-TYPE", line: 4, "[a]",
      models: partitioned("a: year", "list: { columns: [a] }, parts: { p: [2000] }")),
    LiveCase("MY-PARTITION-FUNCTION", line: 4, "crc32(title)"),
    LiveCase("MY-PARTITION-FUNCTION", line: 4, "a / 2", models: partitioned("a: int", "hash: a / 2")),
    LiveCase("MY-PARTITION-FUNCTION", line: 4, "a > 2", models: partitioned("a: int", "hash: a > 2")),
    LiveCase("MY-PARTITION-FUNCTION", line: 4, "a & 3", models: partitioned("a: int", "hash: a & 3")),
    LiveCase("MY-PARTITION-FUNCTION", line: 4, "a + @x", models: partitioned("a: int", "hash: a + @x")),
    LiveCase("MY-PARTITION-FUNCTION", line: 4, "a + rand()", models: partitioned("a: int", "hash: a + rand()")),
    LiveCase("MY-PARTITION-FUNCTION", line: 4, "1 + 1", models: partitioned("a: int", "hash: 1 + 1")),
    LiveCase("MY-PARTITION-FUNCTION", line: 4, "(select 1)", models: partitioned("a: int", "hash: (select 1)")),
    LiveCase(
      "MY-PARTITION-FUNCTION", line: 4, "case when a then 1 end",
      models: partitioned("a: int", "hash: case when a then 1 end")),
    LiveCase(
      "MY-PARTITION-FUNCTION", line: 4, "p", models: partitioned("a: int", "list: a, parts: { p: [{ sql: a + 1 }] }")),
    LiveCase(
      "MY-PARTITION-FUNCTION", line: 4, "p",
      models: partitioned("a: int", "list: a, parts: { p: [{ sql: length('abc') }] }")),
    LiveCase("MY-PARTITION-ARGUMENT", line: 4, "year(at)"),
    LiveCase("MY-PARTITION-ARGUMENT", line: 4, "a + 1", models: partitioned("a: varchar(5)", "hash: a + 1")),
    LiveCase("MY-PARTITION-ARGUMENT", line: 4, "hour(a)", models: partitioned("a: date", "hash: hour(a)")),
    LiveCase(
      "MY-PARTITION-ARGUMENT", line: 4, "unix_timestamp(a)",
      models: partitioned("a: datetime", "hash: unix_timestamp(a)")),
    LiveCase(
      "MY-PARTITION-ARGUMENT", line: 4, "extract(hour from a)",
      models: partitioned("a: date", "hash: extract(hour from a)")),
    LiveCase("MY-PARTITION-ARGUMENT", line: 4, "floor(a)", models: partitioned("a: float", "hash: floor(a)")),
    LiveCase("MY-PARTITION-COMMENT", line: 4, "year(day) /* a year each */"),
    LiveCase("MY-PARTITION-ORDER", line: 4, "early"),
    LiveCase("MY-PARTITION-ORDER", line: 4, "q", models: partitioned("a: int", "range: a, parts: { p: max, q: 5 }")),
    LiveCase("MY-PARTITION-ORDER", line: 4, "q", models: partitioned("a: int", "range: a, parts: { p: -5, q: -50 }")),
    LiveCase(
      "MY-PARTITION-ORDER", line: 4, "q",
      models: partitioned(
        "a: date, b: int", "range: { columns: [a, b] }, parts: { p: [2000-01-01, 5], q: [2000-01-01, 5] }")),
    LiveCase(
      "MY-PARTITION-ORDER", line: 4, "q",
      models: partitioned("a: int, b: int", "range: { columns: [a, b] }, parts: { p: [max, 1], q: [max, 2] }")),
    LiveCase(
      "MY-PARTITION-ORDER", line: 4, "q",
      models: partitioned("a: varchar(9)", "range: { columns: [a] }, parts: { p: b, q: A }")),
    LiveCase("MY-PARTITION-VALUE", line: 4, "south"),
    LiveCase(
      "MY-PARTITION-VALUE", line: 4, "p", models: partitioned("a: int?", "list: a, parts: { p: [null, 1, null] }")),
    LiveCase(
      "MY-PARTITION-VALUE", line: 4, "q",
      models: partitioned("a: varchar(9)", "list: { columns: [a] }, parts: { p: [été], q: [ETE] }")),
    LiveCase(
      "MY-PARTITION-VALUE", line: 4, "q",
      models: partitioned(
        "a: int, b: int", "list: { columns: [a, b] }, parts: { p: [[1, 2], [3, 4]], q: [[2, 1], [3, 4]] }")),
    LiveCase("MY-PARTITION-SIGN", line: 4, "none"),
    LiveCase("MY-PARTITION-NAME", line: 4, "North"),
    LiveCase("MY-PARTITION-COUNT", line: 2, "id"),
    LiveCase("MY-PARTITION-COLUMNS", line: 2, "[id, id]"),
    LiveCase(
      "MY-PARTITION-COLUMNS", line: 38, "[\(list(33))]",
      models: columns(33, "tinyint", options: "primaryKey: none\n  partition:\n    key: [\(list(33))]")),
    LiveCase("MY-PARTITION-LENGTH", line: 4, "[title]"),
    LiveCase("MY-PARTITION-PREFIX", line: 4, "{ columns: [{ name: title, length: 10 }] }"),
    LiveCase("MY-PARTITION-ENGINE", line: 5, "year"),
    LiveCase("MY-PARTITION-SPATIAL", line: 2, "position"),
    LiveCase("MY-PARTITION-FULLTEXT", line: 3, "{ columns: [body], type: fulltext }"),
  ]

  /// One place for each lint, in its own example.
  static let lints: [LiveCase] = [
    LiveCase("MY-HASH-INDEX", line: 3, "{ columns: [title], type: hash }"),
    LiveCase("MY-FK-MEANING", line: 4, "shopCode"),
    LiveCase(
      "MY-FK-MEANING", line: 4, "shop",
      models: """
        Shop:
          columns: { code: { type: 'enum(a, b)', primaryKey: true } }
        Till:
          columns: { shop: 'enum(b, a)' }
          belongsTo: { place: { model: Shop, foreignKey: shop } }
        """),
    LiveCase(
      "MY-FK-MEANING", line: 4, "shop",
      models: """
        Shop:
          columns: { code: { type: datetime, primaryKey: true } }
        Till:
          columns: { shop: timestamp }
          belongsTo: { place: { model: Shop, foreignKey: shop } }
        """),
    LiveCase("MY-FK-SELF-CASCADE", line: 4, "parent"),
    LiveCase("MY-PARTITION-LARGE", line: 3, "high"),
    LiveCase("MY-NO-PRIMARY-KEY", line: 1, "Visit"),
    LiveCase("MY-FLOAT-MONEY", line: 2, "price"),
    LiveCase("MY-DATETIME-ZONE", line: 2, "ends"),
    LiveCase("MY-AUTO-INCREMENT-RANGE", line: 2, "id"),
    LiveCase("MY-FK-INDEX", line: 3, "grade"),
    LiveCase("MY-UTF8MB3", line: 1, "Pupil"),
    LiveCase("MY-REDUNDANT-INDEX", line: 3, "last"),
    LiveCase("MY-NULLABLE-UNIQUE", line: 3, "{ columns: [row, number], unique: true }"),
    LiveCase("MY-RESERVED-NAME", line: 1, "Database"),
    LiveCase("MY-JUNCTION-PAIR", line: 3, "Enrollment"),
    LiveCase("MY-SPATIAL-SRID", line: 3, "{ columns: [position], type: spatial }"),
  ]

  /// Schemas that just fit: no rule speaks, and every server takes them.
  static let fitting: [(name: String, models: String)] = [
    ("a polymorphic key with its index", "Cat:\nDog:\nMeal:\n  belongsTo: { animal: { oneOf: [Cat, Dog] } }"),
    ("a row of 65535 bytes", "T:\n  columns: { a: varbinary(65000), b: varbinary(527) }"),
    (
      "a row of 65535 bytes with nullable columns",
      "T:\n  columns: { a: varbinary(65000), b: varbinary(519), \((1...7).map { "c\($0): tinyint?" }.joined(separator: ", ")) }"
    ),
    (
      "a row of 8125 bytes within its page",
      columns(31, "binary(253)", options: "", more: ["y: binary(255)", "z: binary(5)"])
    ),
    ("ten texts in a compact row", columns(10, "text", options: "rowFormat: compact")),
    (
      "a row of 890 bytes in a compressed page of 1 KiB",
      columns(3, "binary(255)", options: "keyBlockSize: 1", more: ["z: binary(103)"])
    ),
    (
      "an entry of 447 bytes in a compressed page of 1 KiB",
      "T:\n  keyBlockSize: 1\n  columns: { a: { type: varchar(435)?, charset: latin1 } }\n  indexes: [a]"
    ),
    ("a name of 64 characters", "T:\n  columns: { \(String(repeating: "ä", count: 64)): integer }"),
    ("a key of 3072 bytes", "T:\n  columns: { a: varchar(700), b: varchar(68) }\n  indexes: [{ columns: [a, b] }]"),
    (
      "a column of 767 bytes in a key of a compact table",
      "T:\n  rowFormat: compact\n  columns: { a: { type: varchar(767), charset: latin1 } }\n  indexes: [a]"
    ),
    ("a key of 16 parts", keyOfParts(16)),
    ("64 keys", columns(63, "integer", options: "indexes: [\(list(63))]")),
    ("1017 columns", columns(1016, "integer", options: "")),
    ("a set of 64 members", "T:\n  columns: { a: \"set(\(list(64)))\" }"),
    (
      "a definition of 65533 bytes",
      "T:\n  charset: ascii\n  collation: ascii_bin\n  columns: { a: \"\(enumeration(10_867, more: "x"))\" }"
    ),
    ("a decimal of 65 and 30 digits", "T:\n  columns: { a: \"decimal(65,30)\" }"),
    (
      "members that a collation tells apart",
      "T:\n  columns: { a: { type: \"enum(a, A, ä)\", collation: utf8mb4_bin }, b: \"enum(o, p)\" }"
    ),
    (
      "engines with all that they have",
      """
      T:
        engine: MyISAM
        columns: { a: varchar(20)?, b: { type: integer?, generated: { as: char_length(a), stored: true } } }
        indexes: [b, { columns: [a], type: fulltext, keyBlockSize: 1024 }]
      U:
        engine: MEMORY
        columns: { a: integer?, b: varchar(20) }
        indexes: [{ columns: [a], type: hash }, { columns: [b], type: btree }]
      """
    ),
    (
      "a stored column that compares a CHAR column",
      "T:\n  columns: { a: char(1), b: { type: integer?, generated: { as: \"if(a = 'Y', 1, 0)\", stored: true } } }"
    ),
    (
      "comments of 1024 characters",
      "T:\n  columns: { a: { type: integer, comment: \(String(repeating: "c", count: 1024)) } }"
    ),
    (
      "expressions with many kinds of words",
      """
      T:
        table: t
        columns:
          date: date
          name: varchar(100)
          points: { type: integer, default: { sql: (1 + 2) } }
          made: { type: "varchar(200)?", generated: { as: "concat(trim(both ' ' from name), 'it''s', _utf8mb4'its', `points`)" } }
          later: { type: "date?", generated: { as: "date + interval 1 day", stored: true } }
          part: { type: "integer?", generated: { as: "extract(year from date)", stored: true } }
          id2: { type: varchar(36), default: { sql: uuid() } }
        checks:
          c1: "name like 'a\\\\_%' and points between 1 and 1e3 or (date is not null)"
          c2: "cast(points as char(10)) <> '' and name <> 'from' collate utf8mb4_bin # nothing\\n"
          c3: "case when points > 0x1F then true else false end = true"
          c4: "t.points is not null and rtrim(name) in ('a', 'b')"
          c5: "date > date '2000-01-01' /* points */"
      """
    ),
  ]

  /// A model T without a key, of `columns`, with its partitions in line 4.
  private static func partitioned(_ columns: String, _ partition: String) -> String {
    "T:\n  primaryKey: none\n  columns: { \(columns) }\n  partition: { \(partition) }"
  }

  /// Columns of 6142 bytes.
  private static let wide = (1...24).map { "w\($0): binary(255)" } + ["z: binary(22)"]
  private static let long = String(repeating: "n", count: 65)

  /// `c1, c2, …`.
  private static func list(_ count: Int) -> String { (1...count).map { "c\($0)" }.joined(separator: ", ") }

  /// An enumeration of `count` members of five characters and another one.
  private static func enumeration(_ count: Int, more: String) -> String {
    "enum(\((10_000..<10_000 + count).map(String.init).joined(separator: ", ")), \(more))"
  }

  /// A model T of `count` columns of one type.
  private static func columns(_ count: Int, _ type: String, options: String, more: [String] = []) -> String {
    let columns = (1...count).map { "    c\($0): \(type)" } + more.map { "    " + $0 }
    let end = options.isEmpty ? "" : "\n  \(options)"
    return "T:\n  columns:\n\(columns.joined(separator: "\n"))\(end)"
  }

  /// A model with a key of `count` columns.
  private static func keyOfParts(_ count: Int) -> String {
    columns(count, "tinyint", options: "indexes: [{ columns: [\(list(count))] }]")
  }
}
