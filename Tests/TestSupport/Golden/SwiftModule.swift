import Foundation

/// Swift sources that are compiled as a module of their own, by the toolchain that runs the tests: in Swift 6 mode, with
/// warnings as errors and the upcoming features that are stricter about access and imports.
public struct SwiftModule: Sendable {
  /// The sources by name, `.swift` files.
  public var sources: FileTree

  /// The sources of modules that the sources import, by the names of the modules.
  public var imports: [String: FileTree] = [:]

  /// A module of `sources`.
  public init(_ sources: FileTree) { self.sources = sources }

  /// What the compiler has to say about the sources; empty if nothing.
  public func typeCheck() throws -> String {
    try inTemporaryFolder { folder in
      try execute("swiftc", ["-typecheck", "-parse-as-library"] + arguments(folder))
    }
  }

  /// Builds the program of which `main.swift` is one of the sources, and hands it to `body`.
  ///
  /// - Throws: ``TestServerFailure`` with what the compiler says where it says anything.
  public func withProgram<Value>(_ body: (Program) throws -> Value) throws -> Value {
    try inTemporaryFolder { folder in
      let program = folder.appending(path: "program").path
      let libraries = try imports.sorted { $0.key < $1.key }.map { try library($0.key, of: $0.value, in: folder) }
      let complaints = try execute("swiftc", arguments(folder) + ["-I", folder.path] + libraries + ["-o", program])
      guard complaints.isEmpty else { throw TestServerFailure(complaints) }
      return try body(Program(path: program))
    }
  }

  /// Builds a module that the sources import, and gives the path of its library.
  private func library(_ name: String, of sources: FileTree, in folder: URL) throws -> String {
    let files = folder.appending(path: name)
    try sources.write(to: files)
    let library = folder.appending(path: "lib\(name).a").path
    let complaints = try execute(
      "swiftc",
      ["-swift-version", "6", "-warnings-as-errors", "-emit-library", "-static", "-emit-module", "-module-name", name]
        + Self.features
        + ["-emit-module-path", folder.appending(path: "\(name).swiftmodule").path, "-o", library]
        + sources.files.keys.sorted().map { files.appending(path: $0).path })
    guard complaints.isEmpty else { throw TestServerFailure(complaints) }
    return library
  }

  private static let features = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
    .flatMap { ["-enable-upcoming-feature", $0] }

  /// A program that was built.
  public struct Program {
    let path: String

    /// Runs it with `files` in a folder that is its one argument, and gives what it writes.
    public func run(with files: FileTree) throws -> String {
      try inTemporaryFolder { folder in
        try files.write(to: folder)
        return try execute(path, [folder.path])
      }
    }
  }

  private func arguments(_ folder: URL) throws -> [String] {
    let sourceFolder = folder.appending(path: "sources")
    try sources.write(to: sourceFolder)
    return [
      "-swift-version", "6", "-warnings-as-errors", "-whole-module-optimization", "-Onone", "-package-name",
      "generated",
      "-module-name", "Generated",
    ] + Self.features + sources.files.keys.sorted().map { sourceFolder.appending(path: $0).path }
  }
}

private func inTemporaryFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// What a program writes, to both streams; its status where that is not 0.
private func execute(_ program: String, _ arguments: [String]) throws -> String {
  let completion = try Subprocess(program, arguments).run()
  let status = completion.status == 0 ? "" : "\(program) ended with status \(completion.status)\n"
  return String(decoding: completion.output + completion.errors, as: UTF8.self) + status
}
