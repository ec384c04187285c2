internal import Dispatch
internal import Synchronization
internal import SystemPackage

/// Brings output folders up to date.
enum OutputWriter {
  /// How many files a run wrote, left as they were, and removed.
  struct Counts {
    var written = 0
    var unchanged = 0
    var removed = 0
  }

  /// Writes each file whose bytes change, then removes the stale ones.
  ///
  /// Several threads make and write the files. Each file is replaced in one step; where the disk says no, the rest stays
  /// as it is.
  static func write(_ output: SchemaOutput, stale: [FilePath]) throws(DiskError) -> Counts {
    for folder in Set(output.plan.files.map { folder(of: $0, in: output) }) { try FileSystem.makeFolder(folder) }
    let files = output.plan.files
    let state = Mutex(State())
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(8, files.count)) { _ in
      while true {
        let position = next.add(1, ordering: .relaxed).oldValue
        guard position < files.count, state.withLock({ $0.failure == nil }) else { return }
        do throws(DiskError) {
          let isWritten = try update(output.folder.appending(components(of: files[position])), files[position])
          state.withLock { isWritten ? ($0.counts.written += 1) : ($0.counts.unchanged += 1) }
        } catch {
          // The first file's, whichever thread comes first.
          state.withLock { state in
            if let known = state.failure, known.position < position { return }
            state.failure = (position, error)
          }
        }
      }
    }
    var result = state.withLock { $0 }
    if let failure = result.failure { throw failure.error }
    for path in stale {
      try FileSystem.remove(path)
      result.counts.removed += 1
      FileSystem.removeIfEmpty(path.removingLastComponent())
    }
    return result.counts
  }

  private struct State {
    var counts = Counts()
    var failure: (position: Int, error: DiskError)?
  }

  /// Compares a file that is there first: most files of most runs stay as they are.
  private static func update(_ path: FilePath, _ file: PlannedFile) throws(DiskError) -> Bool {
    if try FileComparison.isSame(file, at: path) { return false }
    try FileSystem.replace(path, with: file)
    return true
  }

  private static func folder(of file: PlannedFile, in output: SchemaOutput) -> FilePath {
    output.folder.appending(components(of: file)).removingLastComponent()
  }

  static func components(of file: PlannedFile) -> [FilePath.Component] {
    file.path.split(separator: "/").compactMap { FilePath.Component(String($0)) }
  }
}
