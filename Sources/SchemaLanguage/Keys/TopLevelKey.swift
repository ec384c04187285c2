/// The keys of a schema file.
enum TopLevelKey: String, SchemaKey {
  case database, target, naming, defaults, imports, enums, mixins, models, seeds, seedSets, queries, lint, swift

  static let named = makeNamed()

  static let section = KeySection(
    "Schema",
    noun: "a schema",
    introduction: """
      One file describes one database, alone or with the [files that it imports](#several-files). These keys stand at its \
      left edge.
      """,
    example: """
      database: student_db
      target: mysql-8.4
      models:
        Grade:
          columns:
            level: integer
          hasMany:
            students: Student
        Student:
          columns:
            name: string(80)
            email: { type: string, unique: true }
            born: date?
          belongsTo:
            grade: Grade?
      seeds:
        Grade:
          ninth: { level: 9 }
        Student:
          - { name: Max Butler, email: max@example.org, grade: ninth }
      queries:
        studentsOfLevel:
          from: Grade
          where: { level: $level }
          include: [students]
      """)

  /// A file without `database` is a part of other schemas. What holds for a whole schema cannot stand in it.
  static var dependencies: [KeyDependency<TopLevelKey>] {
    [.needs(.database, [.models, .imports])]
      + [.target, .naming, .defaults, .lint, .swift].map { .needs($0, [.database]) }
  }

  var description: KeyDescription {
    switch self {
    case .lint:
      KeyDescription(
        "Warnings that are switched off in this schema: each identifier with the reason.",
        .orNothing(.entries("identifiers", .text)),
        default: "none", example: "lint: { GRAPH-HAS-ONE-NOT-UNIQUE: the importer sees to it }")
    case .database:
      KeyDescription(
        "The database's name, and what its tables inherit.", .either([.name, .mapping(DatabaseKey.self)]),
        default: nil, example: "database: student_db")
    case .target:
      KeyDescription(
        "The server that the SQL is for. It decides which types there are, and the standard character set.",
        .either([.choice(of: Target.self), .mapping(TargetKey.self)]), default: "`\(Target.standard.rawValue)`",
        example: "target: mariadb-11")
    case .naming:
      KeyDescription(
        "How names are made that the schema does not spell out.", .orNothing(.mapping(NamingKey.self)),
        default: "those of its keys",
        example: "naming: { keys: snake }")
    case .defaults:
      KeyDescription(
        "What holds for every model that does not say otherwise.", .orNothing(.mapping(DefaultsKey.self)),
        default: "those of its keys", example: "defaults: { timestamps: false }")
    case .imports:
      KeyDescription(
        "Files that belong to the schema, by their paths from this one's folder.", .nonEmpty(.list(of: .path)),
        default: "none",
        example: "imports: [people.yaml, ../common/enums.yaml]")
    case .enums:
      KeyDescription(
        "Enumerations that columns may have as their type: an ENUM in SQL, an `enum` in Swift.",
        .orNothing(.entries("names", keys: .identifier, .nonEmpty(.list(of: .text)))), default: "none",
        example: "enums: { Status: [active, graduated] }")
    case .mixins:
      KeyDescription(
        "What several models have in common; they take it in with `uses`.",
        .orNothing(.entries("names", .orNothing(.mapping(MixinKey.self)))), default: "none",
        example: "mixins: { Audited: { columns: { changedBy: string? } } }")
    case .models:
      KeyDescription(
        "The models, at least one, here or in imported files: a table in SQL and a struct in Swift each.",
        .nonEmpty(.entries("names", keys: .identifier, .orNothing(.mapping(ModelKey.self)))), default: nil,
        example: "models: { Grade: { columns: { level: integer } } }")
    case .seeds:
      KeyDescription(
        "The rows that the database begins with, per model.",
        .orNothing(.entries("models' names", .orNothing(.rows))),
        default: "none", example: "seeds: { Grade: { ninth: { level: 9 }, tenth: { level: 10 } } }")
    case .seedSets:
      KeyDescription(
        "Further rows in sets, each of which gives a file of its own, `sql/seeds.<set>.sql`; they may refer to rows of "
          + "`seeds`.",
        .orNothing(
          .entries("names", keys: .identifier, .orNothing(.entries("models' names", .orNothing(.rows))))),
        default: "none", example: "seedSets: { demo: { Grade: [{ level: 11 }] } }")
    case .queries:
      KeyDescription(
        "Queries with a name.", .orNothing(.entries("names", keys: .identifier, .mapping(QueryKey.self))),
        default: "none",
        example: "queries: { allGrades: { from: Grade } }")
    case .swift:
      KeyDescription(
        "How the Swift files look.", .orNothing(.mapping(SwiftKey.self)), default: "those of its keys",
        example: "swift: { access: public }")
    }
  }
}
