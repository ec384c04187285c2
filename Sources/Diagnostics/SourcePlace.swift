/// Where a range lies in its file, as people and their tools count.
struct SourcePlace {
  /// The file's path as it is shown.
  let path: String
  /// The place of the first character.
  let start: SourceLocation
  /// The place behind the last character.
  let end: SourceLocation
  /// The bytes, counted from the beginning of the file, also where only an excerpt of it is held.
  let offsets: Range<Int>
}

/// Finds places in the files of a run; the table of each file is made once.
struct SourcePlaces {
  /// The files.
  let files: SourceFiles
  private var tables: [SourceFileID: LineTable] = [:]

  /// Places in `files`.
  init(in files: SourceFiles) { self.files = files }

  /// The lines of a file.
  mutating func table(of file: SourceFileID) -> LineTable {
    if let table = tables[file] { return table }
    let table = LineTable(files[file])
    tables[file] = table
    return table
  }

  /// The place of `range`.
  mutating func place(of range: SourceRange) -> SourcePlace {
    let table = table(of: range.file)
    let file = files[range.file]
    return SourcePlace(
      path: file.path, start: table.location(of: range.lower), end: table.location(of: range.upper),
      offsets: file.firstOffset + Int(range.lower)..<file.firstOffset + Int(range.upper))
  }
}
