internal import SystemPackage

/// A change of one file, or of a new folder with all of its files, for which everything is prepared. Each is one step of the file
/// system: whenever the process ends, there is the old file or the new one.
enum FileChange {
  /// Takes the file at `path` away, to `aside`.
  case remove(path: FilePath, aside: FilePath)
  /// Puts the folder `staged` where nothing is.
  case createFolder(path: FilePath, staged: FilePath)
  /// Puts the file `staged` where there is none.
  case create(path: FilePath, staged: FilePath)
  /// Puts the file `staged` in the place of one, which is kept as `aside`.
  case replace(path: FilePath, staged: FilePath, aside: FilePath)

  /// Changes come in this order. A name is free before it is taken again, also where the file system disregards case; what
  /// may need room on the disk comes before what needs none.
  private var rank: Int {
    switch self {
    case .remove: 0
    case .createFolder: 1
    case .create: 2
    case .replace: 3
    }
  }

  /// Makes all of `changes`. Where the disk refuses one, those before it are undone.
  static func perform(_ changes: [FileChange]) throws(DiskError) {
    var done: [Undoing] = []
    do throws(DiskError) {
      for rank in 0...3 {
        for change in changes where change.rank == rank { try change.perform(&done) }
      }
    } catch {
      for step in done.reversed() { step.perform() }
      throw error
    }
  }

  private func perform(_ done: inout [Undoing]) throws(DiskError) {
    switch self {
    case .remove(let path, let aside):
      try Self.move(path, to: aside, "Cannot remove", path)
      done.append(.move(aside, to: path))
    case .createFolder(let path, let staged):
      try Self.move(staged, to: path, "Cannot make folder", path)
      done.append(.move(path, to: staged))
    case .create(let path, let staged):
      try Self.move(staged, to: path, "Cannot write", path)
      done.append(.remove(path))
    case .replace(let path, let staged, let aside):
      // Where the file system has no second names for a file, this one step cannot be undone.
      let isKept = FileSystem.link(path, as: aside)
      try Self.move(staged, to: path, "Cannot write", path)
      if isKept { done.append(.move(aside, to: path)) }
    }
  }

  private static func move(
    _ path: FilePath, to place: FilePath, _ action: String, _ target: FilePath
  ) throws(DiskError) {
    do {
      try FileSystem.move(path, to: place)
    } catch {
      throw FileSystem.failure(action, target, error)
    }
  }

  private enum Undoing {
    case move(FilePath, to: FilePath)
    case remove(FilePath)

    /// As far as the disk lets it.
    func perform() {
      switch self {
      case .move(let path, let place): try? FileSystem.move(path, to: place)
      case .remove(let path): try? FileSystem.remove(path)
      }
    }
  }
}
