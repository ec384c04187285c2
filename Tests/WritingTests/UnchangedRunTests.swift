import Diagnostics
import Foundation
import Generation
import SchemaLanguage
import TestSupport
import Testing

/// Runs that remember what earlier ones wrote: nothing that they do may differ from a run that remembers nothing.
@Suite struct UnchangedRunTests {
  @Test("make nothing where nothing has changed") func unchanged() throws {
    let shop = try RememberedShop()
    #expect(try shop.generate() == .made("generated/shop: 6 written, 0 unchanged"))
    #expect(try shop.generate() == .remembered("generated/shop: 0 written, 6 unchanged"))
    #expect(try shop.generate(remembers: false) == .made("generated/shop: 0 written, 6 unchanged"))
  }

  /// What is done between two runs.
  struct Change: CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (RememberedShop) throws -> Void

    init(_ name: String, _ change: @escaping @Sendable (RememberedShop) throws -> Void) {
      testDescription = name
      self.change = change
    }
  }

  @Test(
    "see every change",
    arguments: [
      Change("an output is gone") { try $0.remove("generated/shop/graph.md") },
      Change("an output has more") { try $0.edit("generated/shop/sql/schema.sql") { $0 + "\n" } },
      Change("an output is empty") { try $0.write("", "generated/shop/graph.md") },
      Change("an output has another letter") { shop in
        try shop.edit("generated/shop/sql/schema.sql") { $0.replacing("CREATE", with: "CREATe") }
      },
      Change("two outputs have changed places") { shop in
        let paths = ["generated/shop/sql/schema.sql", "generated/shop/sql/drop.sql"]
        let texts = try paths.map { try shop.read($0) }
        try shop.write(texts[1], paths[0])
        try shop.write(texts[0], paths[1])
      },
      Change("a file of an earlier run is there") { shop in
        try shop.write(shop.read("generated/shop/sql/drop.sql"), "generated/shop/sql/old.sql")
      },
      Change("a file of somebody else is there") { try $0.write("words", "generated/shop/own.txt") },
      Change("an output is a link") { shop in
        let path = shop.folder.appending(path: "generated/shop/graph.md").path
        try FileManager.default.moveItem(atPath: path, toPath: shop.folder.appending(path: "graph.md").path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "../../graph.md")
      },
      Change("the schema says more") { shop in
        try shop.edit("schemas/shop.yaml") { $0.replacing("name: string", with: "name: text") }
      },
      Change("the schema has another comment") { try $0.edit("schemas/shop.yaml") { $0 + "# The end\n" } },
      Change("an import says more") {
        try $0.write("models: { Part: { columns: { size: integer } } }", "schemas/parts.yaml")
      },
      Change("an import is gone") { try $0.remove("schemas/parts.yaml") },
      Change("an import is another file") { shop in
        try shop.write("models: { Part: { columns: { size: integer } } }", "schemas/others.yaml")
        try shop.remove("schemas/parts.yaml")
        let path = shop.folder.appending(path: "schemas/parts.yaml").path
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "others.yaml")
      },
      Change("a row is another") { try $0.write("name\nRed\nBlue\n", "schemas/rows.csv") },
      Change("a file of rows is wrong") { try $0.write("names\nRed\n", "schemas/rows.csv") },
      Change("the settings say more") { try $0.write("defaults: { timestamps: true }", "joinery.yaml") },
      Change("the outputs go elsewhere") { try $0.write("output: elsewhere", "joinery.yaml") },
    ])
  func change(_ item: Change) throws {
    let shop = try RememberedShop()
    _ = try shop.generate()
    try item.change(shop)
    // The same in a project of which nothing is remembered.
    let other = try RememberedShop()
    _ = try other.generate(remembers: false)
    try item.change(other)
    #expect(try shop.generate() == other.generate(remembers: false))
    #expect(try shop.outputs == other.outputs)
  }

  @Test("see that a schema is as it was, and its outputs are not") func backAndForth() throws {
    let shop = try RememberedShop()
    let first = try shop.read("schemas/shop.yaml")
    _ = try shop.generate()
    let outputs = try shop.outputs
    try shop.write(first.replacing("name: string", with: "name: text"), "schemas/shop.yaml")
    #expect(try shop.generate() == .made("generated/shop: 2 written, 4 unchanged"))
    try shop.write(first, "schemas/shop.yaml")
    #expect(try shop.generate() == .made("generated/shop: 2 written, 4 unchanged"))
    #expect(try shop.outputs == outputs)
  }

  @Test("see what a call asks for") func request() throws {
    let shop = try RememberedShop()
    let other = try RememberedShop()
    let calls: [@Sendable (inout Generator.Request) -> Void] = [
      { _ in }, { $0.access = .public }, { $0.layout = .single }, { $0.target = .mariadb11 },
      { $0.output = "elsewhere" },
      { _ in },
    ]
    for call in calls {
      #expect(try shop.generate(call) == other.generate(remembers: false, call))
      #expect(try shop.outputs == other.outputs)
      #expect(try shop.generate(call).isRemembered)
    }
    // What went elsewhere has changed nothing here.
    #expect(try shop.generate().isRemembered)
    #expect(try shop.generate { $0.output = "elsewhere" }.isRemembered)
  }

  @Test("say every warning each time") func warnings() throws {
    let shop = try RememberedShop()
    try shop.write("database: shop\nmodels: { Part: { columns: { price: float } } }\n", "schemas/shop.yaml")
    _ = try shop.generate()
    #expect(try shop.generate() == .made("generated/shop: 0 written, 4 unchanged"))
    for _ in 0..<2 { #expect(try shop.warnings() == ["FILE-UNUSED", "MY-FLOAT-MONEY"]) }
    try shop.write(
      "database: shop\nlint: { MY-FLOAT-MONEY: It is a test }\nmodels: { Part: { columns: { price: float } } }\n",
      "schemas/shop.yaml")
    _ = try shop.generate()
    #expect(try shop.generate() == .remembered("generated/shop: 0 written, 4 unchanged"))
  }

  @Test("make what others of the run need") func severalSchemas() throws {
    let shop = try RememberedShop()
    _ = try shop.generate()
    try shop.write("database: club\nmodels: { Member: }\n", "schemas/club.yaml")
    let both = "generated/club: 4 written, 0 unchanged\ngenerated/shop: 0 written, 6 unchanged"
    #expect(try shop.generate() == .made(both))
    #expect(
      try shop.generate()
        == .remembered("generated/club: 0 written, 4 unchanged\ngenerated/shop: 0 written, 6 unchanged"))
  }

  @Test(
    "believe nothing that they cannot read",
    arguments: ["", " ", "1 2 3", "x y z", "-1 -1 -1", "\u{0}", String(repeating: "f", count: 5_000)])
  func brokenRecord(text: String) throws {
    let shop = try RememberedShop()
    _ = try shop.generate()
    let records = try FileManager.default.contentsOfDirectory(atPath: shop.cache.path)
    #expect(records.count == 1)
    for name in records { try text.write(to: shop.cache.appending(path: name), atomically: true, encoding: .utf8) }
    #expect(try shop.generate() == .made("generated/shop: 0 written, 6 unchanged"))
    #expect(try shop.generate() == .remembered("generated/shop: 0 written, 6 unchanged"))
  }

  @Test("forget in the end") func manyFolders() throws {
    let shop = try RememberedShop()
    try FileManager.default.createDirectory(at: shop.cache, withIntermediateDirectories: true)
    for number in 0..<1_000 { try Data().write(to: shop.cache.appending(path: "\(number)")) }
    try shop.write("words", "cache/own.txt")
    _ = try shop.generate()
    let names = try FileManager.default.contentsOfDirectory(atPath: shop.cache.path)
    #expect(names.count == 2)
    #expect(Set(names).isSuperset(of: ["own.txt"]))
    #expect(try shop.generate() == .remembered("generated/shop: 0 written, 6 unchanged"))
  }

  @Test("need no folder to remember in") func noCache() throws {
    let shop = try RememberedShop()
    try shop.write("A file", "cache")
    #expect(try shop.generate() == .made("generated/shop: 6 written, 0 unchanged"))
    #expect(try shop.generate() == .made("generated/shop: 0 written, 6 unchanged"))
  }

  @Test("are those of the command, which remembers where the system says") func command() throws {
    let shop = try ShopProject()
    let cache = TemporaryFolder()
    func run(_ arguments: [String] = [], _ variables: [String: String]) throws -> [String] {
      let ending = try Tool.run(["generate"] + arguments, in: shop.folder, variables)
      #expect(ending.status == 0)
      return try FileManager.default.subpathsOfDirectory(atPath: cache.url.path).map {
        URL(filePath: $0).deletingLastPathComponent().relativePath
      }
    }
    #expect(try run(["--no-cache"], ["XDG_CACHE_HOME": cache.url.path]) == [])
    #expect(try run(["--dry-run"], ["XDG_CACHE_HOME": cache.url.path]) == [])
    #expect(try run(["--output", "-"], ["XDG_CACHE_HOME": cache.url.path]) == [])
    #expect(try run([], ["XDG_CACHE_HOME": "relative", "HOME": "relative"]) == [])
    #expect(try run([], ["XDG_CACHE_HOME": cache.url.path]).sorted() == [".", "joinery"])
    #if os(Linux)
      #expect(
        try run([], ["XDG_CACHE_HOME": "", "HOME": cache.url.path]).sorted().suffix(2) == [".cache/joinery", "joinery"])
    #endif
  }
}
