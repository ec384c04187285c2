import Foundation
import Testing

/// The plugins as packages use them that depend on this one. The packages share a build folder, so one comes after the
/// other.
@Suite(.serialized) struct ConsumerTests {
  @Test("the build makes the types, and makes them once")
  func makesTypes() throws {
    let app = try ConsumerPackage("App")
    let first = try app.build()
    #expect(first.status == 0)
    #expect(first.generated == ["library.joinery.swift", "people.joinery.swift"])
    #expect(first.complaints == [])
    #expect(
      try app.run() == """
        Astrid Lindgren: Pippi Longstocking, Ronia
        Michael Ende:\u{20}

        """)
    let idle = try app.settle()
    #expect(idle.status == 0)
    #expect(idle.generated == [])
    #expect(!idle.compiles("App"))
  }

  @Test("the next build sees what has changed in a schema, and in a file that it imports")
  func seesChanges() throws {
    let app = try ConsumerPackage("App")
    #expect(try app.settle().generated == [])
    try app.replace(
      "name: string(80)", with: "name: string(80)\n      born: year?", in: "Sources/App/Schemas/people.yaml")
    try app.replace("title:", with: "heading:", in: "Sources/App/Schemas/library.yaml")
    try app.replace(#"\.title"#, with: #"\.heading"#, in: "Sources/App/main.swift")
    try app.replace(#"\(author.name)"#, with: #"\(author.name) (\(author.born ?? 0))"#, in: "Sources/App/main.swift")
    try app.replace("books.title", with: "books.heading", in: "Sources/App/main.swift")
    try app.replace(#"{ "id": 2,"#, with: #"{ "id": 2, "born": 1929,"#, in: "Sources/App/main.swift")
    let changed = try app.build()
    #expect(changed.complaints == [])
    #expect(changed.generated == ["library.joinery.swift", "people.joinery.swift"])
    #expect(
      try app.run() == """
        Astrid Lindgren (0): Pippi Longstocking, Ronia
        Michael Ende (1929):\u{20}

        """)

    // What changes no type is read again, but not compiled, and is read once.
    try app.replace("database:", with: "# All books.\ndatabase:", in: "Sources/App/Schemas/library.yaml")
    let commented = try app.build()
    #expect(commented.generated == ["library.joinery.swift", "people.joinery.swift"])
    #expect(!commented.compiles("App"))
    #expect(try app.build().generated == [])
    try app.write("name\nTove Jansson\n", to: "Sources/App/Schemas/authors.csv")
    #expect(try app.build().generated == ["library.joinery.swift", "people.joinery.swift"])
  }

  @Test("a build fails with the lines that are wrong, until they are right")
  func showsMistakes() throws {
    let app = try ConsumerPackage("App")
    #expect(try app.settle().generated == [])
    let schema = "Sources/App/Schemas/library.yaml"
    try app.replace("string(200)", with: "strin(200)", in: schema)
    let wrong = try app.build()
    #expect(wrong.status == 1)
    let path = app.folder.appending(path: schema).path
    #expect(
      wrong.complaints == [
        "\(path):13:14: error: Type 'strin' is neither one of the language nor an enumeration; did you mean 'string'? "
          + "[GRAPH-UNKNOWN-TYPE]"
      ])
    try app.replace("strin(200)", with: "string(200)", in: schema)
    #expect(try app.build().status == 0)

    // Two schemas of one name: the plan of the build already says so.
    try app.write("models: { P: }\n", to: "Sources/App/Other/People.yml")
    let namesakes = try app.build()
    #expect(namesakes.status == 1)
    #expect(
      Set(namesakes.complaints) == [
        """
        error: Schemas of a target have names of their own, also without regard to case and extension: \
        '\(app.folder.path)/Sources/App/Other/People.yml' and '\(app.folder.path)/Sources/App/Schemas/people.yaml' \
        would both become 'people.joinery.swift'; rename one of them
        """
      ])
  }

  @Test("the types pass every check that the compiler can make")
  func isStrict() throws {
    let strict = try ConsumerPackage("Strict")
    let built = try strict.build()
    #expect(built.status == 0)
    #expect(built.complaints == [])
    #expect(
      try strict.run() == """
        ["Ann 2001-02-03"]
        Ann ["Maths"]
        [Records.Status.active]
        ["theme: object([\\"name\\": Screens.Settings.JSON.string(\\"dark\\")])"]

        """)
    // joinery.yaml says that there are seeds, and is read anew when it says something else.
    #expect(try strict.settle().generated == [])
    try strict.replace("seeds: true", with: "seeds: false", in: "joinery.yaml")
    let changed = try strict.build()
    #expect(changed.generated == ["settings.joinery.swift", "university.joinery.swift"])
    #expect(changed.complaints.contains { $0.hasSuffix("error: type 'Student' has no member 'seeds'") })
  }

  @Test("swift package joinery runs the command in the package")
  func runsTheCommand() throws {
    let app = try ConsumerPackage("App")
    let readme = try String(contentsOf: JoineryTool.repository.appending(path: "README.md"), encoding: .utf8)
    let block = try #require(MarkedBlock.blocks(of: readme).first { $0.mark == "run in: Tests/Consumers/App" })
    for line in block.lines {
      let words = line.split(separator: "#")[0].split(separator: " ").map(String.init)
      #expect(words.prefix(2) == ["swift", "package"])
      let result = try app.package(Array(words.dropFirst(2)))
      #expect(result.status == 0, "\(line)\n\(result.errors)")
      if words.last == "generate" { #expect(result.output == "Database/library: 8 written, 0 unchanged\n") }
      if words.last == "check" { #expect(result.output == "") }
    }
    let made = app.folder.appending(path: "Database/library/sql/schema.sql")
    #expect(FileManager.default.fileExists(atPath: made.path))

    try app.replace("string(200)", with: "string(100)", in: "Sources/App/Schemas/library.yaml")
    let stale = try app.package(["--allow-writing-to-package-directory", "joinery", "check", "--layout", "perType"])
    #expect(stale.status == 1)
    // Beside them stands what the command says to standard error: a plugin has one output.
    #expect(
      stale.output.split(separator: "\n").filter { $0.hasPrefix("-") || $0.hasPrefix("+") } == [
        "--- a/Database/library/sql/schema.sql", "+++ b/Database/library/sql/schema.sql",
        "-  `title` varchar(200) NOT NULL,", "+  `title` varchar(100) NOT NULL,",
      ])
    #expect(stale.errors.hasSuffix("error: Plugin ended with exit code 1\n"))
    // SwiftPM itself ends with 1, and tells the command's own code.
    let wrongCall = try app.package(["--allow-writing-to-package-directory", "joinery", "chek"])
    #expect(wrongCall.status == 1)
    #expect(wrongCall.errors.hasSuffix("error: Plugin ended with exit code 2\n"))
  }

  @Test("with the command in an artifact bundle, the plugin builds none")
  func usesABundle() throws {
    let bundled = try ConsumerPackage("Bundled", buildingIn: "bundled")
    let made = try JoineryTool.run(
      JoineryTool.repository.appending(path: "Scripts/make-artifact-bundle"),
      [JoineryTool.executable.path, bundled.folder.path], in: bundled.folder)
    #expect(made.errors == "")
    #expect(made.output == bundled.folder.appending(path: "joinery.artifactbundle").path + "\n")
    try FileManager.default.copyItem(
      at: JoineryTool.repository.appending(path: "Plugins"), to: bundled.folder.appending(path: "Plugins"))
    let built = try bundled.build()
    #expect(built.complaints == [])
    #expect(built.generated == ["shop.joinery.swift"])
    #expect(!built.compiles("JoineryCommand"))
    #expect(try bundled.run() == "Ann\n")
    #expect(try bundled.build().generated == [])
  }
}
