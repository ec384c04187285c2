import Diagnostics
import Foundation
import Generation
import Testing

/// Schemas of several files, from the disk to the disk.
@Suite struct ImportTests {
  private static let schoolHead = """
    database: school
    naming: { keys: snake }
    swift: { access: public }
    """
  private static let enums = """
    enums:
      Status: [active, graduated]
    """
  private static let people = """
    models:
      Person:
        columns: { name: string(80), status: Status }
        hasMany: { lessons: Course }
    queries:
      peopleWithLessons:
        from: Person
        include: [lessons]
    seeds:
      Person:
        - { name: Ada, status: active }
    """
  private static let course = """
    models:
      Course:
        columns: { title: string }
        belongsTo: { teacher: { model: Person, foreignKey: person_id } }
    """
  private static let rows = """
    seeds:
      Person:
        bob: { name: Bob, status: graduated }
      Course:
        - { title: Maths, teacher: bob }
    """

  /// The lines of a text behind its first, each in its place: two sections of one key become one.
  private func body(_ text: String) -> String {
    text.split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  @Test func `several files give what one file gives`() throws {
    let whole = try TemporaryProject([
      "Package.swift": "",
      "schemas/school.yaml": """
      \(Self.schoolHead)
      \(Self.enums)
      \(Self.people.replacing("    - { name: Ada, status: active }", with: """
          ada: { name: Ada, status: active }
          bob: { name: Bob, status: graduated }
        Course:
          - { title: Maths, teacher: bob }
      """))
      """.replacing("queries:", with: body(Self.course) + "\nqueries:"),
    ])
    try whole.expect(["generated/school: 9 written, 0 unchanged"], generating: ["schemas/school.yaml"])

    // The enumerations come over two ways, and one of them through a folder above.
    let divided = try TemporaryProject([
      "Package.swift": "",
      "schemas/school.yaml":
        "imports: [parts/people.yaml, ./common/../common/enums.yaml]\n\(Self.schoolHead)\n\(Self.rows)"
        + "\n\(Self.course)",
      "schemas/parts/people.yaml": "imports: [../common/enums.yaml, ../../schemas/common/enums.yaml]\n\(Self.people)",
      "schemas/common/enums.yaml": Self.enums,
    ])
    try divided.expect(["generated/school: 9 written, 0 unchanged"], generating: [])
    #expect(try divided.generated() == whole.generated())
  }

  @Test func `mixins give what is written in the models`() throws {
    let mixed = try TemporaryProject([
      "Package.swift": "",
      "schemas/school.yaml": """
      database: school
      imports: [mixins.yaml]
      models:
        Person:
          columns: { name: string }
        Note:
          uses: [Owned]
          columns: { body: text }
        Photo:
          uses: [Owned]
          columns: { path: string }
      queries:
        notesWithOwner: { from: Note, include: [owner] }
      """,
      "schemas/mixins.yaml": """
      mixins:
        Owned:
          uses: [Weighed]
          belongsTo: { owner: Person? }
        Weighed:
          columns: { weight: int }
          indexes: [weight]
          checks: { positive: "weight > 0" }
      """,
    ])
    try mixed.expect(["generated/school: 8 written, 0 unchanged"], generating: [])
    let written = try TemporaryProject([
      "Package.swift": "",
      "schemas/school.yaml": """
      database: school
      models:
        Person:
          columns: { name: string }
        Note:
          columns: { body: text, weight: int }
          belongsTo: { owner: Person? }
          indexes: [weight]
          checks: { notes_positive_check: "weight > 0" }
        Photo:
          columns: { path: string, weight: int }
          belongsTo: { owner: Person? }
          indexes: [weight]
          checks: { photos_positive_check: "weight > 0" }
      queries:
        notesWithOwner: { from: Note, include: [owner] }
      """,
    ])
    try written.expect(["generated/school: 8 written, 0 unchanged"], generating: [])
    #expect(try mixed.generated() == written.generated())
  }

  @Test func `a fragment is generated with those that import it, and never by itself`() throws {
    let project = try TemporaryProject([
      "Package.swift": "",
      "schemas/a.yaml": "database: a\nimports: [b.yaml]",
      "schemas/b.yaml": "models: { B: }",
      "schemas/c.json": #"{ "database": "c", "imports": ["b.yaml"] }"#,
      "schemas/d.yaml": "models: { D: { columns: [] } }",
    ])
    try project.expect(
      [
        "schemas/d.yaml:1:1: A file without 'database' is a part of schemas, and none imports this one [FILE-UNUSED]",
        "generated/a: 4 written, 0 unchanged", "generated/c: 4 written, 0 unchanged",
      ], generating: [])
    try project.expect(
      [
        "schemas/b.yaml:1:1: A schema names its 'database' [LANG-MISSING-KEY]"
      ], generating: ["schemas/b.yaml"])
  }

  @Test func `mistakes stand in the file where they are written, once`() throws {
    let project = try TemporaryProject([
      "Package.swift": "",
      "schemas/a.yaml": "database: a\nimports: [b.yaml, c.yaml]\nmodels: { A: { belongsTo: [C] } }",
      "schemas/b.yaml": "imports: [c.yaml]\nmodels: { B: { belongsTo: [Cc] } }",
      "schemas/c.yaml": "models: { C: { tables: c } }",
      "schemas/z.yaml": "database: z\nimports: [c.yaml]",
    ])
    let expected = [
      "schemas/b.yaml:2:28: An association of 'B' leads to model 'Cc', which does not exist; did you mean 'C'? [GRAPH-UNKNOWN-MODEL]",
      "schemas/c.yaml:1:16: A model has no key 'tables'; did you mean 'table'? [LANG-UNKNOWN-KEY]",
    ]
    try project.expect(expected, generating: [])
    try project.expect(expected, generating: ["a.yaml"], calledIn: "schemas")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: project.folder.path()).sorted() == [
        "Package.swift", "schemas",
      ])
  }

  @Test func `a fragment that is no YAML is said once`() throws {
    let project = try TemporaryProject([
      "Package.swift": "",
      "schemas/a.yaml": "database: a\nimports: [b.yaml]\nmodels: { A: { belongsTo: [B] } }",
      "schemas/b.yaml": "models: { B: ",
    ])
    let lines = try project.lines(generating: [])
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("schemas/b.yaml:1:") == true)
    try project.expect(lines, generating: ["schemas/a.yaml"])
  }

  @Test func `an imported file with nothing in it brings nothing`() throws {
    try expectLines(
      [
        "schemas/school.yaml": "database: d\nimports: [e.yaml, f.yaml]", "schemas/e.yaml": "# later\n",
        "schemas/f.yaml": "models: { M: }",
      ],
      ["generated/school: 4 written, 0 unchanged"])
  }

  @Test func `a name in two files`() throws {
    try expectLines(
      [
        "schemas/school.yaml": "database: d\nimports: [p/a.yaml, b.yaml]\nmodels: { M: }\nmixins: { X: }",
        "schemas/p/a.yaml": "models: { M: }\nseeds: { M: { l: {} } }\nmixins: { X: }",
        "schemas/b.yaml": "database: e\nseeds: { M: { l: {} } }",
      ],
      [
        "schemas/school.yaml:3:11: Model 'M' is declared in two files [LANG-DECLARED-TWICE]",
        "- schemas/p/a.yaml:1:11: The other one is here",
        "schemas/school.yaml:4:11: Mixin 'X' is declared in two files [LANG-DECLARED-TWICE]",
        "- schemas/p/a.yaml:3:11: The other one is here",
        "schemas/b.yaml:1:1: 'database' stands in the schema's own file, not in an imported one [LANG-IMPORTED-SETTING]",
        "- schemas/school.yaml:2:21: The file is imported here",
        "schemas/b.yaml:2:15: Row 'l' of model 'M' is declared in two files [LANG-DECLARED-TWICE]",
        "- schemas/p/a.yaml:2:15: The other one is here",
      ])
  }

  @Test func `circles`() throws {
    try expectLines(
      [
        "schemas/school.yaml": "database: d\nmodels: { M: }\nimports:\n- a.yaml\n- school.yaml",
        "schemas/a.yaml": "imports: [b.yaml, a.yaml]",
        "schemas/b.yaml": "imports: [c/c.yaml]",
        "schemas/c/c.yaml": "imports: [../a.yaml]",
      ],
      [
        "schemas/school.yaml:5:3: Imports form no circle, and this one leads back to 'schemas/school.yaml' [FILE-IMPORT-CIRCLE]",
        "schemas/a.yaml:1:19: Imports form no circle, and this one leads back to 'schemas/a.yaml' [FILE-IMPORT-CIRCLE]",
        "schemas/c/c.yaml:1:11: Imports form no circle, and this one leads back to 'schemas/a.yaml' [FILE-IMPORT-CIRCLE]",
        "- schemas/a.yaml:1:11: 'schemas/a.yaml' imports 'schemas/b.yaml' here",
        "- schemas/b.yaml:1:11: 'schemas/b.yaml' imports 'schemas/c/c.yaml' here",
      ])
  }

  @Test func `paths that lead nowhere`() throws {
    let long = String(repeating: "x", count: 300)
    try expectLines(
      [
        "schemas/school.yaml": """
        database: d
        imports:
        - peple.yaml
        - parts/peopl
        - parts/people
        - parts/people.yaml/x.yaml
        - nowhere/people.yaml
        - parts
        - /people.yaml
        - "a\\0b"
        - \(long)
        - peple.yaml
        models: { M: { belongsTo: [Person] } }
        """,
        "schemas/people.yaml": "",
        "schemas/people.txt": "",
        "schemas/parts/people.yaml": "",
      ],
      [
        "schemas/school.yaml:3:3: Import 'peple.yaml' leads to no file; did you mean 'people.yaml'? [FILE-NOT-FOUND]",
        "schemas/school.yaml:4:3: Import 'parts/peopl' leads to no file [FILE-NOT-FOUND]",
        "schemas/school.yaml:5:3: Import 'parts/people' leads to no file; did you mean 'parts/people.yaml'? [FILE-NOT-FOUND]",
        "schemas/school.yaml:6:3: Import 'parts/people.yaml/x.yaml' leads to no file [FILE-NOT-FOUND]",
        "schemas/school.yaml:7:3: Import 'nowhere/people.yaml' leads to no file [FILE-NOT-FOUND]",
        "schemas/school.yaml:8:3: Import 'parts' leads to no regular file [FILE-NOT-REGULAR]",
        "schemas/school.yaml:9:3: An import is a path from the folder of the importing file, unlike '/people.yaml' [FILE-ABSOLUTE-IMPORT]",
        "schemas/school.yaml:10:3: Import 'a\u{0}b' leads to no file [FILE-NOT-FOUND]",
        "schemas/school.yaml:11:3: Import '\(long)' leads to no file [FILE-NOT-FOUND]",
      ])
  }

  @Test func `the proposed path takes the place of the wrong one`() throws {
    let project = try TemporaryProject(["s.yaml": "database: d\nimports: [a/B.yaml]", "a/b.yaml": ""])
    let fixIts = try project.generate(["s.yaml"]).diagnostics.flatMap(\.fixIts)
    #expect(fixIts.map(\.replacement) == ["a/b.yaml"])
    #expect(fixIts.map { Int($0.range.lower)..<Int($0.range.upper) } == [22..<30])
  }

  // MARK: The root

  @Test func `the root is the nearest folder with a package or the schema's folder`() throws {
    let imports = "database: d\nimports: [../../people.yaml]"
    let people = "models: { M: }"
    let outside = "Import '../../people.yaml' leads out of the root [FILE-OUTSIDE-ROOT]"
    for (marks, isInside) in [
      (["Package.swift"], true), (["joinery.yaml"], true), ([], false), (["a/Package.swift", "joinery.yaml"], false),
      (["a/b/joinery.yaml", "Package.swift"], false),
    ] {
      let project = try TemporaryProject(["a/b/school.yaml": imports, "people.yaml": people])
      for mark in marks { try project.write("", to: mark) }
      let lines = try project.lines(generating: ["a/b/school.yaml"])
      #expect(
        lines == [isInside ? "generated/school: 4 written, 0 unchanged" : "a/b/school.yaml:2:11: \(outside)"],
        "\(marks)")
    }
  }

  @Test func `a file outside is not told apart from none`() throws {
    try expectLines(
      [
        "schemas/school.yaml":
          "database: d\nimports: [../../nothing-here/x.yaml, ../../../../../../../../../../etc/hosts]"
      ],
      [
        "schemas/school.yaml:2:11: Import '../../nothing-here/x.yaml' leads out of the root [FILE-OUTSIDE-ROOT]",
        "schemas/school.yaml:2:38: Import '../../../../../../../../../../etc/hosts' leads out of the root [FILE-OUTSIDE-ROOT]",
      ])
  }

  @Test func `links may not lead out of the root`() throws {
    let outside = try TemporaryProject(["people.yaml": "models: { M: }"])
    let project = try TemporaryProject([
      "Package.swift": "", "schemas/real/m.yaml": "models: { M: }",
      "schemas/school.yaml": """
      database: d
      imports: [file.yaml, folder/people.yaml, folder/peple.yaml, dangling.yaml, loop.yaml, inside.yaml, real/m.yaml]
      """,
    ])
    let path = outside.folder.path(percentEncoded: false)
    try project.link("schemas/file.yaml", to: "\(path)/people.yaml")
    try project.link("schemas/folder", to: path)
    try project.link("schemas/dangling.yaml", to: "nothing.yaml")
    try project.link("schemas/loop.yaml", to: "loop.yaml")
    try project.link("schemas/inside.yaml", to: "real/m.yaml")
    let through = "leads out of the root through a symbolic link [FILE-OUTSIDE-ROOT]"
    try project.expect(
      [
        "schemas/school.yaml:2:11: Import 'file.yaml' \(through)",
        "schemas/school.yaml:2:22: Import 'folder/people.yaml' \(through)",
        "schemas/school.yaml:2:42: Import 'folder/peple.yaml' leads to no file [FILE-NOT-FOUND]",
        "schemas/school.yaml:2:61: Import 'dangling.yaml' leads to no file [FILE-NOT-FOUND]",
        "schemas/school.yaml:2:76: Import 'loop.yaml' leads to no file [FILE-NOT-FOUND]",
      ], generating: [])
    // Inside, a link and its target are one file.
    try project.write("database: d\nimports: [inside.yaml, real/m.yaml]", to: "schemas/school.yaml")
    try project.expect(["generated/school: 4 written, 0 unchanged"], generating: [])
  }

  @Test func `a project may be reached through a link`() throws {
    let project = try TemporaryProject([
      "real/Package.swift": "", "real/schemas/school.yaml": "database: d\nimports: [m.yaml]",
      "real/schemas/m.yaml": "models: { M: }",
    ])
    try project.link("linked", to: "real")
    try project.expect(["generated/school: 4 written, 0 unchanged"], generating: [], calledIn: "linked")
  }

  // MARK: Limits

  @Test func `a schema imports at most 1,000 files`() throws {
    // A chain, so that the walk is as deep as it gets.
    var files = ["schemas/school.yaml": "database: d\nimports: [1.yaml]"]
    for number in 1..<1_000 { files["schemas/\(number).yaml"] = "imports: [\(number + 1).yaml]" }
    files["schemas/1000.yaml"] = "imports: [1001.yaml]"
    try expectLines(
      files, ["schemas/1000.yaml:1:11: A schema imports at most 1,000 files [FILE-IMPORT-LIMIT]"])
  }

  @Test func `the files of a schema have at most 256 MiB together`() throws {
    let project = try TemporaryProject(["s.yaml": "database: d\nimports: [m.yaml]", "m.yaml": "models: { M: }"])
    let file = try FileHandle(forWritingTo: project.folder.appending(path: "m.yaml"))
    // A file with a hole, which takes no place on the disk.
    try file.truncate(atOffset: (256 << 20) - 28)
    try file.close()
    try project.expect(
      [
        "s.yaml:2:11: The files of a schema have at most 256 MiB together [FILE-IMPORT-LIMIT]"
      ], generating: ["s.yaml"])
  }
}
