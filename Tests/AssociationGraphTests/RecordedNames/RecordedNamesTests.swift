import Foundation
import SchemaLanguage
import Testing

/// Names of tables and keys that nobody wrote, against those that Sequelize 6.37.8 gave to the same declarations.
@Suite struct RecordedNamesTests {
  @Test(arguments: NameCase.associations + NameCase.junctions + NameCase.keyOptions)
  func associations(_ example: NameCase) { expectTables(example) }

  @Test(arguments: NameCase.orders + NameCase.underscored)
  func orders(_ example: NameCase) { expectTables(example) }

  private func expectTables(_ example: NameCase) {
    let outline = TableOutline(of: example.schema)
    #expect(outline.errors == [], "\(example.name)")
    #expect(outline.text == example.tables, "\(example.name)")
  }

  // MARK: Names of models and keys

  /// A model's name, its table, and what the keys to it begin with.
  ///
  /// Keys begin small, and have the model's name as it is: Sequelize keeps the first letter, and takes the singular, which
  /// it does not always know (`data` has the key `datumId`). Of its names, `user-profile` and `_user` are none here.
  @Test(arguments: [
    ("User", "users", "user"), ("user", "users", "user"), ("users", "users", "users"), ("Users", "users", "users"),
    ("UserProfile", "user_profiles", "userProfile"), ("userProfile", "user_profiles", "userProfile"),
    ("user_profile", "user_profiles", "userProfile"), ("USER", "users", "user"), ("URLs", "urls", "urls"),
    ("Person", "people", "person"), ("People", "people", "people"), ("status", "statuses", "status"),
    ("Status", "statuses", "status"), ("news", "news", "news"), ("Address", "addresses", "address"),
    ("data", "data", "data"), ("user_", "users", "user"), ("User2", "user2s", "user2"),
    ("user_2", "user_2s", "user2"), ("HTMLPage", "html_pages", "htmlPage"), ("x", "xes", "x"),
  ])
  func targetName(model: String, table: String, key: String) {
    expectTables(sources(of: model, columns: "b: string?", table: "\(table): id b?", key: "\(key)Id", table, "id"))
  }

  /// A primary key's name, and that of the keys to it.
  @Test(arguments: [
    ("id", "userId"), ("ID", "userID"), ("Id", "userId"), ("uuid", "userUuid"), ("user_id", "userUserId"),
    ("userId", "userUserId"), ("student_id", "userStudentId"), ("pk-no", "userPkNo"), ("the key", "userTheKey"),
    ("_id", "userId"),
  ])
  func primaryKeyName(name: String, key: String) {
    let suffix = name == "id" ? "" : "; key (\(name))"
    expectTables(
      sources(
        of: "user", columns: "\(name): { type: integer, primaryKey: true, autoIncrement: true }, b: string?",
        table: "users: \(name) b?\(suffix)", key: key, "users", name))
  }

  /// A model in every kind of association.
  private func sources(
    of model: String, columns: String, table: String, key: String, _ name: String, _ referenced: String
  ) -> NameCase {
    NameCase(
      model,
      """
      \(model):
        columns: { \(columns) }
        hasMany: [srcTwo]
        hasOne: [srcThree]
        belongsToMany: { manyS: { model: src, through: j1 } }
      src: { belongsTo: [\(model)?], belongsToMany: { manyT: { model: \(model), through: j1 } } }
      srcTwo: {}
      srcThree: {}
      """,
      """
      \(table)
      srcs: id \(key)?
        \(key) -> \(name).\(referenced) setNull cascade
      src_twos: id \(key)?
        \(key) -> \(name).\(referenced) setNull cascade
      src_threes: id \(key)?
        \(key) -> \(name).\(referenced) setNull cascade
      j1s: \(key) srcId; key (\(key), srcId)
        \(key) -> \(name).\(referenced) cascade cascade
        srcId -> srcs.id cascade cascade
      """)
  }

