import Foundation

/// All that is below a folder: every file, folder, link and other thing, by its path.
struct Snapshot: Equatable {
  /// What stands under a path.
  enum Entry: Hashable {
    case folder
    case file(Data)
    case link(String)
    case other
  }

  /// Every entry by its path, with `/` between the components.
  var entries: [String: Entry] = [:]

  /// What is below `folder` now; nothing where there is no such folder.
  init(of folder: URL) throws {
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [] {
      let full = folder.appending(path: path).path
      let attributes = try FileManager.default.attributesOfItem(atPath: full)
      entries[path] =
        switch attributes[.type] as? FileAttributeType {
        case .typeDirectory?: .folder
        case .typeRegular?: .file(try Data(contentsOf: URL(filePath: full)))
        case .typeSymbolicLink?: .link(try FileManager.default.destinationOfSymbolicLink(atPath: full))
        default: .other
        }
    }
  }

  /// How many files there are.
  var fileCount: Int { entries.values.count { if case .file = $0 { true } else { false } } }

  /// The paths, sorted.
  var paths: [String] { entries.keys.sorted() }

  /// Whether a run left files on their way to their places.
  var hasLeftovers: Bool { entries.keys.contains { $0.contains(".joinery-") } }

  /// The files that are neither those of `old` nor those of `new`, and those of both that are gone; leftovers do not count.
  func damages(from old: Snapshot, to new: Snapshot) -> [String] {
    Set(entries.keys).union(old.entries.keys).union(new.entries.keys).sorted().filter { path in
      if path.contains(".joinery-") { return false }
      let (current, before, after) = (entries[path], old.entries[path], new.entries[path])
      if current == .folder { return false }
      return current != before && current != after
    }
  }
}
