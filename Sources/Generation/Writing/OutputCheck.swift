internal import Diagnostics
internal import SystemPackage

/// What is not current in output folders: as a difference, and as findings.
struct OutputCheck {
  /// A unified diff from what is on the disk to what the schemas give; empty if they are the same.
  private(set) var difference: [UInt8] = []
  /// One for each file that is not current.
  private(set) var findings: [Diagnostic] = []
  /// The files of a run, with the lines of outputs that ``findings`` are about.
  private(set) var sources: SourceFiles

  /// A check of nothing so far, in a run that has read `sources`.
  init(_ sources: SourceFiles) { self.sources = sources }

  /// Looks at a folder.
  mutating func add(_ comparison: OutputComparison) throws(DiskError) {
    for entry in comparison.entries where entry.change.kind != .unchanged {
      let diff = try UnifiedDiff(of: entry)
      difference += diff.text
      let line = diff.firstChange
      let file = sources.add(
        SourceFile(path: entry.change.path, bytes: line.bytes, firstLine: line.number, firstOffset: line.offset))
      findings.append(
        Diagnostic(
          FileRule.notCurrent.identifier, at: SourceRange(file: file, lower: 0, upper: UInt32(line.bytes.count)),
          Self.summary(of: entry.change), explanation: "Run 'joinery generate', and commit what it writes."))
    }
  }

  private static func summary(of change: OutputChange) -> String {
    switch change.kind {
    case .new: "A generated file is there, and '\(change.path)' is not"
    case .stale: "A generated file is one that a schema gives, and '\(change.path)' is no longer one"
    case .changed, .unchanged: "A generated file is what its schema gives, and '\(change.path)' is not"
    }
  }
}

extension UnifiedDiff {
  /// Files of more bytes are only said to differ: the memory of a run does not grow with the rows of a schema.
  private static let largestShown = 64 << 20

  /// The difference from the file on the disk to what the schema gives.
  fileprivate init(of entry: OutputComparison.Entry) throws(DiskError) {
    let isThere = entry.change.kind != .new
    var new: [UInt8]?
    if let planned = entry.planned {
      var bytes: [UInt8] = []
      // What follows is not held; it is made all the same, since a plan cannot be stopped half-way.
      try planned.write { (piece) throws(DiskError) in
        if bytes.count <= Self.largestShown { bytes += piece }
      }
      new = bytes
    }
    let size = isThere ? try FileSystem.size(of: entry.path) : 0
    guard max(size, new?.count ?? 0) <= Self.largestShown else {
      self.init(ofLargeFile: entry.change.path)
      return
    }
    self.init(from: isThere ? try FileSystem.read(entry.path) : nil, to: new, path: entry.change.path)
  }
}
