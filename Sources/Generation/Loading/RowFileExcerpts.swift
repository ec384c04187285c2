internal import Diagnostics
internal import SystemPackage

/// Shows findings in files of rows, of which nothing is held: reads the lines that are to be shown.
struct RowFileExcerpts {
  /// How many bytes behind a place are shown.
  private static let length = 4096

  private let files: [SourceFileID: FilePath]
  private(set) var sources: SourceFiles
  /// The line of each place: its number and where it begins.
  private var lines: [SourceFileID: [UInt32: (number: Int, start: Int)]] = [:]
  private var excerpts: [SourceRange: SourceRange] = [:]

  /// Excerpts of `files`, to be added to `sources`.
  init(of files: [SourceFileID: FilePath], addedTo sources: SourceFiles) {
    self.files = files
    self.sources = sources
  }

  /// The findings with places in excerpts in place of those in files of rows.
  mutating func show(_ diagnostics: [Diagnostic]) throws(DiskError) -> [Diagnostic] {
    guard !files.isEmpty else { return diagnostics }
    var offsets: [SourceFileID: Set<UInt32>] = [:]
    for diagnostic in diagnostics {
      let ranges: [SourceRange?] =
        [diagnostic.range] + diagnostic.notes.map(\.range) + diagnostic.fixIts.map { $0.range }
      for case let range? in ranges where files[range.file] != nil {
        offsets[range.file, default: []].insert(range.lower)
      }
    }
    for (id, offsets) in offsets {
      if let path = files[id] { lines[id] = try Self.lines(of: offsets.sorted(), in: path) }
    }
    var shown = diagnostics
    for position in shown.indices {
      shown[position].range = try excerpt(shown[position].range)
      for note in shown[position].notes.indices {
        shown[position].notes[note].range = try excerpt(shown[position].notes[note].range)
      }
      for fixIt in shown[position].fixIts.indices {
        let range = shown[position].fixIts[fixIt].range
        shown[position].fixIts[fixIt].range = try excerpt(range) ?? range
      }
    }
    return shown
  }

  private mutating func excerpt(_ range: SourceRange?) throws(DiskError) -> SourceRange? {
    guard let range, let path = files[range.file], let line = lines[range.file]?[range.lower] else { return range }
    if let known = excerpts[range] { return known }
    let end = Int(range.lower) + Self.length
    let bytes = try FileSystem.read(path, line.start..<end)
    let id = sources.add(
      SourceFile(path: sources[range.file].path, bytes: bytes, firstLine: line.number, firstOffset: line.start))
    let start = UInt32(line.start)
    let excerpt = SourceRange(
      file: id, lower: range.lower - start, upper: min(range.upper - start, UInt32(bytes.count)))
    excerpts[range] = excerpt
    return excerpt
  }

  /// The lines of places, which are in order.
  private static func lines(
    of offsets: [UInt32], in path: FilePath
  ) throws(DiskError) -> [UInt32: (number: Int, start: Int)] {
    var lines: [UInt32: (number: Int, start: Int)] = [:]
    guard let pieces = try FilePieces(path) else { return [:] }
    var rest = offsets[...]
    var offset = 0
    var line = (number: 1, start: 0)
    var isAfterReturn = false
    while !rest.isEmpty {
      let bytes = try pieces.next(256 << 10)
      for byte in bytes {
        // CR LF ends one line, and it ends behind the LF.
        if isAfterReturn, byte != 0x0A { line = (line.number + 1, offset) }
        while let next = rest.first, Int(next) == offset {
          lines[next] = line
          rest = rest.dropFirst()
        }
        isAfterReturn = byte == 0x0D
        offset += 1
        if byte == 0x0A { line = (line.number + 1, offset) }
      }
      if bytes.isEmpty {
        for offset in rest { lines[offset] = line }
        break
      }
    }
    return lines
  }
}
