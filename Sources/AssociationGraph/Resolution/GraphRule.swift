public import Diagnostics

/// What the graph demands of models, columns and associations.
public enum GraphRule: String, DiagnosticRule {
  /// A model is declared once.
  case duplicateModel = "GRAPH-DUPLICATE-MODEL"
  /// An enumeration is declared once.
  case duplicateEnum = "GRAPH-DUPLICATE-ENUM"
  /// A name of a model leads to a model.
  case unknownModel = "GRAPH-UNKNOWN-MODEL"
  /// A name of a column leads to a column.
  case unknownColumn = "GRAPH-UNKNOWN-COLUMN"
  /// A name of a type is one of the language's or of a declared enumeration.
  case unknownType = "GRAPH-UNKNOWN-TYPE"
  /// A type has the arguments and attributes that it can have.
  case typeArguments = "GRAPH-TYPE-ARGUMENTS"
  /// A character set is one of the server's.
  case unknownCharset = "GRAPH-UNKNOWN-CHARSET"
  /// A collation belongs to a character set of the server, and to the one named beside it.
  case unknownCollation = "GRAPH-UNKNOWN-COLLATION"
  /// An attribute of a column is one that the column's type can have.
  case attributeForType = "GRAPH-ATTRIBUTE-FOR-TYPE"
  /// A primary key is declared once, has no nullable column and needs no implicit `id` beside a column of that name.
  case primaryKey = "GRAPH-PRIMARY-KEY"
  /// An association's name is used once in its model.
  case duplicateAssociation = "GRAPH-DUPLICATE-ASSOCIATION"
  /// `inverse` names the association that leads back.
  case inverse = "GRAPH-INVERSE"
  /// A foreign key has as many columns as the key that it references.
  case keyWidth = "GRAPH-KEY-WIDTH"
  /// A foreign key references a model that has a key.
  case noReferencedKey = "GRAPH-NO-REFERENCED-KEY"
  /// A referenced key is a primary or unique key.
  case referencedKeyNotUnique = "GRAPH-REFERENCED-KEY-NOT-UNIQUE"
  /// What the ends of one key say of it agrees.
  case disagreement = "GRAPH-DISAGREEMENT"
  /// Options of a key's column stand where the column is declared.
  case declaredKeyOption = "GRAPH-DECLARED-KEY-OPTION"
  /// SET NULL needs a nullable key.
  case setNullOnRequired = "GRAPH-SET-NULL-ON-REQUIRED"
  /// A primary key does not depend on itself.
  case keyCircle = "GRAPH-KEY-CIRCLE"
  /// A pair that may come twice is not its table's primary key.
  case pairIsKey = "GRAPH-PAIR-IS-KEY"
  /// A chain goes over associations that exist, and not over itself.
  case chain = "GRAPH-CHAIN"
  /// A junction model's name is not a misspelling of another's.
  case junctionNearMiss = "GRAPH-JUNCTION-NEAR-MISS"
  /// Two ends between two models are one key, or say that they are two.
  case twoKeys = "GRAPH-TWO-KEYS"
  /// A `hasOne` has a unique key.
  case hasOneNotUnique = "GRAPH-HAS-ONE-NOT-UNIQUE"
  /// The models of a polymorphic association are several, and have keys that one column holds.
  case polymorphic = "GRAPH-POLYMORPHIC"
  /// A bound of a partition is a value of what the partitions depend on.
  case partitionValue = "GRAPH-PARTITION-VALUE"
  /// A name is used once where it must be unique: tables, columns, keys, checks, Swift names.
  case nameCollision = "GRAPH-NAME-COLLISION"
}

