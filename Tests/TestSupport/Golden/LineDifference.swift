/// The lines that change from `old` to `new`, with the number that each has in its text; empty if the texts are equal.
///
/// Line ends count: the last line of a text without one is marked.
public func lineDifference(from old: String, to new: String) -> String {
  if old.utf8.elementsEqual(new.utf8) { return "" }
  func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += " (without a line end)" }
    return lines
  }
  let changes = lines(new).difference(from: lines(old)).map { change in
    switch change {
    case .remove(let offset, let line, _): (offset, 0, "- \(offset + 1): \(line)\n")
    case .insert(let offset, let line, _): (offset, 1, "+ \(offset + 1): \(line)\n")
    }
  }
  return changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2).joined()
}
