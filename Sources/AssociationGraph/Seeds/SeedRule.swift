public import Diagnostics

/// What the rows of `seeds` demand, beside what each value demands (``ValueRule``).
public enum SeedRule: String, DiagnosticRule {
  /// A field of a row is a column or an association of the model.
  case unknownField = "SEED-UNKNOWN-FIELD"
  /// A row gives every column that the server does not fill.
  case missingValue = "SEED-MISSING-VALUE"
  /// A column is given once, by itself or by an association.
  case givenTwice = "SEED-GIVEN-TWICE"
  /// A computed column is not given.
  case generatedColumn = "SEED-GENERATED-COLUMN"
  /// A number that the server gives is not written as 0.
  case zeroKey = "SEED-ZERO-KEY"
  /// A label leads to a row.
  case unknownLabel = "SEED-UNKNOWN-LABEL"
  /// A reference by values leads to one row.
  case reference = "SEED-REFERENCE"
  /// A value of an association has the form that the association's kind takes.
  case associationValue = "SEED-ASSOCIATION-VALUE"
  /// A foreign key that is given by its columns names a row of the parent.
  case noParent = "SEED-NO-PARENT"
  /// The values of a primary or unique key are given once.
  case duplicateKey = "SEED-DUPLICATE-KEY"
  /// A partition of its table takes a row.
  case noPartition = "SEED-NO-PARTITION"
  /// A row satisfies the checks of its table.
  case check = "SEED-CHECK"
  /// Whether two rows have the same key is known here, and not to the server alone.
  case undecidedKey = "SEED-UNDECIDED-KEY"
  /// The INSERT of one row fits in a packet of the server (error 1153).
  case packetSize = "SEED-PACKET-SIZE"
  /// Rows do not need one another in a circle of required keys.
  case circle = "SEED-CIRCLE"
  /// A label belongs to one row of a model.
  case labelTwice = "SEED-LABEL-TWICE"
  /// A row is upserted by a primary or unique key that it gives.
  case upsertKey = "SEED-UPSERT-KEY"
  /// No other unique key catches a row that is upserted.
  case otherKey = "SEED-UPSERT-OTHER-KEY"
  /// A table that is emptied can be.
  case truncation = "SEED-TRUNCATE"
  /// Emptying a table leaves the others as they are.
  case truncationReach = "SEED-TRUNCATE-REACHES"
}

