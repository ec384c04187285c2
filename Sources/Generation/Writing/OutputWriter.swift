internal import Dispatch
internal import Synchronization
internal import SystemPackage

/// Brings output folders up to date.
enum OutputWriter {
  /// How many files of an output folder a run wrote, left as they were, and removed.
  struct Counts {
    var written = 0
    var unchanged = 0
    var removed = 0

    /// The line that says so of a folder, as it is shown.
    func summary(of folder: String) -> String {
      "\(folder): \(written) written, \(unchanged) unchanged" + (removed > 0 ? ", \(removed) removed" : "")
    }
  }

  /// Writes the files whose bytes change and removes the stale ones, in all of the folders or in none: where the disk says
  /// no, everything is as it was.
  ///
  /// All that takes room or time is done first, in a staging folder; then each file is put in its place in one step. A process
  /// that is killed between these steps leaves for each file the old one or the new one. Nothing waits for the disk (fsync(2)):
  /// what a loss of power takes can be made again from the schema.
  static func write(_ inspections: [FolderInspection]) throws(DiskError) -> [Counts] {
    try StopSignals.wait { () throws(DiskError) in
      let stagings = inspections.map { StagingFolder(in: $0.output.folder) }
      defer { for staging in stagings { staging.remove() } }
      var counts: [Counts] = []
      var changes: [FileChange] = []
      for (inspection, staging) in zip(inspections, stagings) {
        let own = try prepare(inspection, staging)
        counts.append(own.counts)
        changes += own.changes
      }
      try FileChange.perform(changes)
      for inspection in inspections { FileSystem.removeEmpty(inspection.foldersOfStale) }
      return counts
    }
  }

  /// Writes one file, whatever its folder holds, in one step.
  static func write(_ file: PlannedFile, at path: FilePath) throws(DiskError) {
    let folder = path.removingLastComponent()
    _ = try FileSystem.makeFolders(folder)
    let staging = StagingFolder(in: folder)
    defer { staging.remove() }
    let staged = try staging.newPath()
    try FileSystem.write(file, to: staged, for: path)
    do {
      try FileSystem.move(staged, to: path)
    } catch {
      throw FileSystem.failure("Cannot write", path, error)
    }
  }

  private struct State {
    var written = 0
    /// The files that go to folders which are there.
    var staged: [(position: Int, path: FilePath)] = []
    var failure: (turn: Int, error: DiskError)?
  }

  /// Makes the files that differ from those that are there, on several threads, and gives what is to be done with them.
  private static func prepare(
    _ inspection: FolderInspection, _ staging: StagingFolder
  ) throws(DiskError) -> (counts: Counts, changes: [FileChange]) {
    let output = inspection.output
    let files = output.plan.files
    let newFolders = try NewFolders(of: output, staging)
    let state = Mutex(State())
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(8, files.count)) { _ in
      while true {
        let turn = next.add(1, ordering: .relaxed).oldValue
        guard turn < files.count, state.withLock({ $0.failure == nil }) else { return }
        let position = output.plan.workOrder[turn]
        let file = files[position]
        do throws(DiskError) {
          let path = output.path(of: file)
          try StopSignals.check(before: path)
          // Most files of most runs stay as they are.
          if inspection.isPresent[position], try FileComparison.isSame(file, at: path) { continue }
          let placed = newFolders.path(of: file)
          let staged = if let placed { placed } else { try staging.newPath() }
          try FileSystem.write(file, to: staged, for: path)
          state.withLock { state in
            state.written += 1
            if placed == nil { state.staged.append((position, staged)) }
          }
        } catch {
          // That of the file that was begun first, whichever thread comes first.
          state.withLock { state in
            if let known = state.failure, known.turn < turn { return }
            state.failure = (turn, error)
          }
        }
      }
    }
    let result = state.withLock { $0 }
    if let failure = result.failure { throw failure.error }

    var changes = newFolders.changes
    for path in inspection.stale { changes.append(.remove(path: path, aside: try staging.newPath())) }
    for (position, staged) in result.staged.sorted(by: { $0.position < $1.position }) {
      let path = output.path(of: files[position])
      if inspection.isPresent[position] {
        changes.append(.replace(path: path, staged: staged, aside: try staging.newPath()))
      } else {
        changes.append(.create(path: path, staged: staged))
      }
    }
    let counts = Counts(
      written: result.written, unchanged: files.count - result.written, removed: inspection.stale.count)
    return (counts, changes)
  }
}
