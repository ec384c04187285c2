public import Diagnostics

/// The rules of the schema language that show in what was written, before the names of models, columns and associations are
/// looked up.
public enum LanguageRule: String, CaseIterable, DiagnosticRule {
  /// A mapping has the keys of its table and no others.
  case unknownKey = "LANG-UNKNOWN-KEY"
  /// A key that must be given is there.
  case missingKey = "LANG-MISSING-KEY"
  /// A value is a scalar, a list or a mapping, as its place asks.
  case wrongShape = "LANG-WRONG-SHAPE"
  /// Where a value is expected, there is one that is not null; a name, an expression are not empty.
  case noValue = "LANG-NO-VALUE"
  /// A truth value is `true` or `false`.
  case badBoolean = "LANG-BAD-BOOLEAN"
  /// A number is written in decimal digits and lies within its bounds.
  case badNumber = "LANG-BAD-NUMBER"
  /// Where there is a choice of words, one of them is taken.
  case badChoice = "LANG-BAD-CHOICE"
  /// A type follows the grammar of ``TypeSyntax``.
  case badType = "LANG-BAD-TYPE"
  /// A type with a comma is quoted inside braces, and so is a value of data with a comma in parentheses.
  case typeComma = "LANG-TYPE-COMMA"
  /// A name has the letters that its use allows.
  case badName = "LANG-BAD-NAME"
  /// A list or mapping that needs an entry has one.
  case emptyList = "LANG-EMPTY-LIST"
  /// A key, or a `?`, stands at a kind of association, index or key that has it.
  case wrongKind = "LANG-WRONG-KIND"
  /// A path is names with dots between them, a name with a dot in backticks.
  case badPath = "LANG-BAD-PATH"
  /// Two keys beside each other do not contradict.
  case conflict = "LANG-CONFLICT"
  /// What holds for a whole schema stands in the schema's own file, not in one that it imports.
  case importedSetting = "LANG-IMPORTED-SETTING"
  /// Of the files of a schema, one declares a name, or labels a row of a model.
  case declaredTwice = "LANG-DECLARED-TWICE"
  /// `uses` names mixins that there are.
  case unknownMixin = "LANG-UNKNOWN-MIXIN"
  /// `uses` names a mixin once.
  case repeatedMixin = "LANG-REPEATED-MIXIN"
  /// A mixin does not take itself in.
  case mixinCircle = "LANG-MIXIN-CIRCLE"
  /// What a mixin brings has a name that the model has not.
  case mixinCollision = "LANG-MIXIN-COLLISION"
  /// Mixins use one another at most 100 deep, and bring at most 2,000,000 declarations to the models of a schema.
  case mixinLimit = "LANG-MIXIN-LIMIT"
  /// At most 1,000 mistakes are reported for one file.
  case tooManyErrors = "LANG-TOO-MANY-ERRORS"
}

