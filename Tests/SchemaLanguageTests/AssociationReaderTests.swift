import Diagnostics
import SchemaLanguage
import TestSupport
import Testing

@Suite struct AssociationReaderTests {
  @Test func `the order of the document is kept across kinds`() throws {
    let text = try outline(
      """
      database: d
      models:
        Student:
          hasMany: { marks: Mark }
          belongsTo: [Grade, School?]
          belongsToMany: { courses: { model: Course, through: Enrollment } }
          hasOne: { 'profile': "Profile" }
      """
    ) { $0.models[0].associations }
    #expect(
      text == """
        [(kind: .hasMany, name: "marks", target: "Mark"), (kind: .belongsTo, target: "Grade"), \
        (kind: .belongsTo, target: "School", isOptional: true), \
        (kind: .belongsToMany, name: "courses", target: "Course", options: (through: "Enrollment")), \
        (kind: .hasOne, name: "profile", target: "Profile")]
        """)
  }

  @Test func `every key`() throws {
    let text = try outline(
      """
      database: d
      models:
        M:
          belongsTo:
            a: { model: A ?, foreignKey: a_id, targetKey: [x, y], inverse: m, onDelete: setNull, onUpdate: noAction }
            b: { model: B, foreignKey: { name: [p, q], nullable: true, unique: false, default: 1, comment: c } }
            c: { model: C, constraint: false, foreignKey: {} }
            d: { model: D, constraint: fk_d, foreignKey: [p, q] }
            e: { model: E, constraint: true }
          belongsToMany:
            f:
              model: F
              through: MF
              foreignKey: m
              otherKey: { name: f, default: { sql: "1" } }
              sourceKey: s
              targetKey: t
              unique: false
              timestamps: true
      """
    ) { $0.models[0].associations }
    #expect(
      text == """
        [(kind: .belongsTo, name: "a", target: "A", isOptional: true, options: (foreignKey: (columns: ["a_id"]), \
        targetKey: ["x", "y"], inverse: "m", onDelete: .setNull, onUpdate: .noAction)), \
        (kind: .belongsTo, name: "b", target: "B", options: (foreignKey: (columns: ["p", "q"], isNullable: true, \
        defaultValue: .value(.scalar("1", .plain)), comment: "c"))), \
        (kind: .belongsTo, name: "c", target: "C", options: (constraint: .none)), \
        (kind: .belongsTo, name: "d", target: "D", options: (foreignKey: (columns: ["p", "q"]), \
        constraint: .named("fk_d"))), \
        (kind: .belongsTo, name: "e", target: "E", options: (constraint: .standard)), \
        (kind: .belongsToMany, name: "f", target: "F", options: (foreignKey: (columns: ["m"]), \
        otherKey: (columns: ["f"], defaultValue: .expression("1")), targetKey: ["t"], sourceKey: ["s"], \
        through: "MF", timestamps: true))]
        """)
  }

  @Test func `the place of a target leaves its question mark out`() throws {
    let marked = MarkedText("database: d\nmodels: { M: { belongsTo: { a: 1️⃣A1️⃣?, b: \"2️⃣B2️⃣ ?\", c: 3️⃣C3️⃣ } } }")
    let ranges = try readValid(marked.text).models[0].associations.compactMap(\.target).map { target in
      Int(target.range.lower)..<Int(target.range.upper)
    }
    #expect(ranges == [1, 2].compactMap { marked.ranges[$0] } + [marked.ranges[3]])
  }

  @Test func `mistakes`() throws {
    try expectModelMistakes(
      """
          belongsTo:
            1️⃣a1️⃣:
            2️⃣b2️⃣: { foreignKey: x }
            c: { model: C, 3️⃣sourceKey3️⃣: x, onDelete: 4️⃣set_null4️⃣ }
            d: 5️⃣'?'5️⃣
          hasMany: [6️⃣{ x: X }6️⃣, X7️⃣?7️⃣]
          hasOne: 8️⃣Profile8️⃣
          belongsToMany: [9️⃣Course9️⃣]
      """,
      [
        .error("LANG-NO-VALUE", at: 1, "'a' has no value"),
        .error("LANG-MISSING-KEY", at: 2, "Association 'b' has no 'model'"),
        .error("LANG-WRONG-KIND", at: 3, "'sourceKey' is for hasOne, hasMany, belongsToMany, not for belongsTo"),
        .error(
          "LANG-BAD-CHOICE", at: 4,
          "'onDelete' is one of cascade, restrict, setNull, setDefault, noAction, not 'set_null'; "
            + "did you mean 'setNull'?"),
        .error("LANG-BAD-NAME", at: 5, "'d' has no model's name in front of its '?'"),
        .error("LANG-WRONG-SHAPE", at: 6, "An item of 'hasMany' is a mapping, not a model's name"),
        .error("LANG-WRONG-KIND", at: 7, "The '?' behind a target is for belongsTo, not for hasMany"),
        .error(
          "LANG-WRONG-SHAPE", at: 8,
          "'hasOne' is a single value, not a list of models' names or a mapping from names to models' names or mappings"
        ),
        .error("LANG-MISSING-KEY", at: 9, "A belongsToMany association names its junction model in 'through'"),
      ])
  }

  @Test func `mistakes of keys`() throws {
    try expectModelMistakes(
      """
          belongsToMany:
            1️⃣a1️⃣: { model: A }
            2️⃣b2️⃣: B
            c: { model: C, through: 3️⃣[x]3️⃣, foreignKey: 4️⃣[]4️⃣, otherKey: { 5️⃣columns5️⃣: [a], unique: 6️⃣no6️⃣ } }
          hasMany:
            d: { model: D, 7️⃣targetKey7️⃣: x, constraint: 8️⃣off8️⃣ }
            e: 9️⃣[E]9️⃣
      """,
      [
        .error("LANG-MISSING-KEY", at: 1, "A belongsToMany association names its junction model in 'through'"),
        .error("LANG-MISSING-KEY", at: 2, "A belongsToMany association names its junction model in 'through'"),
        .error("LANG-WRONG-SHAPE", at: 3, "'through' is a list, not a model's name"),
        .error("LANG-EMPTY-LIST", at: 4, "'foreignKey' is empty"),
        .error("LANG-UNKNOWN-KEY", at: 5, "A foreign key has no key 'columns'; did you mean 'name'?"),
        .error("LANG-BAD-BOOLEAN", at: 6, "'unique' is true or false, not 'no'; did you mean 'false'?"),
        .error("LANG-WRONG-KIND", at: 7, "'targetKey' is for belongsTo, belongsToMany, not for hasMany"),
        .error("LANG-BAD-BOOLEAN", at: 8, "'constraint' is true or false, not 'off'; did you mean 'false'?"),
        .error("LANG-WRONG-SHAPE", at: 9, "'e' is a list, not a model's name"),
      ])
  }

  @Test func `the name of a junction model`() throws {
    try expectModelMistakes(
      """
          belongsToMany:
            a: { model: A, through: 1️⃣-11️⃣ }
            b: { model: B, through: { model: 2️⃣m n2️⃣ } }
      """,
      [
        .error(
          "LANG-BAD-NAME", at: 1,
          "The name of a junction model is letters, digits and '_' with a letter first, unlike '-1'"),
        .error(
          "LANG-BAD-NAME", at: 2,
          "The name of a junction model is letters, digits and '_' with a letter first, unlike 'm n'"),
      ])
  }
}
