import Foundation
import Testing

/// A project on the disk with the schema of a shop, of which there are versions.
final class ShopProject {
  /// A version of the schema.
  enum Version: CaseIterable {
    case first
    case second

    /// The schema with so many models. Half of the models of the versions have the same name; none is the same.
    func schema(models count: Int) -> String {
      let start = self == .first ? 0 : count / 2
      let length = self == .first ? 40 : 80
      var text = "database: shop\nmodels:\n"
      for number in start..<(start + count) { text += "  Part\(number): { columns: { name: string(\(length)) } }\n" }
      text += "queries:\n"
      for number in start..<(start + count) { text += "  parts\(number)Of\(self): { from: Part\(number) }\n" }
      return text
    }
  }

  private let temporary = TemporaryFolder()
  private let count: Int

  /// The project's folder.
  var folder: URL { temporary.url }
  /// The folder of all outputs.
  var generated: URL { folder.appending(path: "generated") }
  /// The folder of the schema's outputs.
  var shop: URL { generated.appending(path: "shop") }

  /// A project whose schema has so many models; nothing is generated.
  init(models count: Int = 4) throws {
    self.count = count
    try write("", "joinery.yaml")
    try set(.first)
  }

  /// Makes the schema this version.
  func set(_ version: Version) throws { try write(version.schema(models: count), "schemas/shop.yaml") }

  /// Writes a file of the project.
  func write(_ text: String, _ path: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Generates a version, which has to succeed.
  func generate(_ version: Version) throws {
    try set(version)
    let ending = try Tool.run(["generate"], in: folder)
    try #require(ending.status == 0, "\(ending.errors)")
  }

  /// All that a version gives, as if nothing had been there.
  static func outputs(of version: Version, models count: Int = 4) throws -> Snapshot {
    let project = try ShopProject(models: count)
    try project.generate(version)
    return try Snapshot(of: project.generated)
  }
}
