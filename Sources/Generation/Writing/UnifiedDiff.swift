/// The difference of two texts in the unified format of POSIX `diff -u`, with three lines around each change.
struct UnifiedDiff {
  /// The difference, with its two header lines.
  let text: String

  private static let context = 3
  /// Texts of more lines are shown as replaced whole between their common start and end.
  private static let longestCompared = 4000

  /// The difference from `old` to `new`; `nil` stands for a file that is not there.
  init(from old: [UInt8]?, to new: [UInt8]?, path: String) {
    let old = old.map { Self.lines($0) }
    let new = new.map { Self.lines($0) }
    let path = path.hasPrefix("/") ? String(path.dropFirst()) : path
    var text = "--- \(old == nil ? "/dev/null" : "a/\(path)")\n+++ \(new == nil ? "/dev/null" : "b/\(path)")\n"
    let changes = Self.changes(old ?? [], new ?? [])
    var start = 0
    while start < changes.count {
      guard let first = changes[start...].firstIndex(where: { $0.kind != .kept }) else { break }
      var last = first
      var end = first
      while end < changes.count, end - last <= 2 * Self.context {
        if changes[end].kind != .kept { last = end }
        end += 1
      }
      let hunk = changes[max(start, first - Self.context)..<min(changes.count, last + Self.context + 1)]
      text += Self.text(of: hunk, in: changes)
      start = hunk.endIndex
    }
    self.text = text
  }

  private enum Kind: Character {
    case kept = " "
    case removed = "-"
    case added = "+"
  }

  private struct Line {
    let kind: Kind
    let text: Substring
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      Substring(decoding: line, as: UTF8.self)
    }
    if lines.last?.isEmpty == true {
      lines.removeLast()
    } else if let last = lines.popLast() {
      lines.append(last + "\n\\ No newline at end of file")
    }
    return lines
  }

  private static func changes(_ old: [Substring], _ new: [Substring]) -> [Line] {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    let oldMiddle = Array(old[start..<(old.count - end)])
    let newMiddle = Array(new[start..<(new.count - end)])
    var result = old[..<start].map { Line(kind: .kept, text: $0) }
    if oldMiddle.count + newMiddle.count > longestCompared {
      result += oldMiddle.map { Line(kind: .removed, text: $0) } + newMiddle.map { Line(kind: .added, text: $0) }
    } else {
      let difference = newMiddle.difference(from: oldMiddle)
      var removed = Set<Int>()
      var added = Set<Int>()
      for change in difference {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
      }
      var oldLine = 0
      var newLine = 0
      while oldLine < oldMiddle.count || newLine < newMiddle.count {
        if oldLine < oldMiddle.count, removed.contains(oldLine) {
          result.append(Line(kind: .removed, text: oldMiddle[oldLine]))
          oldLine += 1
        } else if newLine < newMiddle.count, added.contains(newLine) {
          result.append(Line(kind: .added, text: newMiddle[newLine]))
          newLine += 1
        } else {
          result.append(Line(kind: .kept, text: oldMiddle[oldLine]))
          oldLine += 1
          newLine += 1
        }
      }
    }
    return result + old[(old.count - end)...].map { Line(kind: .kept, text: $0) }
  }

  private static func text(of hunk: ArraySlice<Line>, in changes: [Line]) -> String {
    func count(_ lines: ArraySlice<Line>, _ kind: Kind) -> Int { lines.count { $0.kind == .kept || $0.kind == kind } }
    let before = changes[..<hunk.startIndex]
    func range(_ kind: Kind) -> String {
      let length = count(hunk, kind)
      let first = count(before, kind) + (length == 0 ? 0 : 1)
      return length == 1 ? "\(first)" : "\(first),\(length)"
    }
    var text = "@@ -\(range(.removed)) +\(range(.added)) @@\n"
    for line in hunk {
      text.append(line.kind.rawValue)
      text += line.text
      text += "\n"
    }
    return text
  }
}
