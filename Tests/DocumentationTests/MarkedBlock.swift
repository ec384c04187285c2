import Foundation

/// A fenced block of a Markdown page, with the comment that stands on the line before it.
struct MarkedBlock {
  /// The comment without `<!--` and `-->`; empty if there is none.
  var mark: String
  /// The language behind the opening fence.
  var language: String
  /// The lines between the fences.
  var lines: [String]
  /// The number of the opening fence's line, from 1.
  var line: Int

  /// The blocks of `page`, in order.
  static func blocks(of page: String) -> [MarkedBlock] {
    var blocks: [MarkedBlock] = []
    var open: MarkedBlock?
    var before = ""
    for (number, text) in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
      if text.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          let isComment = before.hasPrefix("<!-- ") && before.hasSuffix(" -->")
          open = MarkedBlock(
            mark: isComment ? String(before.dropFirst(5).dropLast(4)) : "", language: String(text.dropFirst(3)),
            lines: [],
            line: number + 1)
        }
      } else {
        open?.lines.append(text)
      }
      before = text
    }
    return blocks
  }
}
