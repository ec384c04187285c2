/// Which lines of two texts are the same: pairs of positions that rise in both.
///
/// Between lines that each text has once, which hold it together, the shortest edit is searched (Myers); so a long file of
/// rows with two changes far apart costs no more than its length. What has no such line and is long counts as replaced
/// whole.
struct LineMatching {
  /// The position in the new text of each line of the old one; `nil` for a line that is gone.
  private(set) var partners: [Int?]

  /// Parts of more lines, old and new together, are not searched for the shortest edit: its memory grows with the square.
  private static let longestSearched = 1000
  /// How often a part is cut at its unique lines.
  private static let deepest = 16

  /// A part of both texts that is still to be matched.
  private struct Part {
    var old: Range<Int>
    var new: Range<Int>
    var depth: Int
  }

  /// Matches lines, each given as a number that equal lines share.
  init(_ old: [Int], _ new: [Int]) {
    partners = Array(repeating: nil, count: old.count)
    var parts = [Part(old: old.indices, new: new.indices, depth: 0)]
    while var part = parts.popLast() {
      while let first = part.old.first, let other = part.new.first, old[first] == new[other] {
        partners[first] = other
        part.old.removeFirst()
        part.new.removeFirst()
      }
      while let last = part.old.last, let other = part.new.last, old[last] == new[other] {
        partners[last] = other
        part.old.removeLast()
        part.new.removeLast()
      }
      if part.old.isEmpty || part.new.isEmpty { continue }
      if part.old.count + part.new.count <= Self.longestSearched {
        search(part, old, new)
      } else if part.depth < Self.deepest {
        parts += Self.cut(part, old, new)
      }
    }
  }

  /// The shortest edit of a part.
  private mutating func search(_ part: Part, _ old: [Int], _ new: [Int]) {
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in new[part.new].difference(from: old[part.old]) {
      switch change {
      case .remove(let offset, _, _): removed.insert(part.old.lowerBound + offset)
      case .insert(let offset, _, _): added.insert(part.new.lowerBound + offset)
      }
    }
    let kept = part.new.lazy.filter { !added.contains($0) }
    for (position, partner) in zip(part.old.lazy.filter { !removed.contains($0) }, kept) {
      partners[position] = partner
    }
  }

  /// The parts between the lines that each text has once, as far as these come in one order; none where there are none.
  private static func cut(_ part: Part, _ old: [Int], _ new: [Int]) -> [Part] {
    var positions: [Int: (old: Int?, new: Int?, isUnique: Bool)] = [:]
    for position in part.old {
      let known = positions[old[position]]
      positions[old[position]] = (position, nil, known == nil)
    }
    for position in part.new {
      guard let known = positions[new[position]] else { continue }
      positions[new[position]] = (known.old, position, known.isUnique && known.new == nil)
    }
    let pairs = part.old.compactMap { position -> (old: Int, new: Int)? in
      guard let found = positions[old[position]], found.isUnique, let partner = found.new else { return nil }
      return (position, partner)
    }
    let anchors = longestRising(pairs)
    guard !anchors.isEmpty else { return [] }
    var parts: [Part] = []
    var start = (old: part.old.lowerBound, new: part.new.lowerBound)
    // An anchor begins the part behind it, where it is matched as its first line.
    for anchor in anchors + [(part.old.upperBound, part.new.upperBound)] {
      parts.append(Part(old: start.old..<anchor.old, new: start.new..<anchor.new, depth: part.depth + 1))
      start = anchor
    }
    return parts
  }

  /// The longest sequence of `pairs`, which rise in the old text, that rises in the new one too (patience sorting).
  private static func longestRising(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    /// Of each length, the pair that ends a sequence of it lowest.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (position, pair) in pairs.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[position] = ends[low - 1] }
      if low == ends.count { ends.append(position) } else { ends[low] = position }
    }
    var sequence: [(old: Int, new: Int)] = []
    var next = ends.last
    while let position = next {
      sequence.append(pairs[position])
      next = previous[position]
    }
    return sequence.reversed()
  }
}
