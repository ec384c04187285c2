import Foundation
import SwiftModels

/// Compiles generated files with the toolchain that runs the tests.
struct SwiftCompiler {
  /// The upcoming features that are stricter about what is generated.
  static let strictFeatures = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"].flatMap {
    ["-enable-upcoming-feature", $0]
  }

  private let folder: URL

  /// Files for a compilation in a folder of their own, which is gone after `body`.
  static func withFiles<Result>(
    _ files: [SwiftFile], programs: [String] = [], body: (SwiftCompiler) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
    for program in programs {
      let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: program)
      try FileManager.default.copyItem(at: source, to: folder.appending(path: source.lastPathComponent))
    }
    return try body(SwiftCompiler(folder: folder))
  }

  /// What the compiler has to say about the files, as one module; empty if nothing.
  func typeCheck(strict: Bool) throws -> String {
    try run(
      "swiftc", ["-typecheck", "-parse-as-library"] + arguments(strict: strict) + sources())
  }

  /// Compiles the files, among them `main.swift`, and gives what the program writes.
  func runProgram() throws -> String {
    let program = folder.appending(path: "program").path
    let compiled = try run("swiftc", arguments(strict: true) + sources() + ["-o", program])
    return compiled.isEmpty ? try run(program, []) : compiled
  }

  private func arguments(strict: Bool) -> [String] {
    [
      "-swift-version", "6", "-whole-module-optimization", "-Onone", "-warnings-as-errors", "-package-name",
      "generated", "-module-name", "Generated",
    ]
      + (strict ? Self.strictFeatures : [])
  }

  private func sources() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }.sorted()
  }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let output = folder.appending(path: "output.txt")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let handle = try FileHandle(forWritingTo: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = folder
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    var text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    if process.terminationStatus != 0 { text += "\(program) ended with status \(process.terminationStatus)\n" }
    return text
  }
}