  /// The names of associations in those of their keys.
  @Test(arguments: [
    ("belongsTo", "leader", "leaderId"), ("belongsTo", "SecondLeader", "SecondLeaderId"),
    ("belongsTo", "third_leader", "thirdLeaderId"), ("belongsTo", "bosses", "bossesId"),
    ("hasMany", "fleet", "shipId"),
    // Sequelize's key is flagshipId: of the four kinds, hasOne alone would name a key of its target after itself.
    ("hasOne", "flagships", "shipId"),
  ])
  func associationName(kind: String, name: String, key: String) {
    let holder = kind == "belongsTo" ? "ships" : "captains"
    let parent = kind == "belongsTo" ? "captains" : "ships"
    expectTables(
      NameCase(
        name, "ship: { \(kind): { \(name): captain\(kind == "belongsTo" ? "?" : "") } }\ncaptain: {}",
        "\(parent): id\n\(holder): id \(key)?\n  \(key) -> \(parent).id setNull cascade"))
  }

  /// Words as models: the tables have their recorded plural, or the right one.
  @Test func pluralization() throws {
    let url = try #require(Bundle.module.url(forResource: "RecordedInflections", withExtension: "tsv"))
    var count = 0
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let word = fields[0]
      // Other letters make other words (see `targetName`), and every model has a column `id`.
      guard word != "id", word.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }) else { continue }
      let plural = fields.count > 3 && !fields[3].isEmpty ? fields[3] : fields[1]
      expectTables(
        NameCase(
          word, "\(word): { hasMany: [ManyHere] }\nOneHere: { belongsTo: [\(word)?] }\nManyHere: {}",
          """
          \(plural): id
          one_heres: id \(word)Id?
            \(word)Id -> \(plural).id setNull cascade
          many_heres: id \(word)Id?
            \(word)Id -> \(plural).id setNull cascade
          """))
      count += 1
    }
    #expect(count > 400)
  }

  // MARK: Referential actions

  /// Every action on every kind: what is said, and by default SET NULL and CASCADE, or CASCADE for a junction table.
  @Test(arguments: ReferentialAction.allCases, ["belongsTo", "hasOne", "hasMany", "belongsToMany"])
  func actions(action: ReferentialAction, kind: String) {
    let isJunction = kind == "belongsToMany"
    for option in ["onDelete", "onUpdate"] {
      let (onDelete, onUpdate) =
        option == "onDelete" ? (action.rawValue, "cascade") : (isJunction ? "cascade" : "setNull", action.rawValue)
      let said = "\(option): \(action.rawValue)"
      let example: NameCase
      switch kind {
      case "belongsTo":
        example = NameCase(
          "\(kind) \(said)", "foo: {}\nbar: { belongsTo: { foo: { model: foo?, \(said) } } }",
          "foos: id\nbars: id fooId?\n  fooId -> foos.id \(onDelete) \(onUpdate)")
      case "belongsToMany":
        example = NameCase(
          "\(kind) \(said)",
          """
          foo: { belongsToMany: { bars: { model: bar, through: foo_bar, \(said) } } }
          bar: { belongsToMany: { foos: { model: foo, through: foo_bar } } }
          """,
          """
          foos: id
          bars: id
          foo_bars: fooId barId; key (fooId, barId)
            fooId -> foos.id \(onDelete) \(onUpdate)
            barId -> bars.id \(onDelete) \(onUpdate)
          """)
      default:
        example = NameCase(
          "\(kind) \(said)", "foo: { \(kind): { x: { model: bar, \(said) } } }\nbar: {}",
          "foos: id\nbars: id fooId?\n  fooId -> foos.id \(onDelete) \(onUpdate)")
      }
      if isJunction, action == .setNull {
        // The server refuses it too: the keys are the primary key.
        #expect(
          TableOutline(of: example.schema).errors == [
            "GRAPH-SET-NULL-ON-REQUIRED: \(option): setNull needs a nullable key, and that of 'bars' is required"
          ])
      } else {
        expectTables(example)
      }
    }
  }
}