extension LanguageRule {
  /// The rule, why it is, and what to write instead.
  public var description: RuleDescription {
    switch self {
    case .unknownKey:
      RuleDescription(
        "A mapping has the keys of the language and no others",
        explanation: """
          A key that is not read would change nothing, and nobody would notice. The reference lists what each mapping may have; names of \
          your own stand one level deeper, below `models` or `columns`.
          """,
        example: """
          models:
            Grade: { column: { level: int } }
          """)
    case .missingKey:
      RuleDescription(
        "A mapping has the keys without which it means nothing",
        explanation:
          "Some keys have no default that could be right: the model of a query, the junction of a many-to-many.",
        example: """
          models: { Grade: {} }
          queries:
            topGrades: { limit: 5 }
          """)
    case .wrongShape:
      RuleDescription(
        "A value is a single value, a list or a mapping, as its key asks",
        explanation: """
          The reference shows the shape of each key's value. A list has `-` or brackets, a mapping has colons or braces; \
          a forgotten space behind a colon makes one text of both.
          """,
        example: """
          models:
            Grade: { columns: [level, room] }
          """)
    case .noValue:
      RuleDescription(
        "A key that is written has a value",
        explanation: """
          A colon with nothing behind it is null in YAML, which could mean a default as well as a slip. Write the value, \
          or leave the key out.
          """,
        example: """
          models:
            Grade:
              columns:
                level:
          """)
    case .badBoolean:
      RuleDescription(
        "A truth value is `true` or `false`",
        explanation: "`yes`, `no`, `on` and `off` are truth values to some readers of YAML and texts to others.",
        example: """
          models:
            Grade: { timestamps: no }
          """)
    case .badNumber:
      RuleDescription(
        "A number is written in decimal digits and lies within the bounds of its key",
        explanation:
          "What is out of bounds would have no effect or be refused later. The reference has the bounds of each key.",
        example: """
          models:
            Grade: { autoIncrementStart: 0 }
          """)
    case .badChoice:
      RuleDescription(
        "Where there is a choice of words, one of them is taken",
        explanation:
          "The reference lists the words of each key. They are written exactly so, letter case included.",
        example: """
          target: mysql-5
          models: { Grade: {} }
          """)
    case .badType:
      RuleDescription(
        "A type is a name, with arguments in parentheses and attributes behind it",
        explanation: """
          So it is in SQL: `decimal(5,2) unsigned`, and `?` at the end for a nullable column. All else about a column \
          stands in a mapping: `{ type: int, default: 0 }`.
          """,
        example: """
          models:
            Grade: { columns: { level: int primary } }
          """)
    case .typeComma:
      RuleDescription(
        "A text with a comma stands in quotes inside braces",
        explanation: """
          Inside braces and brackets YAML ends a value at each comma, also within parentheses. Put the whole in quotes, or \
          write it on a line of its own without braces.
          """,
        example: """
          models:
            Grade: { columns: { mean: decimal(5,2) } }
          """)
    case .badName:
      RuleDescription(
        "A name has the letters that its use allows",
        explanation: """
          Names of models, columns and queries become names in Swift, those of sets of rows parts of file names. A name \
          that differs in the database is given with `table` or `column`.
          """,
        example: """
          models:
            9thGrade: {}
          """)
    case .emptyList:
      RuleDescription(
        "A list or mapping that needs an entry has one",
        explanation:
          "An index without columns or a schema without models says nothing. Write an entry, or leave the key out.",
        example: """
          models:
            Grade: { indexes: [{ columns: [] }] }
          """)
    case .wrongKind:
      RuleDescription(
        "A key stands at a kind of association, index or key that has it",
        explanation: """
          What is asked differs from kind to kind: `otherKey` is the second key of a junction table, `parts` are those of \
          partitions by range or list. Take the key away, or choose the kind that it is for.
          """,
        example: """
          models:
            Grade: { hasMany: { students: { model: Student, otherKey: a } } }
            Student: {}
          """)
    case .badPath:
      RuleDescription(
        "A path is names with dots between them",
        explanation: """
          `grade.level` is the column `level` of the association `grade`. A name that holds a dot itself stands in \
          backticks.
          """,
        example: """
          models: { Grade: {} }
          queries:
            grades: { from: Grade, order: [grade..level] }
          """)
    case .conflict:
      RuleDescription(
        "Keys beside each other do not contradict",
        explanation: """
          Two keys that decide the same leave open which of them counts, and a key about another that is not there counts for \
          nothing. Keep those that say what you mean.
          """,
        example: """
          naming: { underscored: true, keys: snake }
          models: { Grade: {} }
          """)
    case .importedSetting:
      RuleDescription(
        "What holds for a whole schema stands in the schema's own file",
        explanation: """
          A file can be imported by several schemas, with databases and targets of their own. Imported files hold models, \
          enumerations, mixins, rows and queries; move the setting to the file that imports them.
          """)
    case .declaredTwice:
      RuleDescription(
        "Of all files of a schema, one declares a name",
        explanation: """
          Files are not laid over one another, so that the order of imports never matters. Rename one declaration, or put \
          what both share into a mixin.
          """)
    case .unknownMixin:
      RuleDescription(
        "`uses` names mixins that there are",
        explanation: "A mixin is declared under `mixins`, in this file or in one that the schema imports.",
        example: """
          mixins: { Timed: { columns: { at: datetime } } }
          models:
            Grade: { uses: [Timd] }
          """)
    case .repeatedMixin:
      RuleDescription(
        "`uses` names a mixin once",
        explanation: "The second time it would bring the same columns again. Often another mixin was meant.",
        example: """
          mixins: { Timed: { columns: { at: datetime } } }
          models:
            Grade: { uses: [Timed, Timed] }
          """)
    case .mixinCircle:
      RuleDescription(
        "A mixin does not use itself, nor by way of others",
        explanation: "What it brings would have no end. Put what both need into a third mixin that uses neither.",
        example: """
          mixins: { Timed: { uses: [Named] }, Named: { uses: [Timed] } }
          models: { Grade: {} }
          """)
    case .mixinCollision:
      RuleDescription(
        "What a mixin brings has a name that its model does not have yet",
        explanation: """
          Neither declaration goes before the other, so that a mixin can be read without its users. Rename one, or leave \
          it out of the mixin.
          """,
        example: """
          mixins: { Timed: { columns: { at: datetime } } }
          models:
            Grade: { uses: [Timed], columns: { at: date } }
          """)
    case .mixinLimit:
      RuleDescription(
        "Mixins use one another at most 100 deep and bring at most 2,000,000 declarations",
        explanation:
          "Mixins of mixins grow without bound. Let models use fewer of them, and mixins fewer of each other.")
    case .tooManyErrors:
      RuleDescription(
        "At most 1,000 mistakes in what one file says are reported",
        explanation: "So many have a few causes, a mixin or alias often. Mend the first ones and run Joinery again.")
    }
  }
}
