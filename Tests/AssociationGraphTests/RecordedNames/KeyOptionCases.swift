extension NameCase {
  /// What `foreignKey`, `targetKey` and `sourceKey` say of a key.
  static let keyOptions = [
    foo("pair_default", "hasOne: [bar]", "belongsTo: [foo?]", "fooId?", "fooId -> foos.id setNull cascade"),
    // A warning asks whether one key is meant.
    foo(
      "string_in_hasOne_only", "hasOne: { bar: { model: bar, foreignKey: myFooId } }", "belongsTo: [foo?]",
      "myFooId? fooId?", "myFooId -> foos.id setNull cascade", "fooId -> foos.id setNull cascade"),
    foo(
      "string_in_belongsTo_only", "hasOne: [bar]", "belongsTo: { foo: { model: foo?, foreignKey: myFooId } }",
      "fooId? myFooId?", "fooId -> foos.id setNull cascade", "myFooId -> foos.id setNull cascade"),
    foo(
      "string_in_both", "hasOne: { bar: { model: bar, foreignKey: myFooId } }",
      "belongsTo: { foo: { model: foo?, foreignKey: myFooId } }", "myFooId?", "myFooId -> foos.id setNull cascade"),
    foo(
      "string_in_hasOne_only, with its inverse", "hasOne: { bar: { model: bar, foreignKey: myFooId, inverse: foo } }",
      "belongsTo: [foo?]", "myFooId?", "myFooId -> foos.id setNull cascade"),
    foo(
      "hasMany_string_only", "hasMany: { bars: { model: bar, foreignKey: clubId } }", "belongsTo: [foo?]",
      "clubId? fooId?", "clubId -> foos.id setNull cascade", "fooId -> foos.id setNull cascade"),
    foo(
      "object_without_name", "hasMany: { bars: { model: bar, foreignKey: { nullable: false } } }", "{}", "fooId",
      "fooId -> foos.id cascade cascade"),
    foo(
      "allowNull_false_belongsTo", "{}", "belongsTo: { foo: { model: foo, foreignKey: { nullable: false } } }", "fooId",
      "fooId -> foos.id noAction cascade"),
    foo(
      "allowNull_false_hasOne", "hasOne: { bar: { model: bar, foreignKey: { nullable: false } } }", "{}", "fooId",
      "fooId -> foos.id cascade cascade"),
    foo(
      "allowNull_false_pair_belongsTo_first", "hasMany: [bar]",
      "belongsTo: { foo: { model: foo, foreignKey: { nullable: false } } }", "fooId",
      "fooId -> foos.id noAction cascade"),
    // Sequelize lets the first call decide: CASCADE where that is the hasMany, SET NULL where it says nothing.
    foo(
      "allowNull_false_pair_hasMany_first", "hasMany: { bars: { model: bar, foreignKey: { nullable: false } } }",
      "belongsTo: [foo]", "fooId", "fooId -> foos.id noAction cascade"),
    foo(
      "allowNull_false_only_in_second_call", "hasMany: [bar]",
      "belongsTo: { foo: { model: foo, foreignKey: { nullable: false } } }", "fooId",
      "fooId -> foos.id noAction cascade"),
    foo(
      "defaultValue", "{}", "belongsTo: { foo: { model: foo?, foreignKey: { default: 1 } } }", "fooId?",
      "fooId -> foos.id setNull cascade"),
    foo(
      "field", "{}", "belongsTo: { foo: { model: foo?, foreignKey: foo_ref } }", "foo_ref?",
      "foo_ref -> foos.id setNull cascade"),
    foo(
      "unique_true", "hasOne: { bar: { model: bar, foreignKey: { unique: true } } }", "{}", "fooId?; unique (fooId)",
      "fooId -> foos.id setNull cascade"),
    foo(
      "comment", "{}", "belongsTo: { foo: { model: foo?, foreignKey: { comment: owner of the bar } } }", "fooId?",
      "fooId -> foos.id setNull cascade"),
    foo(
      "keyType, without its type: constraint", "{}", "belongsTo: { foo: { model: foo?, constraint: false } }", "fooId?",
      "fooId -> foos.id no constraint"),

    // The key has the name of the primary key, whichever column it references.
    ships("targetKey_without_foreignKey", ship: "belongsTo: { captain: { model: captain?, targetKey: name } }"),
    ships("sourceKey_without_foreignKey_hasMany", captain: "hasMany: { ships: { model: ship, sourceKey: name } }"),
    ships("sourceKey_without_foreignKey_hasOne", captain: "hasOne: { ship: { model: ship, sourceKey: name } }"),
    ships(
      "key_target_source", captain: "hasMany: { ships: { model: ship, sourceKey: name, foreignKey: captainName } }",
      ship: "belongsTo: { captain: { model: captain?, targetKey: name, foreignKey: captainName } }", key: "captainName"),
    NameCase(
      "key_target_source/targetKey_unique_via_indexes_is_created_before",
      """
      captain: { columns: { name: string }, indexes: [{ columns: [name], unique: true }] }
      ship: { belongsTo: { captain: { model: captain?, targetKey: name } } }
      """,
      """
      captains: id name; unique (name)
      ships: id captainId?
        captainId -> captains.name setNull cascade
      """),
    NameCase(
      "m2m_source_target_key",
      """
      foo:
        columns: { name: { type: string(30), unique: true } }
        belongsToMany: { bars: { model: bar, through: foo_bar, sourceKey: name, targetKey: title } }
      bar: { columns: { title: { type: string(30), unique: true } } }
      """,
      """
      foos: id name; unique (name)
      bars: id title; unique (title)
      foo_bars: fooName barTitle; key (fooName, barTitle)
        fooName -> foos.name cascade cascade
        barTitle -> bars.title cascade cascade
      """),
  ]

  private static func foo(
    _ name: String, _ foo: String, _ bar: String, _ columns: String, _ keys: String...
  ) -> NameCase {
    func entry(_ text: String) -> String { text == "{}" ? text : "{ \(text) }" }
    return NameCase(
      "fk_option_forms/" + name,
      """
      foo: \(entry(foo))
      bar: \(entry(bar))
      """, "foos: id\nbars: id \(columns)\n" + keys.map { "  " + $0 }.joined(separator: "\n"))
  }

  private static func ships(
    _ name: String, captain: String? = nil, ship: String? = nil, key: String = "captainId"
  ) -> NameCase {
    NameCase(
      "key_target_source/" + name,
      """
      captain: { columns: { name: { type: string, unique: true } }\(captain.map { ", " + $0 } ?? "") }
      ship: { \(ship ?? "") }
      """,
      """
      captains: id name; unique (name)
      ships: id \(key)?
        \(key) -> captains.name setNull cascade
      """)
  }
}
