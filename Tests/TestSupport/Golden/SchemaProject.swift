import Foundation

/// A schema and the files beside it as a project on the disk, for as long as somebody holds it.
final class SchemaProject {
  /// The project's folder.
  let folder: URL

  /// Writes a project of the schema `text`, which is to stand at `path`, and `files`, by their paths from `schemas/`.
  init(_ text: [UInt8], path: String, files: FileTree) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
    var tree = FileTree(["joinery.yaml": [], path: text])
    for (path, bytes) in files.files { tree.files["schemas/\(path)"] = bytes }
    try tree.write(to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