extension GraphRule {
  /// The rule, why it is, and what to write instead.
  public var description: RuleDescription {
    switch self {
    case .duplicateModel:
      RuleDescription(
        "A model is declared once",
        explanation:
          "A model is one table and one struct. Give one of the two another name, or put their columns together.")
    case .duplicateEnum:
      RuleDescription(
        "An enumeration is declared once",
        explanation: "Columns name enumerations without saying where they stand. Give one of the two another name.")
    case .unknownModel:
      RuleDescription(
        "The name of a model leads to a model",
        explanation: """
          Models are declared under `models`, in this file or in one that the schema imports, and are named exactly so, \
          letter case included.
          """,
        example: """
          models:
            Grade: {}
            Student: { belongsTo: { grade: Grad } }
          """)
    case .unknownColumn:
      RuleDescription(
        "The name of a column leads to a column of the model",
        explanation: """
          A column goes by its name in the schema, also where the database calls it otherwise. The keys of associations \
          and the timestamps are columns too: `gradeId`, `createdAt`.
          """,
        example: """
          models:
            Grade: { columns: { level: int }, indexes: [levle] }
          """)
    case .unknownType:
      RuleDescription(
        "The name of a type is one of the language's, or of an enumeration under `enums`",
        explanation: """
          The reference lists all types, also under the names by which SQL knows them. A type of your own is an enumeration: \
          `enums: { Status: [active, retired] }`.
          """,
        example: """
          enums: { Status: [active, retired] }
          models:
            Grade: { columns: { status: Statsu } }
          """)
    case .typeArguments:
      RuleDescription(
        "A type has the arguments and attributes that it can have",
        explanation: """
          What stands in parentheses is a length, a number of digits or a list of members, as the type has it: `string(80)`, \
          `decimal(5,2)`. The reference has the bounds.
          """,
        example: """
          models:
            Grade: { columns: { begin: datetime(7) } }
          """)
    case .unknownCharset:
      RuleDescription(
        "A character set is one of the target's",
        explanation:
          "utf8mb4 is the default and holds every character. Leave the key out, unless another program asks for one of the others.",
        example: """
          models:
            Grade: { charset: utf8mb5 }
          """)
    case .unknownCollation:
      RuleDescription(
        "A collation is the target's, and belongs to the character set beside it",
        explanation: """
          A collation orders the characters of one set, with whose name it begins. MySQL and MariaDB share only part of \
          their collations: `utf8mb4_0900_ai_ci` is MySQL's.
          """,
        example: """
          models:
            Grade: { charset: latin1, collation: utf8mb4_bin }
          """)
    case .attributeForType:
      RuleDescription(
        "An attribute of a column is one that the column's type can have",
        explanation: """
          The server numbers whole numbers alone, and keeps characters in texts alone. Take the attribute away, or \
          choose a type that has it.
          """,
        example: """
          models:
            Grade: { columns: { level: { type: int, charset: latin1 } } }
          """)
    case .primaryKey:
      RuleDescription(
        "A primary key is declared once and has no nullable column",
        explanation: """
          A model without a key of its own gets an `id`, so a column of that name says `primaryKey: true` or has another one. \
          Name the key once, with `primaryKey` on the model or on its columns.
          """,
        example: """
          models:
            Grade: { columns: { level: int? }, primaryKey: [level] }
          """)
    case .duplicateAssociation:
      RuleDescription(
        "The name of an association is used once in its model",
        explanation: """
          Queries and rows name associations without saying their kind, and each is a property in Swift. Name them after \
          their part: `parent` and `children`.
          """,
        example: """
          models:
            Grade: { belongsTo: { next: Grade? }, hasMany: { next: Grade } }
          """)
    case .inverse:
      RuleDescription(
        "`inverse` names the one association that leads back over the same key",
        explanation: """
          Two models can be joined by several keys; `inverse` says which two associations are the ends of one. It \
          names one of the other model, which leads to this one.
          """,
        example: """
          models:
            Grade: { hasMany: { students: { model: Student, inverse: grad } } }
            Student: { belongsTo: [Grade] }
          """)
    case .keyWidth:
      RuleDescription(
        "A foreign key has as many columns as the key that it references",
        explanation: "Column by column, the values of both are compared. Name one column for each of the other key's.",
        example: """
          models:
            Grade: {}
            Student: { belongsTo: { grade: { model: Grade, foreignKey: [a, b] } } }
          """)
    case .noReferencedKey:
      RuleDescription(
        "A foreign key references a model that has a key",
        explanation:
          "A row without a key cannot be named by another. Give the model a primary key, or name a unique one with `targetKey`.",
        example: """
          models:
            Grade: { primaryKey: none }
            Student: { belongsTo: [Grade] }
          """)
    case .referencedKeyNotUnique:
      RuleDescription(
        "A foreign key references a primary or unique key",
        explanation: """
          Otherwise several rows could have the same values, and which one is meant would be open. Write `unique: true` at the column, or \
          reference the primary key.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
            Student: { belongsTo: { grade: { model: Grade, targetKey: level } } }
          """)
    case .disagreement:
      RuleDescription(
        "The ends of one key say the same of it",
        explanation: """
          `belongsTo` here and `hasMany` there are one foreign key, with one name and one action for each event. Say it at \
          one end alone; if two keys are meant, name them with `foreignKey`.
          """,
        example: """
          models:
            Grade: { hasMany: { students: { model: Student, onDelete: cascade } } }
            Student: { belongsTo: { grade: { model: Grade, onDelete: restrict } } }
          """)
    case .declaredKeyOption:
      RuleDescription(
        "The options of a key's column stand where the column is declared",
        explanation: """
          An association makes the column of its key unless the model declares it. Where it does, type, comment and \
          nullability belong there, in one place.
          """,
        example: """
          models:
            Grade: {}
            Student:
              columns: { gradeId: int }
              belongsTo: { grade: { model: Grade, foreignKey: { comment: Since autumn } } }
          """)
    case .setNullOnRequired:
      RuleDescription(
        "SET NULL as the action of a foreign key needs a nullable key",
        explanation: """
          When the parent goes, its children would have to hold a NULL that their column refuses. Write `?` behind the \
          target, or choose another action: cascade, restrict, noAction.
          """,
        example: """
          models:
            Grade: {}
            Student: { belongsTo: { grade: { model: Grade, onDelete: setNull } } }
          """)
    case .keyCircle:
      RuleDescription(
        "A key does not reference itself by way of other keys",
        explanation: """
          A key's column has the type of the column that it references, so that in a circle none has a type. Declare one of \
          the columns with its type.
          """,
        example: """
          models:
            Grade: { primaryKey: [roomGradeId], belongsTo: [Room] }
            Room: { primaryKey: [gradeId], belongsTo: { grade: { model: Grade, foreignKey: gradeId } } }
          """)
    case .pairIsKey:
      RuleDescription(
        "A pair that may come twice is not the primary key of its junction table",
        severity: .warning,
        explanation: """
          A junction table has the pair of its keys as primary key, so a pair stands there once. Give the junction model \
          a key of its own, such as an `id`, or leave `unique: false` out.
          """,
        example: """
          models:
            Student: { belongsToMany: { courses: { model: Course, through: Visit, unique: false } } }
            Course: {}
          """)
    case .chain:
      RuleDescription(
        "A chain goes over associations that there are, and not over itself",
        explanation: """
          `through: [students, friends]` goes from the model over `students`, and from a student over `friends`. Each name \
          is an association of the model that the one before leads to.
          """,
        example: """
          models:
            Grade: { hasMany: { students: Student, friends: { through: [students, freinds] } } }
            Student: { hasMany: { friends: Student } }
          """)
    case .junctionNearMiss:
      RuleDescription(
        "The name of a new junction model is not a letter away from another model's",
        explanation: """
          `through` makes a model that is not declared, so a slip would make a second table and leave the meant one empty. \
          If both are meant, declare the junction model too.
          """,
        example: """
          models:
            Student: { belongsToMany: { courses: { model: Course, through: Enrolment } } }
            Course: {}
            Enrollment: {}
          """)
    case .twoKeys:
      RuleDescription(
        "Two associations between two models are the ends of one key, or say that they are two",
        severity: .warning,
        explanation: """
          Their names do not tell that they belong together, so each has a foreign key of its own. Write `inverse` if one \
          key is meant, and the names of both keys if two are.
          """,
        example: """
          models:
            Person: { hasMany: { mail: Message } }
            Message: { belongsTo: { sender: Person } }
          """)
    case .hasOneNotUnique:
      RuleDescription(
        "The key of a `hasOne` is unique",
        severity: .warning,
        explanation: """
          Nothing else keeps a second row out, and then a query finds either. Make the key unique, or write `hasMany`.
          """,
        example: """
          models:
            Grade: { hasOne: [Room] }
            Room: {}
          """)
    case .polymorphic:
      RuleDescription(
        "The models of a polymorphic association are several, with keys that one column holds",
        explanation: """
          Its two columns hold the name of a model and the number of a row, whichever model it is. With `encoding: \
          exclusiveArc` each model has a foreign key of its own instead, of any type.
          """,
        example: """
          models:
            Post: {}
            Remark: { belongsTo: { on: { oneOf: [Post, Post] } } }
          """)
    case .partitionValue:
      RuleDescription(
        "A bound of a partition is a value of what the partitions depend on",
        explanation: """
          An expression gives a whole number, a list of columns values of their types; bounds of a range rise, and `max` is \
          the last.
          """,
        example: """
          models:
            Grade: { partition: { range: id, parts: { low: nine } } }
          """)
    case .nameCollision:
      RuleDescription(
        "Tables, columns, indexes, foreign keys, checks and names in Swift are used once where they must be unique",
        explanation: """
          Letter case makes no difference, since it makes none on some servers and file systems. Most names are made by \
          Joinery; the second place shows what takes the name already.
          """,
        example: """
          models:
            Grade: {}
            Class: { table: grades }
          """)
    }
  }
}
