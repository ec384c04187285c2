/// A set of the hashes of keys, of bounded size: 16 MiB.
///
/// It takes ``capacity`` hashes. The keys of more rows are divided into parts by their hashes, and each part is looked at in a
/// pass of its own over the file, so that memory does not grow with the number of rows.
struct KeyTable {
  /// The most hashes in a table.
  static let capacity = 1 << 20
  private static let mask = capacity * 2 - 1

  /// Open addressing with linear probing; 0 is a free place.
  private var slots: [UInt64] = []
  private(set) var count = 0

  /// Whether no more hashes fit.
  var isFull: Bool { count == Self.capacity }

  /// How many parts so many keys are divided into.
  static func parts(of keyCount: Int) -> UInt64 {
    UInt64(max(1, (keyCount + capacity - 1) / (capacity - capacity / 8)))
  }

  /// The part of a hash, from 0.
  static func part(of hash: UInt64, among parts: UInt64) -> UInt64 { ((hash >> 32) * parts) >> 32 }

  /// Adds a hash; `false` if it is there already, or the table is full.
  mutating func insert(_ hash: UInt64) -> Bool {
    if slots.isEmpty { slots = Array(repeating: 0, count: Self.mask + 1) }
    let hash = hash == 0 ? 1 : hash
    var place = Int(truncatingIfNeeded: hash) & Self.mask
    while slots[place] != 0 {
      if slots[place] == hash { return false }
      place = (place + 1) & Self.mask
    }
    guard !isFull else { return false }
    slots[place] = hash
    count += 1
    return true
  }

  /// Whether a hash was added.
  func contains(_ hash: UInt64) -> Bool {
    guard !slots.isEmpty else { return false }
    let hash = hash == 0 ? 1 : hash
    var place = Int(truncatingIfNeeded: hash) & Self.mask
    while slots[place] != 0 {
      if slots[place] == hash { return true }
      place = (place + 1) & Self.mask
    }
    return false
  }

  /// Forgets all hashes.
  mutating func removeAll() {
    guard count > 0 else { return }
    for place in slots.indices { slots[place] = 0 }
    count = 0
  }
}

/// The columns of a key, as they stand in the rows of a stream.
struct StreamKey {
  /// The columns: positions in the model.
  let columns: [Int]
  /// The same as positions in the stream's columns.
  private let positions: [Int]
  private let comparisons: [ValueComparison]
  private let salt: Int
  /// Whether it is one column of whole numbers, the text of which says whether two are equal.
  let isWholeNumber: Bool

  /// `columns` of a stream, compared as `rules` of a model; `nil` where the stream does not give them all. Keys of different
  /// `salt` have different hashes.
  init?(_ columns: [Int], of stream: RowStream, comparedAs rules: [Column], salt: Int) {
    positions = columns.compactMap { stream.columns.firstIndex(of: $0) }
    guard positions.count == columns.count, !columns.isEmpty else { return nil }
    self.columns = columns
    comparisons = rules.map { ValueComparison($0) }
    self.salt = salt
    if rules.count == 1, case .integer = rules[0].type { isWholeNumber = true } else { isWholeNumber = false }
  }

  /// The position of its first column in the stream's.
  var place: Int { positions[0] }
  /// The positions of its columns in the stream's.
  var places: Set<Int> { Set(positions) }

  /// The number, of a key that is one whole number.
  func number(_ values: [Value]) -> Int64? {
    if isWholeNumber, case .number(let text) = values[positions[0]] { Int64(text) } else { nil }
  }

  /// The values in a form that is the same for equal ones; `nil` where one is NULL or known to the server alone.
  func compared(_ values: [Value]) -> [Value]? {
    var compared: [Value] = []
    compared.reserveCapacity(positions.count)
    for (position, comparison) in zip(positions, comparisons) {
      guard values[position].isKnown else { return nil }
      compared.append(comparison.key(of: values[position]).certain)
    }
    return compared
  }

  /// The values as they are.
  func values(_ values: [Value]) -> [Value] { positions.map { values[$0] } }

  /// A hash of the compared values; `nil` where there are none.
  func hash(_ values: [Value]) -> UInt64? {
    var hasher = Hasher()
    hasher.combine(salt)
    if let number = number(values) {
      hasher.combine(number)
      return UInt64(bitPattern: Int64(hasher.finalize()))
    }
    for index in positions.indices {
      let value = values[positions[index]]
      guard value.isKnown else { return nil }
      hasher.combine(comparisons[index].key(of: value).certain)
    }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
