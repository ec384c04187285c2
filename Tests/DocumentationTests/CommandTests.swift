import Foundation
import Testing

/// The commands as a build calls them: exit codes, and what is on the disk afterwards.
@Suite struct CommandTests {
  private let folder: TemporaryFolder

  private static let schema = """
    database: shop
    models:
      Customer:
        columns: { name: string }

    """

  init() throws {
    folder = try TemporaryFolder()
    try write(Self.schema, "schemas/shop.yaml")
    try write("", "joinery.yaml")
  }

  private func write(_ text: String, _ path: String) throws {
    let url = folder.url.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  private func read(_ path: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  private func files(below path: String) -> [String] {
    (FileManager.default.enumerator(atPath: folder.url.appending(path: path).path)?.allObjects as? [String] ?? [])
      .filter { !$0.hasSuffix("sql") || $0.contains(".") }.filter { $0.contains(".") }.sorted()
  }

  private func joinery(_ arguments: String...) throws -> JoineryTool.Result {
    try JoineryTool.run(arguments, in: folder.url)
  }

  @Test func generatesEveryOutputOnce() throws {
    let first = try joinery("generate")
    #expect(first.status == 0)
    #expect(first.errors == "")
    #expect(first.output == "generated/shop: 4 written, 0 unchanged\n")
    #expect(files(below: "generated/shop") == ["graph.md", "sql/drop.sql", "sql/schema.sql", "swift/Customer.swift"])
    #expect(try joinery("generate").output == "generated/shop: 0 written, 4 unchanged\n")
    #expect(try joinery("check").status == 0)
  }

  @Test func removesOwnFilesThatAreNoLongerMadeAndNoOthers() throws {
    _ = try joinery("generate")
    try write("my notes", "generated/shop/swift/Notes.txt")
    try write(Self.schema.replacing("Customer", with: "Client"), "schemas/shop.yaml")
    #expect(try joinery("generate").output == "generated/shop: 4 written, 0 unchanged, 1 removed\n")
    #expect(
      files(below: "generated/shop") == [
        "graph.md", "sql/drop.sql", "sql/schema.sql", "swift/Client.swift", "swift/Notes.txt",
      ])
  }

  @Test func checkPrintsADiffAndWritesNothing() throws {
    _ = try joinery("generate")
    try write(Self.schema.replacing("name: string", with: "name: string(80)"), "schemas/shop.yaml")
    let before = try read("generated/shop/sql/schema.sql")
    let result = try joinery("check")
    #expect(result.status == 1)
    #expect(
      result.output == """
        --- a/generated/shop/sql/schema.sql
        +++ b/generated/shop/sql/schema.sql
        @@ -2,7 +2,7 @@
         
         CREATE TABLE `customers` (
           `id` int NOT NULL AUTO_INCREMENT,
        -  `name` varchar(255) NOT NULL,
        +  `name` varchar(80) NOT NULL,
           `createdAt` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
           `updatedAt` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
           PRIMARY KEY (`id`)

        """)
    #expect(result.errors == "The generated files are not current; run: joinery generate\n")
    #expect(try read("generated/shop/sql/schema.sql") == before)
  }

