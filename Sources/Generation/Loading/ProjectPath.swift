internal import Diagnostics
internal import SystemPackage

/// Follows the paths that a schema names, none of which may lead out of the root of the project.
struct ProjectPath {
  /// What a path is, for people: `Import`.
  let noun: String
  /// What a path leads to, for people: `file`.
  var goal = "file"
  /// What a path is counted from, for people: `An import is a path from the folder of the importing file`.
  let rule: String
  /// The project.
  let project: Project
  /// Its root without links.
  let realRoot: FilePath
  /// Whether a file of this name may be meant where a path leads to nothing.
  let isNameOfKind: (String) -> Bool

  /// Paths in `project`; see the properties.
  init(_ noun: String, _ rule: String, in project: Project, _ isNameOfKind: @escaping (String) -> Bool)
    throws(DiskError)
  {
    self.noun = noun
    self.rule = rule
    self.project = project
    self.isNameOfKind = isNameOfKind
    realRoot = try FileSystem.realPath(of: project.root) ?? project.root
  }

  /// A path that leads to nothing that can be read.
  struct Failure: Error {
    let diagnostic: Diagnostic
  }

  /// Where a path that stands in a file of `folder` leads by its words alone, which is below `root`.
  func lexicalTarget(of item: Located<String>, from folder: FilePath, below root: FilePath) -> Result<FilePath, Failure>
  {
    // The system's paths end at a zero byte.
    guard !item.value.utf8.contains(0) else { return missing(item, near: nil) }
    let written = FilePath(item.value)
    guard written.isRelative else {
      return failure(
        .absoluteImport, item, "\(rule), unlike '\(item.value)'", explanation: "Write it without `/` at the beginning.")
    }
    let target = folder.pushing(written).lexicallyNormalized()
    guard target.starts(with: root) else {
      return failure(
        .outsideRoot, item, "\(noun) '\(item.value)' leads out of the root", explanation: explanationOfRoot)
    }
    return .success(target)
  }

  /// The path without links of what stands at `target`, of one of `kinds`, which is below the root, too.
  func realTarget(
    of item: Located<String>, at target: FilePath, accepting kinds: Set<FileType> = [.regular]
  ) throws(DiskError) -> Result<FilePath, Failure> {
    let realPath: FilePath?
    do {
      realPath = try FileSystem.realPath(of: target)
    } catch {
      // A name that is too long, a circle of links, a folder that is closed.
      return failure(
        .noSuchFile, item, "\(noun) '\(item.value)' leads to no \(goal)",
        explanation: "The system says: \(error.reason).")
    }
    guard let realPath else { return missing(item, near: try nearFile(to: target)) }
    guard realPath.starts(with: realRoot) else {
      return failure(
        .outsideRoot, item, "\(noun) '\(item.value)' leads out of the root through a symbolic link",
        explanation: explanationOfRoot)
    }
    let kind = try FileSystem.kind(of: realPath)
    guard let kind, kinds.contains(kind) else {
      return failure(
        .notRegular, item, "\(noun) '\(item.value)' leads to no regular file",
        explanation: kind == .directory ? "It is a folder. Name the files in it one by one." : nil)
    }
    return .success(realPath)
  }

  /// Where a path that stands in a file of `folder` leads, without links, to a regular file below the root.
  func target(of item: Located<String>, from folder: FilePath) throws(DiskError) -> Result<FilePath, Failure> {
    switch lexicalTarget(of: item, from: folder, below: realRoot) {
    case .failure(let failure): .failure(failure)
    case .success(let target): try realTarget(of: item, at: target)
    }
  }

  /// That a path leads to nothing; `near` is the name of a file beside it that was probably meant.
  func missing(_ item: Located<String>, near: String?) -> Result<FilePath, Failure> {
    let folder = item.value.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(item.value[...$0]) } ?? ""
    let meant = near.map { folder + $0 }
    return failure(
      .noSuchFile, item,
      "\(noun) '\(item.value)' leads to no \(goal)" + (meant.map { "; did you mean '\($0)'?" } ?? ""),
      explanation: "The path is counted from the folder of this file.",
      fixIts: meant.map {
        [Diagnostic.FixIt("Replace '\(item.value)' with '\($0)'", at: item.range, replacement: $0)]
      } ?? [])
  }

  /// The name of a file beside `target` that was probably meant.
  private func nearFile(to target: FilePath) throws(DiskError) -> String? {
    let folder = target.removingLastComponent()
    guard let name = target.lastComponent?.string, try FileSystem.kindBehindLinks(of: folder) == .directory,
      try FileSystem.realPath(of: folder)?.starts(with: realRoot) == true
    else { return nil }
    let names = try FileSystem.names(in: folder).map(\.string).filter { $0 != name && isNameOfKind($0) }
    // `people` for `people.yaml` is near, too.
    return names.first { FilePath($0).stem == name } ?? nearestName(to: name, among: names)
  }

  private var explanationOfRoot: String {
    """
    The root is '\(project.root.string)': the nearest folder upward from the schema with a `joinery.yaml` or a \
    `Package.swift`, else the schema's own.
    """
  }

  private func failure(
    _ rule: FileRule, _ item: Located<String>, _ summary: String, explanation: String?,
    fixIts: [Diagnostic.FixIt] = []
  ) -> Result<FilePath, Failure> {
    .failure(
      Failure(
        diagnostic: Diagnostic(
          rule.identifier, at: item.range, summary, explanation: explanation, fixIts: fixIts)))
  }
}
