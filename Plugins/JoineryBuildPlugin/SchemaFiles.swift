import Foundation
import PackagePlugin

/// The files of a target that Joinery reads. Their names alone are known: plans are made before any file is read.
struct SchemaFiles {
  private static let settingsFile = "joinery.yaml"

  /// The schemas, and the fragments that they import, sorted by path.
  private let schemas: [URL]
  /// Every file that may decide about what comes out.
  private let inputs: [URL]

  /// Those of the target `name` among `files`, in the package or project at `root`; reports what cannot be built.
  init(of name: String, among files: [URL], below root: URL) {
    let schemas = files.filter {
      ["yaml", "yml"].contains($0.pathExtension) && $0.lastPathComponent != Self.settingsFile
    }
    .sorted { $0.path < $1.path }
    let rows = files.filter { $0.pathExtension == "csv" }
    self.schemas = schemas
    inputs = schemas + rows + Self.settings(of: schemas, below: root)
    if schemas.isEmpty {
      Diagnostics.warning("Target '\(name)' has no schema: JoineryBuildPlugin looks for .yaml files beside its sources")
    }
    // File systems there are that ignore letter case.
    let namesakes = Dictionary(grouping: schemas) { Self.output(of: $0).lowercased() }.filter { $0.value.count > 1 }
    for (output, schemas) in namesakes.sorted(by: { $0.key < $1.key }) {
      Diagnostics.error(
        """
        Schemas of a target have names of their own, also without regard to case and extension: \
        \(schemas.map { "'\($0.path)'" }.joined(separator: " and ")) would both become '\(output)'; rename one of them
        """)
    }
  }

  /// One command for each schema, whose Swift goes to `outputFolder`.
  func commands(tool: URL, outputFolder: URL) -> [Command] {
    schemas.map { schema in
      let output = outputFolder.appending(path: Self.output(of: schema))
      return .buildCommand(
        displayName: "Generating \(output.lastPathComponent)", executable: tool,
        arguments: ["swift", schema.path, "--output", output.path, "--whole-paths"], inputFiles: inputs,
        outputFiles: [output])
    }
  }

  /// The name of a schema's Swift file, which no other source is likely to have: `student_db.joinery.swift`.
  private static func output(of schema: URL) -> String {
    "\(schema.deletingPathExtension().lastPathComponent).joinery.swift"
  }

  /// Each `joinery.yaml` from the folders of `schemas` upward to `root`.
  private static func settings(of schemas: [URL], below root: URL) -> [URL] {
    var folders: Set<String> = []
    for schema in schemas {
      var folder = schema.deletingLastPathComponent()
      while folder.path.hasPrefix(root.path), folders.insert(folder.path).inserted, folder.path != root.path {
        folder.deleteLastPathComponent()
      }
    }
    return folders.sorted().map { URL(filePath: $0).appending(path: settingsFile) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }
}
