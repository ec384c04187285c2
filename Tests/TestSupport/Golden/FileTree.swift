public import Foundation

/// The files below a folder, by their paths with `/` between the components.
public struct FileTree: Equatable, Sendable {
  /// The bytes of each file.
  public var files: [String: [UInt8]]

  /// The given files.
  public init(_ files: [String: [UInt8]] = [:]) { self.files = files }

  /// All files below `folder`; none where there is no such folder.
  public init(below folder: URL) throws {
    files = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [] {
      let file = folder.appending(path: path)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = Array(try Data(contentsOf: file))
      }
    }
  }

  /// Makes `folder` hold these files and no others.
  public func write(to folder: URL) throws {
    if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  /// What has to change for this tree to become `other`, file by file and line by line; empty if they are equal.
  public func difference(to other: FileTree) -> String {
    Set(files.keys).union(other.files.keys).sorted().compactMap { path in
      switch (files[path], other.files[path]) {
      case (let old?, let new?) where old == new: nil
      case (_?, nil): "- \(path): the whole file\n"
      case (nil, let new?): "+ \(path): a new file\n\(String(decoding: new, as: UTF8.self))"
      case (let old?, let new?):
        "\(path):\n"
          + lineDifference(from: String(decoding: old, as: UTF8.self), to: String(decoding: new, as: UTF8.self))
      case (nil, nil): nil
      }
    }.joined(separator: "\n")
  }
}

extension FileTree {
  /// The file at `path` as text; empty where there is none.
  public func text(of path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// The files of the folder `swift`, by their names.
  public var swift: FileTree {
    FileTree(
      Dictionary(
        uniqueKeysWithValues: files.filter { $0.key.hasPrefix("swift/") }
          .map { (String($0.key.dropFirst("swift/".count)), $0.value) }))
  }
}
