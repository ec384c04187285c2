internal import Dispatch
internal import Synchronization
internal import SystemPackage

/// What is on the disk, compared with what a schema gives.
struct OutputComparison {
  /// One file of the folder.
  struct Entry {
    let change: OutputChange
    let path: FilePath
    /// What the schema gives; `nil` for a stale file.
    let planned: PlannedFile?
  }

  /// The files of the plan in its order, then the stale ones by their paths.
  let entries: [Entry]

  private struct Findings {
    /// Of each planned file.
    var kinds: [OutputChange.Kind]
    var failure: (position: Int, error: DiskError)?
  }

  /// Compares the folder that was inspected; several threads compare.
  init(_ inspection: FolderInspection) throws(DiskError) {
    let output = inspection.output
    let files = output.plan.files
    let found = Mutex(Findings(kinds: Array(repeating: .unchanged, count: files.count)))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(8, files.count)) { _ in
      while true {
        let turn = next.add(1, ordering: .relaxed).oldValue
        guard turn < files.count else { return }
        let position = output.plan.workOrder[turn]
        do throws(DiskError) {
          let kind: OutputChange.Kind =
            if !inspection.isPresent[position] {
              .new
            } else if try FileComparison.isSame(files[position], at: output.path(of: files[position])) {
              .unchanged
            } else {
              .changed
            }
          found.withLock { $0.kinds[position] = kind }
        } catch {
          // The first file's, whichever thread comes first.
          found.withLock { if position < $0.failure?.position ?? .max { $0.failure = (position, error) } }
        }
      }
    }
    let findings = found.withLock { $0 }
    if let failure = findings.failure { throw failure.error }
    let planned = zip(files, findings.kinds).map { file, kind in
      Entry(
        change: OutputChange(path: "\(output.shownFolder)/\(file.path)", kind: kind),
        path: output.path(of: file),
        planned: file)
    }
    let left = inspection.stale.map { path in
      var relative = path
      _ = relative.removePrefix(output.folder)
      let shown = "\(output.shownFolder)/\(relative.components.map(\.string).joined(separator: "/"))"
      return Entry(change: OutputChange(path: shown, kind: .stale), path: path, planned: nil)
    }
    entries = planned + left.sorted { $0.change.path.utf8.lexicographicallyPrecedes($1.change.path.utf8) }
  }
}
