import Foundation

/// A golden folder's schema and the files beside it as a project on the disk, for as long as somebody holds it.
final class GoldenProject {
  /// The project's folder.
  let folder: URL

  /// Writes the project.
  init(_ golden: GoldenCase) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
    var tree = FileTree(["joinery.yaml": [], golden.path: golden.schema])
    for (path, bytes) in golden.files.files { tree.files["schemas/\(path)"] = bytes }
    try tree.write(to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
