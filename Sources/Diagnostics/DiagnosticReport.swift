/// All that a run has to tell to another program.
public struct DiagnosticReport: Sendable {
  /// The program that ran.
  public struct Tool: Sendable {
    /// Its name.
    public var name: String
    /// Its version (semver.org).
    public var version: String

    /// The program `name` of `version`.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// The program that ran.
  public var tool: Tool
  /// The absolute path of the folder that the files' paths are counted from.
  public var root: String
  /// The absolute path of the repository's root, from which code hosts count paths; `nil` where it is not known.
  public var repository: String?
  /// The files of the findings.
  public var files: SourceFiles
  /// The findings.
  public var diagnostics: [Diagnostic]
  /// Why the run came to no end, one line; `nil` where it did.
  public var failure: String?
  /// The exit code of the process.
  public var exitCode: Int

  /// A report; see the properties.
  public init(
    tool: Tool, root: String, repository: String? = nil, files: SourceFiles, diagnostics: [Diagnostic],
    failure: String? = nil, exitCode: Int
  ) {
    self.tool = tool
    self.root = root
    self.repository = repository
    self.files = files
    self.diagnostics = diagnostics
    self.failure = failure
    self.exitCode = exitCode
  }

  /// The folder that a code host counts paths from: the repository where ``root`` lies in it, else ``root``; it ends with
  /// a slash.
  var base: String {
    let root = Self.folder(self.root)
    let repository = repository.map(Self.folder)
    return repository.flatMap { root.hasPrefix($0) ? $0 : nil } ?? root
  }

  /// The path of a file from ``base``; absolute where the file is not below.
  func pathFromBase(of file: String) -> String {
    let path = file.utf8.first == UInt8(ascii: "/") ? file : Self.folder(root) + file
    let base = base
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
  }

  private static func folder(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }
}