  @Test func writesNothingWhileASchemaIsWrong() throws {
    try write("database: broken\nmodels:\n  A: { columns: { a: strin } }\n", "schemas/broken.yaml")
    let result = try joinery("generate")
    #expect(result.status == 1)
    #expect(
      result.errors.hasPrefix(
        "schemas/broken.yaml:3:22: error: Type 'strin' is neither one of the language nor an enumeration; did you mean 'string'? [GRAPH-UNKNOWN-TYPE]\n"
      ))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "generated").path))
  }

  @Test func refusesAFileInTheWay() throws {
    try write("-- mine\n", "generated/shop/sql/schema.sql")
    let result = try joinery("generate")
    #expect(result.status == 1)
    #expect(
      result.errors == """
        joinery: error: 'generated/shop/sql/schema.sql' is in the way: it is not an output of Joinery [FILE-IN-THE-WAY]
        help: Move it away, or choose another folder with --output.

        1 error

        """)
    #expect(try read("generated/shop/sql/schema.sql") == "-- mine\n")
    #expect(files(below: "generated/shop") == ["sql/schema.sql"])
  }

  @Test func refusesTwoSchemasOfOneStem() throws {
    try write(Self.schema, "schemas/old/shop.yaml")
    let result = try joinery("generate")
    #expect(result.status == 1)
    #expect(
      result.errors.hasPrefix(
        "schemas/shop.yaml:1:1: error: Schemas have names of their own: this one and 'schemas/old/shop.yaml' both fill the folder 'shop' [FILE-SAME-STEM]\n"
      ))
  }

  @Test func refusesAFolderOfAnotherSchema() throws {
    _ = try joinery("generate")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "schemas/new"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "schemas/shop.yaml"), to: folder.url.appending(path: "schemas/new/shop.yaml"))
    let result = try joinery("generate")
    #expect(result.status == 1)
    #expect(result.errors.components(separatedBy: "[FILE-OTHER-SCHEMA]").count == 2)
  }

  @Test func refusesTwoOutputsOfOneName() throws {
    try write(Self.schema + "queries:\n  all: { from: Customer }\n  ALL: { from: Customer }\n", "schemas/shop.yaml")
    let result = try joinery("generate")
    #expect(result.status == 1)
    #expect(
      result.errors == """
        schemas/shop.yaml:7:3: error: Swift types have names of their own, also without regard to case; that of query 'ALL', type 'ALL' is taken [GRAPH-NAME-COLLISION]
          7 |   ALL: { from: Customer }
            |   ^~~
        help: Give one of the two another name.
        schemas/shop.yaml:6:3: note: The other one is here
          6 |   all: { from: Customer }
            |   ^~~

        1 error

        """)
  }

  @Test func refusesTwoOutputsThatDifferInCase() throws {
    // The file of what several types share is named after the database, whatever the models are called.
    try write(
      """
      database: shop
      models:
        ShopTYPES:
          columns: { day: date }

      """, "schemas/shop.yaml")
    let result = try joinery("generate")
    #expect(result.status == 1)
    #expect(
      result.errors.hasPrefix(
        "joinery: error: Outputs have names of their own, also without regard to case: 'generated/shop/swift/ShopTypes.swift' comes twice [FILE-SAME-OUTPUT]\n"
      ))
  }

  @Test(
    "a schema in a file or folder of any name is generated twice alike",
    arguments: [
      "R&D.yaml", "[old] <b>/a|b.yaml", "tab\there.yaml", "100%.yaml", "👩‍🚀.yaml", "back\\slash.yaml", "Ünïcode.json",
    ])
  func takesFileNames(name: String) throws {
    try FileManager.default.removeItem(at: folder.url.appending(path: "schemas/shop.yaml"))
    try write(#"{"database": "shop", "models": {"Customer": {}}}"#, "schemas/\(name)")
    let first = try joinery("generate")
    #expect(first.status == 0, "\(first.errors)")
    #expect(try joinery("generate").output == first.output.replacing("4 written, 0", with: "0 written, 4"))
    #expect(try joinery("check").status == 0)
  }

  @Test(
    "a name that fills no folder is refused",
    arguments: ["...yaml", "..yaml", String(repeating: "a", count: 201) + ".yaml"])
  func refusesFileNames(name: String) throws {
    try write(Self.schema, "schemas/below/\(name)")
    let result = try joinery("generate", "schemas/below/\(name)")
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("schemas/below/\(name):1:1: error: "))
    #expect(result.errors.split(separator: "\n")[0].hasSuffix(" [FILE-NAME]"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "generated").path))
  }

  @Test func explainsAnAssociation() throws {
    try write(
      """
      database: shop
      models:
        Customer: { hasMany: { orders: { model: Order, scope: { open: true } } } }
        Order: { columns: { open: boolean }, belongsTo: { customer: Customer } }

      """, "schemas/shop.yaml")
    let result = try joinery("explain", "Customer.orders")
    #expect(result.status == 0)
    #expect(
      result.output == """
        Customer.orders: any number of Order (hasMany)

          1. from Customer to Order, any number of rows: orders.customerId = customers.id
             where open is 1

        The way back is Order.customer.

        FROM `customers` AS `customer`
        LEFT OUTER JOIN `orders` AS `orders` ON `orders`.`customerId` = `customer`.`id`
          AND `orders`.`open` = 1

        """)
    let wrong = try joinery("explain", "Customer.order")
    #expect(wrong.status == 2)
    #expect(
      wrong.errors
        == "joinery: error: No schema has an association or a query 'Customer.order'; did you mean 'Customer.orders'?\n"
    )
  }

  @Test func explainsAQuery() throws {
    try write(
      """
      database: shop
      defaults: { timestamps: false }
      models:
        Customer: { hasMany: [Order] }
        Order: { belongsTo: [Customer], belongsToMany: { items: { model: Item, through: Position } } }
        Item: {}
      queries:
        ordersOfCustomers:
          from: Customer
          include: { orders: { limit: 3, include: { items: { strategy: join } } } }

      """, "schemas/shop.yaml")
    let result = try joinery("explain", "ordersOfCustomers")
    #expect(result.errors == "")
    #expect(
      result.output == """
        ordersOfCustomers: every Customer, with its orders (0 or more, at most 3, with their items (0 or more))

        Statement 1
          from  customer  customers

        At most one row for one row of customers.

        SELECT
          `customer`.`id` AS `id`
        FROM `customers` AS `customer`
        ORDER BY `customer`.`id`

        Statement 2, orders: for the keys of all parents
          from        customer               customers  the parents
          inner join  orders                 orders     any number of rows
          left join   orders.items.position  positions  any number of rows
          inner join  orders.items           items      at most one row

        At most 3 orders × orders.items for one row of customers.

        SELECT
          `id`,
          `orders.id`,
          `orders.customerId`,
          `orders.items.id`,
          `orders.items.position.orderId`,
          `orders.items.position.itemId`
        FROM (
          SELECT
            `customer`.`id` AS `id`,
            `orders`.`id` AS `orders.id`,
            `orders`.`customerId` AS `orders.customerId`,
            `orders.items`.`id` AS `orders.items.id`,
            `orders.items.position`.`orderId` AS `orders.items.position.orderId`,
            `orders.items.position`.`itemId` AS `orders.items.position.itemId`,
            DENSE_RANK() OVER (PARTITION BY `customer`.`id` ORDER BY `orders`.`id`) AS `$number`,
            ROW_NUMBER() OVER (ORDER BY `customer`.`id`, `orders`.`id`, `orders.items`.`id`) AS `$row`
          FROM `customers` AS `customer`
          INNER JOIN `orders` AS `orders` ON `orders`.`customerId` = `customer`.`id`
          LEFT OUTER JOIN (
            `positions` AS `orders.items.position`
            INNER JOIN `items` AS `orders.items` ON `orders.items`.`id` = `orders.items.position`.`itemId`
          ) ON `orders.items.position`.`orderId` = `orders`.`id`
          WHERE `customer`.`id` IN (?)
        ) AS `numbered`
        WHERE `$number` <= 3
        ORDER BY `$row`

        """)
  }

  @Test(arguments: [(["schema"], "joinery.schema.json"), (["schema", "--project"], "joinery.project.schema.json")])
  func printsJSONSchemas(arguments: [String], name: String) throws {
    let result = try JoineryTool.run(arguments, in: folder.url)
    let committed = JoineryTool.repository.appending(path: "Documentation/\(name)")
    #expect(result.status == 0)
    #expect(result.output == (try String(contentsOf: committed, encoding: .utf8)))
    #expect(result.errors == "")
  }

  @Test func takesJSON() throws {
    _ = try joinery("generate")
    let fromYAML = try read("generated/shop/sql/schema.sql")
    try write(#"{"database": "shop", "models": {"Customer": {"columns": {"name": "string"}}}}"#, "schemas/shop.yaml")
    #expect(try joinery("generate").status == 0)
    #expect(try read("generated/shop/sql/schema.sql") == fromYAML)
  }

  @Test func leavesFragmentsAlone() throws {
    try write("models:\n  Part: {}\n", "schemas/common/parts.yaml")
    #expect(try joinery("generate").output == "generated/shop: 4 written, 0 unchanged\n")
    #expect(try joinery("generate", "schemas/common/parts.yaml").status == 1)
  }

  @Test func overridesTheTarget() throws {
    #expect(try joinery("generate", "--target", "mariadb-10.11", "--output", "out").status == 0)
    #expect(
      try read("out/shop/sql/schema.sql").split(separator: "\n").last
        == ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;")
  }

  @Test func writesTheSwiftOfASchemaAsOneFile() throws {
    try write(
      "database: shop\nmodels: { Customer: }\nswift: { layout: perType, access: public }\n", "schemas/shop.yaml")
    let result = try joinery("swift", "schemas/shop.yaml", "--output", "new/shop.swift", "--access", "package")
    #expect(result.status == 0)
    #expect(result.output + result.errors == "")
    _ = try joinery("generate", "--access", "package", "--layout", "single")
    #expect(try read("new/shop.swift") == read("generated/shop/swift/Shop.swift"))
    // What is current is not touched: build systems go by the time.
    let file = folder.url.appending(path: "new/shop.swift")
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: file.path)
    _ = try joinery("swift", "schemas/shop.yaml", "--output", "new/shop.swift", "--access", "package")
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date == past)
    _ = try joinery("swift", "schemas/shop.yaml", "--output", "new/shop.swift")
    #expect(try read("new/shop.swift").contains("\npublic struct Customer: "))
  }

  @Test func aFragmentGivesAFileWithoutTypes() throws {
    try write("models: { Part: }\n", "schemas/common/parts.yaml")
    let result = try joinery("swift", "schemas/common/parts.yaml", "--output", "parts.swift")
    #expect(result.status == 0)
    #expect(result.output + result.errors == "")
    #expect(
      try read("parts.swift") == """
        // Generated by joinery from schemas/common/parts.yaml. Do not edit.

        // There is no 'database' in that file: it is a part of the schemas that import it, and gives no types by itself.

        """)
    // A schema that becomes a fragment, or the other way round, takes its own file's place.
    try write(Self.schema, "schemas/common/parts.yaml")
    #expect(try joinery("swift", "schemas/common/parts.yaml", "--output", "parts.swift").status == 0)
    #expect(try read("parts.swift").contains("\nstruct Customer: "))
  }

  @Test func aSwiftFileTakesThePlaceOfItsOwnAlone() throws {
    for path in ["mine.swift", "schemas"] {
      if path != "schemas" { try write("let mine = 1\n", path) }
      let result = try joinery("swift", "schemas/shop.yaml", "--output", path)
      #expect(result.status == 1)
      #expect(
        result.errors == """
          joinery: error: '\(path)' is in the way: it is not an output of Joinery [FILE-IN-THE-WAY]
          help: Move it away, or name another file with --output.

          1 error

          """)
    }
    #expect(try read("mine.swift") == "let mine = 1\n")
    try write("database: shop\nmodels: { A: { columns: { a: strin } } }\n", "schemas/shop.yaml")
    let wrong = try joinery("swift", "schemas/shop.yaml", "--output", "shop.swift", "--whole-paths")
    #expect(wrong.status == 1)
    // The system may know the folder by another name.
    let place = try #require(wrong.errors.split(separator: "\n").first)
    #expect(place.hasPrefix("/"))
    #expect(
      place.hasSuffix(
        "\(folder.url.lastPathComponent)/schemas/shop.yaml:2:30: error: Type 'strin' is neither one of the language nor "
          + "an enumeration; did you mean 'string'? [GRAPH-UNKNOWN-TYPE]"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "shop.swift").path))
  }

  @Test(
    "exit codes: 2 for a wrong call, 3 where the disk says no",
    arguments: [
      (["generate", "--target", "mysql-7"], 2), (["frobnicate"], 2),
      (["generate", "--output", String(repeating: "d", count: 300)], 3),
      (["generate", "--output", "joinery.yaml/below"], 1),
      (["generate", "--layout", "one"], 2), (["swift", "schemas/shop.yaml"], 2),
      (["swift", "schemas/shop.yaml", "--output", "joinery.yaml/below.swift"], 3),
      (["--help"], 0), (["--version"], 0), (["generate", "nowhere.yaml"], 1),
    ] as [([String], Int32)])
  func exitCodes(arguments: [String], status: Int32) throws {
    #expect(try JoineryTool.run(arguments, in: folder.url).status == status)
  }
}
