/// The candidate that was probably meant by the misspelt `name`, for "did you mean"; `nil` if none is clearly near.
///
/// Near is a Damerau–Levenshtein distance (optimal string alignment, on Unicode scalars) of at most a third of the
/// longer name's length, and at least one edit; a letter in the wrong case counts a quarter of an edit, and names that
/// differ in nothing but case are always near. Of several candidates equally near the first is given. Names of more
/// than ``NearMiss/longestName`` scalars have no near miss. With `edits` no candidate is near that is further away.
public func nearestName(
  to name: String, among candidates: some Sequence<String>, within edits: Int? = nil
) -> String? {
  var search = NearMiss(name, edits: edits ?? NearMiss.longestName)
  for candidate in candidates { search.offer(candidate) }
  return search.best
}

/// A search for the candidate with the smallest distance, in quarters of an edit.
struct NearMiss {
  /// The longest name that is compared, in scalars: the time grows with the square of the length.
  static let longestName = 100
  /// What an insertion, a deletion, a replacement or a swap of neighbours costs.
  private static let edit = 4
  /// What a letter in the wrong case costs.
  private static let wrongCase = 1

  /// The nearest candidate so far.
  private(set) var best: String?

  private var bestDistance = Int.max
  private let mostEdits: Int
  private let name: [Unicode.Scalar]
  private let foldedName: [Unicode.Scalar]
  private var candidate: [Unicode.Scalar] = []
  private var foldedCandidate: [Unicode.Scalar] = []
  /// Three rows of the table of distances: the current one, the one above, and the one above that.
  private var row: [Int] = []
  private var above: [Int] = []
  private var twoAbove: [Int] = []

  init(_ name: String, edits: Int = longestName) {
    mostEdits = edits
    self.name = Array(name.unicodeScalars.prefix(Self.longestName + 1))
    foldedName = self.name.map(\.lowercased)
  }

  /// Compares with one more candidate.
  mutating func offer(_ text: String) {
    guard !name.isEmpty, name.count <= Self.longestName else { return }
    // A scalar has at most four bytes, so most long candidates need no decoding.
    guard text.utf8.count <= 4 * 2 * name.count, text.utf8.count <= 4 * Self.longestName else { return }
    candidate.removeAll(keepingCapacity: true)
    candidate.append(contentsOf: text.unicodeScalars)
    let longer = max(name.count, candidate.count)
    let limit = min(Self.edit * min(mostEdits, max(1, longer / 3)), bestDistance - 1)
    guard Self.edit * abs(name.count - candidate.count) <= limit else { return }
    foldedCandidate.removeAll(keepingCapacity: true)
    for scalar in candidate { foldedCandidate.append(scalar.lowercased) }
    guard let distance = foldedName == foldedCandidate ? 0 : distance(limit: limit) else { return }
    // With nothing left of the name there is no likeness.
    guard distance < Self.edit * longer else { return }
    bestDistance = distance
    best = text
  }

  /// The distance between the name and the candidate; `nil` if it is above `limit`.
  ///
  /// Cells further from the diagonal than `limit` allows are not computed.
  private mutating func distance(limit: Int) -> Int? {
    let far = Int.max / 2
    let band = limit / Self.edit
    let columns = candidate.count + 1
    row = (0..<columns).map { $0 <= band ? $0 * Self.edit : far }
    above = Array(repeating: far, count: columns)
    twoAbove = above
    for y in 1...name.count {
      swap(&twoAbove, &above)
      swap(&above, &row)
      let low = max(1, y - band)
      let high = min(candidate.count, y + band)
      guard low <= high else { return nil }
      row[low - 1] = low == 1 && y <= band ? y * Self.edit : far
      var smallest = row[low - 1]
      for x in low...high {
        var cost = above[x - 1] + replacement(y - 1, x - 1)
        cost = min(cost, row[x - 1] + Self.edit)
        cost = min(cost, above[x] + Self.edit)
        if y > 1, x > 1, name[y - 1] == candidate[x - 2], name[y - 2] == candidate[x - 1] {
          cost = min(cost, twoAbove[x - 2] + Self.edit)
        }
        row[x] = cost
        smallest = min(smallest, cost)
      }
      // The next row reads one cell further right.
      if high < candidate.count { row[high + 1] = far }
      guard smallest <= limit else { return nil }
    }
    return row[candidate.count] <= limit ? row[candidate.count] : nil
  }

  private func replacement(_ y: Int, _ x: Int) -> Int {
    if name[y] == candidate[x] { return 0 }
    return foldedName[y] == foldedCandidate[x] ? Self.wrongCase : Self.edit
  }
}

extension Unicode.Scalar {
  /// The lower-case form, where that is one scalar; else the scalar itself.
  fileprivate var lowercased: Unicode.Scalar {
    if isASCII { return ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) | 0x20) : self }
    let mapping = properties.lowercaseMapping.unicodeScalars
    guard let first = mapping.first, mapping.count == 1 else { return self }
    return first
  }
}
