import Foundation
import Testing

/// Folders that may not be written to.
@Suite struct PermissionTests {
  /// Starts a program so that permissions count for it: a superuser goes without those of his powers that disregard them.
  private static let launcher =
    geteuid() == 0
    ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-all"] : []

  private func protect(_ folder: URL, _ body: () throws -> Void) throws {
    defer { chmod(folder.path, 0o755) }
    try #require(chmod(folder.path, 0o555) == 0)
    try body()
  }

  @Test("a folder that is read-only", arguments: ["", "sql", "sql/queries", "swift"])
  func readOnly(path: String) throws {
    let project = try ShopProject()
    try project.generate(.first)
    let old = try Snapshot(of: project.generated)
    try project.set(.second)
    try protect(path.isEmpty ? project.shop : project.shop.appending(path: path)) {
      let ending = try Tool.run(["generate"], in: project.folder, by: Self.launcher)
      #expect(ending.status == 3)
      #expect(ending.errors.hasSuffix("': Permission denied\n"), "\(ending.errors)")
      #expect(try Snapshot(of: project.generated) == old)
    }
  }

  @Test("a folder that is read-only, where only the last files of all change") func lateRefusal() throws {
    let project = try ShopProject()
    try project.generate(.first)
    let old = try Snapshot(of: project.generated)
    let schema = try String(contentsOf: project.folder.appending(path: "schemas/shop.yaml"), encoding: .utf8)
    try project.write(schema.replacing("string(40)", with: "string(50)?"), "schemas/shop.yaml")
    // The SQL is in its place before the first Swift file is refused.
    try protect(project.shop.appending(path: "swift")) {
      let ending = try Tool.run(["generate"], in: project.folder, by: Self.launcher)
      #expect(ending.status == 3)
      #expect(ending.errors.hasSuffix("/swift/Part0.swift': Permission denied\n"), "\(ending.errors)")
      #expect(try Snapshot(of: project.generated) == old)
    }
  }

  @Test("where nothing changes nothing need be written") func unchanged() throws {
    let project = try ShopProject()
    try project.generate(.first)
    try protect(project.shop) {
      let ending = try Tool.run(["generate"], in: project.folder, by: Self.launcher)
      #expect(
        ending == Tool.Ending(status: 0, output: "generated/shop: 0 written, 15 unchanged\n", errors: ""))
    }
  }

  @Test("a root that is read-only") func readOnlyRoot() throws {
    let project = try ShopProject()
    try protect(project.folder) {
      let ending = try Tool.run(["generate"], in: project.folder, by: Self.launcher)
      #expect(
        ending
          == Tool.Ending(
            status: 3, output: "",
            errors: "joinery: error: Cannot make folder '\(project.generated.path)': Permission denied\n"))
    }
  }
}