extension SeedRule {
  /// The rule, why it is, and what to write instead.
  public var description: RuleDescription {
    switch self {
    case .unknownField:
      RuleDescription(
        "A field of a row is a column or an association of its model",
        explanation: "Fields have the names of the schema, not those of the database: `gradeId`, not `grade_id`.",
        example: """
          models:
            Grade: { columns: { level: int } }
          seeds:
            Grade: [{ levle: 9 }]
          """)
    case .missingValue:
      RuleDescription(
        "A row gives every column that the server does not fill",
        explanation: """
          The server fills nullable columns, defaults, numbers and timestamps. Give the others in the row, for many rows \
          at once under `defaults`, or give the column a default.
          """,
        example: """
          models:
            Grade: { columns: { level: int, room: string? } }
          seeds:
            Grade: [{ room: B 12 }]
          """)
    case .givenTwice:
      RuleDescription(
        "A row gives a column once, by itself or by an association",
        explanation: "The key of an association is a column too, and could get two values. Keep one of the fields.",
        example: """
          models:
            Grade: { columns: { level: int } }
            Student: { belongsTo: [Grade] }
          seeds:
            Grade: { ninth: { level: 9 } }
            Student: [{ grade: ninth, gradeId: 5 }]
          """)
    case .generatedColumn:
      RuleDescription(
        "A row gives no computed column",
        explanation:
          "The server computes it from the other columns of the row, and refuses another value. Leave it out.",
        example: """
          models:
            Grade: { columns: { level: int, next: { type: int?, generated: { as: level + 1 } } } }
          seeds:
            Grade: [{ level: 9, next: 10 }]
          """)
    case .zeroKey:
      RuleDescription(
        "A number that the server gives is not written as 0",
        explanation: "For such a column 0 means the next number, so the row would get another one. Number rows from 1.",
        example: """
          models:
            Grade: { columns: { level: int } }
          seeds:
            Grade: [{ id: 0, level: 9 }]
          """)
    case .unknownLabel:
      RuleDescription(
        "A label leads to a row of the model that the association leads to",
        explanation: """
          Labels are the keys of a mapping of rows, and each model has labels of its own. A row without a label is named \
          by its values: `{ level: 9 }`.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
            Student: { belongsTo: [Grade] }
          seeds:
            Grade: { ninth: { level: 9 } }
            Student: [{ grade: nineth }]
          """)
    case .reference:
      RuleDescription(
        "A reference by values leads to one row",
        explanation: """
          If no row has the values, there is nothing to refer to; if several have them, it is not known to which. Add the \
          row, give more values, or use a label.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
            Student: { belongsTo: [Grade] }
          seeds:
            Grade: [{ level: 9 }]
            Student: [{ grade: { level: 10 } }]
          """)
    case .associationValue:
      RuleDescription(
        "A value of an association has the form that its kind takes",
        explanation: """
          `belongsTo` takes a label or the values of a row; `hasMany` takes rows, which get their key from this one; \
          `belongsToMany` takes a list of labels.
          """,
        example: """
          models:
            Grade: { columns: { level: int }, hasMany: [Student] }
            Student: { columns: { name: string } }
          seeds:
            Grade: [{ level: 9, students: max }]
          """)
    case .noParent:
      RuleDescription(
        "A foreign key that is given by its columns names a row that the seeds hold",
        explanation: """
          The server would refuse the row, since it has no parent. Add the parent, or better name it by a label, for which \
          Joinery finds the number.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
            Student: { belongsTo: [Grade] }
          seeds:
            Grade: [{ level: 9 }]
            Student: [{ gradeId: 7 }]
          """)
    case .duplicateKey:
      RuleDescription(
        "Rows differ in every primary and unique key, under the collations of its columns",
        explanation: """
          Many collations tell neither letter case nor accents apart, so Ada and ADA are one key. Change one row, or give \
          the column a collation that tells them apart, such as `utf8mb4_bin`.
          """,
        example: """
          models:
            Grade: { columns: { level: { type: int, unique: true } } }
          seeds:
            Grade: [{ level: 9 }, { level: 9 }]
          """)
    case .noPartition:
      RuleDescription(
        "A partition of its table takes a row",
        explanation: """
          Partitions by range end at their last bound, partitions by list have the values that they name. Add a partition: \
          `max` takes whatever is greater.
          """,
        example: """
          models:
            Grade: { columns: { level: int }, primaryKey: none, partition: { range: level, parts: { low: 9 } } }
          seeds:
            Grade: [{ level: 9 }]
          """)
    case .check:
      RuleDescription(
        "A row satisfies the checks of its table",
        explanation: """
          The server evaluates each check for each row, and refuses rows for which one is false. Change the row or the check; \
          what cannot be computed here is left to the server.
          """,
        example: """
          models:
            Grade: { columns: { level: int }, checks: { positive: level > 0 } }
          seeds:
            Grade: [{ level: -1 }]
          """)
    case .undecidedKey:
      RuleDescription(
        "Whether two rows have the same key is known without the server",
        severity: .warning,
        explanation: """
          Not every collation is known here to the last letter, so the server decides. If it refuses the rows, change one; \
          if it takes them, say so under `lint`.
          """,
        example: """
          models:
            Pupil: { columns: { name: { type: string, unique: true, collation: utf8mb4_swedish_ci } } }
          seeds:
            Pupil: [{ name: Åsa }, { name: Asa }]
          """)
    case .packetSize:
      RuleDescription(
        "The INSERT of one row fits into a packet of the server",
        explanation: """
          A greater statement ends the connection (error 1153). If your server takes more than its default, say so: \
          `target: { server: mysql-9, maxAllowedPacket: 256MiB }`.
          """)
    case .circle:
      RuleDescription(
        "Rows do not need one another in a circle of required keys",
        explanation: """
          Each row would have to be inserted before the other. Make one of the keys nullable with `?`: then its row is \
          inserted with NULL, and set later.
          """,
        example: """
          models:
            Hen: { belongsTo: [Egg] }
            Egg: { belongsTo: [Hen] }
          seeds:
            Hen: { first: { egg: first } }
            Egg: { first: { hen: first } }
          """)
    case .labelTwice:
      RuleDescription(
        "A label belongs to one row of a model",
        explanation: """
          The rows of `seedSets` may name those of `seeds`, so their labels are one set. Give one of the two another label.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
          seeds: { Grade: { ninth: { level: 9 } } }
          seedSets: { demo: { Grade: { ninth: { level: 10 } } } }
          """)
    case .upsertKey:
      RuleDescription(
        "A row is upserted by a primary or unique key that it gives",
        explanation: """
          The server finds the row to be updated by a unique key, and needs its values for that. Name such a key under \
          `key`, and give all of its columns as plain values.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
          seeds:
            Grade: [{ $options: { mode: upsert, key: level } }, { level: 9 }]
          """)
    case .otherKey:
      RuleDescription(
        "A row that is upserted gives no unique key but the one that it is upserted by",
        severity: .warning,
        explanation: """
          ON DUPLICATE KEY UPDATE takes the first row with which any unique key is shared, which may be another than the one \
          you mean. Leave the other keys to the server.
          """,
        example: """
          models:
            Grade: { columns: { level: { type: int, unique: true } } }
          seeds:
            Grade: [{ $options: { mode: upsert, key: level } }, { id: 1, level: 9 }]
          """)
    case .truncation:
      RuleDescription(
        "A table that is to be emptied first can be emptied",
        explanation: """
          Tables are emptied before anything is inserted, children before parents. A set would take the rows of `seeds` away; \
          of tables that need one another none can be the first: make one key nullable, or let it cascade.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
          seeds: { Grade: [{ level: 9 }] }
          seedSets: { demo: { Grade: [{ $options: { truncateFirst: true } }] } }
          """)
    case .truncationReach:
      RuleDescription(
        "Emptying a table leaves the other tables as they are",
        severity: .warning,
        explanation: """
          Rows elsewhere that refer to the table are deleted with it, set to NULL, or keep it from being emptied, as \
          their foreign key says. Empty those tables too, or accept it under `lint`.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
            Student: { belongsTo: [Grade] }
          seeds:
            Grade: [{ $options: { truncateFirst: true } }]
          """)
    }
  }
}
