import Foundation

/// A package of `Tests/Consumers`, which depends on this one by its path and uses its plugins, in a copy that a test may
/// change.
struct ConsumerPackage {
  /// The folder for all that is made of the packages.
  private static let place = JoineryTool.repository.appending(path: ".build-consumers")

  /// The folder with `Package.swift`. From there the path to this package is the one from `Tests/Consumers`, too.
  let folder: URL
  private let name: String
  /// The folder that it builds in.
  private let scratch: URL

  /// The package `name` as it is committed. Packages that build the command share the folder `build`, one after the other,
  /// so that it is built once.
  init(_ name: String, buildingIn build: String = "build") throws {
    self.name = name
    scratch = Self.place.appending(path: build)
    folder = Self.place.appending(path: "packages/\(name)")
    if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = JoineryTool.repository.appending(path: "Tests/Consumers/\(name)")
    // What begins with a full stop was left by somebody who built it there.
    for item in try FileManager.default.contentsOfDirectory(atPath: source.path) where !item.hasPrefix(".") {
      try FileManager.default.copyItem(at: source.appending(path: item), to: folder.appending(path: item))
    }
  }

  /// What a build has done.
  struct Build {
    /// Its exit code.
    var status: Int32
    /// What it printed.
    var lines: [Substring]

    /// The Swift files that were generated, sorted.
    var generated: [Substring] {
      lines.compactMap { $0.firstMatch(of: /^\[\d+\/\d+\] Generating (\S+)$/)?.1 }.sorted()
    }

    /// The lines that say what is wrong.
    var complaints: [Substring] { lines.filter { $0.contains("error: ") || $0.contains("warning: ") } }

    /// Whether a source of the module `name` was compiled.
    func compiles(_ name: String) -> Bool { lines.contains { $0.contains(" Compiling \(name) ") } }
  }

  /// Builds the package.
  func build() throws -> Build {
    let result = try swift(["build", "--scratch-path", scratch.path])
    let lines = (result.output + result.errors).split(separator: "\n")
    return Build(status: result.status, lines: lines)
  }

  /// Builds the package until a build has nothing to generate, and gives that build.
  ///
  /// SwiftPM builds a plugin's tool twice before it rests: it keeps one record of tools that were built to plan, and
  /// another of what was built since, and each takes the other's files for changed.
  func settle() throws -> Build {
    var last = try build()
    for _ in 0..<2 where last.status == 0 && !last.generated.isEmpty { last = try build() }
    return last
  }

  /// Runs the built program and gives what it prints.
  func run() throws -> String {
    let program = scratch.appending(path: "debug/\(name)")
    return try JoineryTool.run(program, [], in: folder).output
  }

  /// Runs `swift package` with the words behind it.
  func package(_ words: [String]) throws -> JoineryTool.Result {
    try swift(["package", "--scratch-path", scratch.path] + words)
  }

  /// Changes a file.
  func replace(_ old: String, with new: String, in path: String) throws {
    let file = folder.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
  }

  /// Writes a file, in a folder that is made if need be.
  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func swift(_ words: [String]) throws -> JoineryTool.Result {
    try JoineryTool.run(URL(filePath: "/usr/bin/env"), ["swift"] + words, in: folder)
  }
}
