import Foundation
import TestSupport
import Testing

/// What a check prints is a patch: with it `git apply` makes the files current, whatever had become of them.
@Suite struct DifferenceTests {
  private static let schema = """
    database: shop
    models:
      Customer: { columns: { name: string, born: date }, hasMany: { orders: Order } }
      Order: { columns: { total: integer, note: text }, belongsTo: { customer: Customer } }
      Item: { columns: { name: string } }

    """

  /// The outputs of the schema as they are made, in a folder whose name needs care in the header lines of a patch.
  private struct Project {
    static let output = "made \"by\" joinery ä"
    let folder: TemporaryFolder
    let made: FileTree

    init() throws {
      folder = try TemporaryFolder()
      try FileTree(["joinery.yaml": [], "schemas/shop.yaml": Array(DifferenceTests.schema.utf8)]).write(to: folder.url)
      try #require(try JoineryTool.run(["generate", "--output", Self.output], in: folder.url).status == 0)
      made = try FileTree(below: folder.url.appending(path: Self.output))
    }

    var current: FileTree { get throws { try FileTree(below: folder.url.appending(path: Self.output)) } }

    /// Puts `tree` in place of the outputs and makes them current by the patch that a check prints.
    func mend(_ tree: FileTree, with program: String, _ arguments: [String]) throws -> FileTree {
      try tree.write(to: folder.url.appending(path: Self.output))
      let check = try JoineryTool.run(["check", "--output", Self.output], in: folder.url, outputIn: "patch")
      #expect(check.status == (tree == made ? 0 : 1))
      guard tree != made else { return tree }
      let result = try JoineryTool.run(
        URL(filePath: "/usr/bin/env"), [program] + arguments + ["patch"], in: folder.url)
      #expect(result.status == 0, "\(result.errors)\(result.output)")
      return try current
    }
  }

  /// Damages that begin behind the header line, by which Joinery knows its files.
  private static func damage(_ file: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    let start = (file.firstIndex(of: UInt8(ascii: "\n")) ?? file.count - 1) + 1
    var lines = file[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let position = Int.random(in: lines.indices, using: &generator)
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: lines.remove(at: position)
      case 1: lines.insert(Array("a new line".utf8), at: position)
      case 2: lines[position].append(UInt8(ascii: "\r"))
      case 3: lines[position] += [0xFF, 0xC3]
      case 4: lines.insert(contentsOf: lines[position...].prefix(9), at: position)
      case 5: lines = Array(lines[..<position])
      default: lines[position] = Array("e\u{301}".utf8)
      }
      if lines.isEmpty { lines = [[]] }
    }
    return Array(file[..<start]) + lines.joined(separator: [UInt8(ascii: "\n")])
  }

  @Test("files that were changed, removed or left over", arguments: 0..<TestRun.cases(20))
  func patches(seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let project = try Project()
    var tree = project.made
    for path in tree.files.keys.sorted() {
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: tree.files[path] = nil
      case 1: tree.files[path + ".old.sql"] = tree.files[path]
      case 2: break
      // A loss of power may leave it.
      case 3: tree.files[path] = []
      default: tree.files[path] = tree.files[path].map { Self.damage($0, &generator) }
      }
    }
    #expect(try project.mend(tree, with: "git", ["apply", "--whitespace=nowarn"]).difference(to: project.made) == "")
  }

  @Test("a check says the same wherever in the project it is called") func calledBelow() throws {
    let folder = try TemporaryFolder()
    try FileTree(["joinery.yaml": [], "schemas/deep/shop.yaml": Array(Self.schema.utf8)]).write(to: folder.url)
    let check = try JoineryTool.run(["check"], in: folder.url, outputIn: "patch")
    let below = folder.url.appending(path: "schemas/deep")
    #expect(try JoineryTool.run(["check"], in: below, outputIn: "../../patch.below").errors == check.errors)
    #expect(try FileTree(below: folder.url).files["patch"] == FileTree(below: folder.url).files["patch.below"])
    let apply = URL(filePath: "/usr/bin/env")
    #expect(try JoineryTool.run(apply, ["git", "apply", "patch.below"], in: folder.url).status == 0)
    #expect(try JoineryTool.run(["check"], in: below).status == 0)
  }

  @Test func lacksOneLineEnd() throws {
    let project = try Project()
    for path in project.made.files.keys.sorted() {
      var tree = project.made
      tree.files[path]?.removeLast()
      #expect(try project.mend(tree, with: "git", ["apply"]).difference(to: project.made) == "", "\(path)")
    }
  }

  @Test("a long file with changes far apart is not shown whole")
  func longFiles() throws {
    let folder = try TemporaryFolder()
    let rows = (1...3000).map { "\($0),Customer \($0)\n" }
    let schema = """
      database: shop
      defaults: { timestamps: false }
      models: { Customer: { columns: { id: { type: int, primaryKey: true }, name: string } } }
      seeds: { Customer: { $options: { file: customers.csv } } }

      """
    let rowsOf = { (rows: [String]) in Array(("id,name\n" + rows.joined()).utf8) }
    try FileTree(
      ["joinery.yaml": [], "schemas/shop.yaml": Array(schema.utf8), "schemas/customers.csv": rowsOf(rows)]
    ).write(to: folder.url)
    #expect(try JoineryTool.run(["generate"], in: folder.url).status == 0)
    var changed = rows
    changed[10] = "11,Anna\n"
    changed[2990] = "2991,Berta\n"
    changed.remove(at: 1500)
    try Data(rowsOf(changed)).write(to: folder.url.appending(path: "schemas/customers.csv"))
    let check = try JoineryTool.run(["check"], in: folder.url)
    #expect(check.status == 1)
    #expect(
      check.output.split(separator: "\n").filter { $0.hasPrefix("-") || $0.hasPrefix("+") || $0.hasPrefix("@") }
        == [
          "--- a/generated/shop/sql/seeds.sql", "+++ b/generated/shop/sql/seeds.sql", "@@ -11,7 +11,7 @@",
          "-  (11, 'Customer 11'),", "+  (11, 'Anna'),", "@@ -1501,7 +1501,6 @@", "-  (1501, 'Customer 1501'),",
          "@@ -2991,7 +2990,7 @@", "-  (2991, 'Customer 2991'),", "+  (2991, 'Berta'),",
        ])
  }
}
