/// The difference of two texts in the unified format of POSIX `diff -u`, with three lines around each change, as `patch -p1`
/// and `git apply` take it.
///
/// It works on bytes: texts that are no UTF-8, and lines that differ in the form of a character alone, come out as they are.
struct UnifiedDiff {
  /// A line of the old text.
  struct OldLine {
    /// Its number, from 1.
    var number = 1
    /// How many bytes stand before it.
    var offset = 0
    /// The line without its end.
    var bytes: [UInt8] = []
  }

  /// The difference, with its two header lines.
  private(set) var text: [UInt8] = []
  /// The first old line that is changed, or before which something is put; an empty first line where there is none.
  private(set) var firstChange = OldLine()

  private static let context = 3
  private static let lineFeed = UInt8(ascii: "\n")

  /// A difference that is too large to be shown.
  init(ofLargeFile path: String) {
    text = Array("Files \(Self.name("a/", path)) and \(Self.name("b/", path)) differ\n".utf8)
  }

  /// The difference from `old` to `new`; `nil` stands for a file that is not there.
  init(from old: [UInt8]?, to new: [UInt8]?, path: String) {
    write("--- \(old == nil ? "/dev/null" : Self.header("a/", path))\n+++ ")
    write("\(new == nil ? "/dev/null" : Self.header("b/", path))\n")
    let oldLines = Self.lines(old ?? [])
    let newLines = Self.lines(new ?? [])
    let partners = Self.partners(oldLines, newLines)
    var hunk = Hunk()
    var oldPosition = 0
    var newPosition = 0
    var isUnchanged = true
    while oldPosition < oldLines.count || newPosition < newLines.count {
      let partner = oldPosition < oldLines.count ? partners[oldPosition] : nil
      if partner == newPosition {
        hunk.keep(oldPosition, newPosition)
        if hunk.isComplete { write(&hunk, oldLines, newLines) }
        oldPosition += 1
        newPosition += 1
        continue
      }
      if isUnchanged {
        isUnchanged = false
        if oldPosition < oldLines.count {
          let line = oldLines[oldPosition]
          firstChange = OldLine(
            number: oldPosition + 1, offset: line.startIndex,
            bytes: Array(line.last == Self.lineFeed ? line.dropLast() : line))
        }
      }
      if oldPosition < oldLines.count, partner == nil {
        hunk.remove(oldPosition, newPosition)
        oldPosition += 1
      } else {
        hunk.add(oldPosition, newPosition)
        newPosition += 1
      }
    }
    write(&hunk, oldLines, newLines)
  }

  /// The lines of a text, each with its end.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: lineFeed).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func partners(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Int?] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      let next = numbers.count
      if let known = numbers[line] { return known }
      numbers[line] = next
      return next
    }
    return LineMatching(old.map(number), new.map(number)).partners
  }

  // MARK: Hunks

  /// Changes with the lines around them.
  private struct Hunk {
    enum Line {
      case kept(Int)
      case removed(Int)
      case added(Int)
    }

    private(set) var lines: [Line] = []
    /// The positions of the first lines.
    private(set) var oldStart = 0
    private(set) var newStart = 0
    private(set) var keptAtEnd = 0
    private(set) var isChanged = false

    /// Whether no later change can belong to it.
    var isComplete: Bool { isChanged && keptAtEnd > 2 * UnifiedDiff.context }

    mutating func keep(_ old: Int, _ new: Int) {
      start(old, new)
      lines.append(.kept(old))
      keptAtEnd += 1
      if !isChanged, lines.count > UnifiedDiff.context {
        lines.removeFirst()
        oldStart += 1
        newStart += 1
      }
    }

    mutating func remove(_ old: Int, _ new: Int) { change(.removed(old), old, new) }

    mutating func add(_ old: Int, _ new: Int) { change(.added(new), old, new) }

    private mutating func change(_ line: Line, _ old: Int, _ new: Int) {
      start(old, new)
      lines.append(line)
      keptAtEnd = 0
      isChanged = true
    }

    private mutating func start(_ old: Int, _ new: Int) {
      if lines.isEmpty { (oldStart, newStart) = (old, new) }
    }

    /// Takes the lines behind the last change away, and leaves those that may come before the next one.
    mutating func finish() -> [Line] {
      let shown = Array(lines.dropLast(max(0, keptAtEnd - UnifiedDiff.context)))
      let left = min(UnifiedDiff.context, max(0, keptAtEnd - UnifiedDiff.context))
      let old = shown.count { if case .added = $0 { false } else { true } }
      let new = shown.count { if case .removed = $0 { false } else { true } }
      let dropped = lines.count - shown.count - left
      self = Hunk(
        lines: Array(lines.suffix(left)), oldStart: oldStart + old + dropped, newStart: newStart + new + dropped)
      return shown
    }

    init() {}

    private init(lines: [Line], oldStart: Int, newStart: Int) {
      self.lines = lines
      self.oldStart = oldStart
      self.newStart = newStart
      keptAtEnd = lines.count
    }
  }

  private mutating func write(_ hunk: inout Hunk, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
    guard hunk.isChanged else { return }
    let (oldStart, newStart) = (hunk.oldStart, hunk.newStart)
    let lines = hunk.finish()
    let oldCount = lines.count { if case .added = $0 { false } else { true } }
    let newCount = lines.count { if case .removed = $0 { false } else { true } }
    write("@@ -\(Self.range(oldStart, oldCount)) +\(Self.range(newStart, newCount)) @@\n")
    for line in lines {
      switch line {
      case .kept(let position): write(" ", old[position])
      case .removed(let position): write("-", old[position])
      case .added(let position): write("+", new[position])
      }
    }
  }

  /// A range of lines; an empty one is named by the line before it.
  private static func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  private mutating func write(_ mark: String, _ line: ArraySlice<UInt8>) {
    write(mark)
    text += line
    if line.last != Self.lineFeed { write("\n\\ No newline at end of file\n") }
  }

  private mutating func write(_ string: String) { text += string.utf8 }

  // MARK: Names

  /// A name in a header line: behind one with a space stands a tab, where readers take it to end.
  private static func header(_ prefix: String, _ path: String) -> String {
    let name = name(prefix, path)
    return name.utf8.contains(UInt8(ascii: " ")) && name.utf8.first != UInt8(ascii: "\"") ? name + "\t" : name
  }

  /// A name as git and GNU patch read it: with quotation marks and the escapes of C where it has controls, quotation
  /// marks or backslashes.
  private static func name(_ prefix: String, _ path: String) -> String {
    let name = prefix + (path.utf8.first == UInt8(ascii: "/") ? path.dropFirst() : path[...])
    let isPlain = name.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { return name }
    var quoted = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case "\0"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
