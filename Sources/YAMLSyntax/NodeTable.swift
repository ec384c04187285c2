/// The nodes of one document, in one array in the order written (pre-order): a node's first child is the next record, its next
/// sibling the record behind its last descendant.
///
/// A file has many nodes, so that a record holds little. A scalar's text stays in the file's bytes wherever it is written there
/// as it reads; only texts with escapes, folded lines or block indentation are kept besides.
struct NodeTable: Sendable {
  /// What one node is.
  enum Content {
    /// A scalar whose text stands in the file.
    case written(Range<UInt32>)
    /// A scalar whose text stands in ``NodeTable/decoded``.
    case decoded(Range<UInt32>)
    /// A list, and the record behind its last descendant.
    case sequence(end: UInt32, count: UInt32)
    /// A mapping whose records alternate between keys and values.
    case mapping(end: UInt32, count: UInt32)
    /// A mapping whose entries are those of ``NodeTable/lists`` at `list`, for they differ from what is written.
    case relisted(end: UInt32, list: UInt32)
    /// An alias: the record that it repeats, which is never itself an alias.
    case alias(of: UInt32)

    /// Whether it is text.
    var isScalar: Bool {
      switch self {
      case .written, .decoded: true
      case .sequence, .mapping, .relisted, .alias: false
      }
    }
  }

  /// One node: 12 bytes.
  private struct Record: Sendable {
    enum Kind: UInt32 {
      case written, decoded, sequence, mapping, relisted, alias
    }

    /// The bytes of the node in the file.
    var lower: UInt32
    var upper: UInt32
    /// From the lowest bit: the link (see ``link``), the kind, whether the node is bare and whether it has a tag.
    private var bits: UInt32

    private static let linkBits: UInt32 = 26
    private static let linkMask: UInt32 = 1 << linkBits - 1
    private static let kindMask: UInt32 = 0b111
    private static let plainBit: UInt32 = 1 << 29
    private static let tagBit: UInt32 = 1 << 30

    init(_ kind: Kind, at range: Range<Int>, link: Int, isPlain: Bool, hasTag: Bool) {
      lower = UInt32(range.lowerBound)
      upper = UInt32(range.upperBound)
      bits =
        UInt32(link) | kind.rawValue << Self.linkBits | (isPlain ? Self.plainBit : 0) | (hasTag ? Self.tagBit : 0)
    }

    var kind: Kind {
      get { Kind(rawValue: bits >> Self.linkBits & Self.kindMask) ?? .written }
      set { bits = bits & ~(Self.kindMask << Self.linkBits) | newValue.rawValue << Self.linkBits }
    }

    /// What belongs to the node: of a decoded scalar a position in ``NodeTable/texts``, of a collection one in
    /// ``NodeTable/collections``, of an alias the record that it repeats. There are fewer than 2²⁶ of each
    /// (``YAMLLimits/nodes``).
    var link: Int { Int(bits & Self.linkMask) }

    var isPlain: Bool { bits & Self.plainBit != 0 }

    var hasTag: Bool { bits & Self.tagBit != 0 }
  }

  /// What a record has no room for.
  private struct Collection: Sendable {
    /// The record behind the last descendant.
    var end: UInt32
    /// How many elements or entries there are; of a relisted mapping a position in ``NodeTable/lists``.
    var count: UInt32
  }

  /// An entry of a mapping with merge keys or with entries left out because of a mistake.
  struct Entry: Sendable {
    var key: UInt32
    var value: UInt32
    /// The alias that brought the entry here, or ``none``.
    var alias: UInt32
  }

  /// Stands for no record.
  static let none = UInt32.max

  private var records: [Record] = []
  private var texts: [Range<UInt32>] = []
  private var collections: [Collection] = []
  /// The tags of the records that have one, which are few.
  private var tags: [UInt32: YAMLTag] = [:]
  /// The texts that do not stand in the file as they read.
  private(set) var decoded: [UInt8] = []
  /// The entries of relisted mappings.
  private(set) var entries: [Entry] = []
  /// For each relisted mapping, its part of ``entries``.
  private(set) var lists: [Range<UInt32>] = []

  /// An empty table with room for the nodes of a file of so many bytes.
  init(bytes: Int) {
    // Schemas have a node in 8 bytes or more, and an array that grows is there twice for a moment.
    records.reserveCapacity(bytes / 8)
  }

  // MARK: Looking

  /// How many nodes there are.
  var count: Int { records.count }

  /// What the node at `index` is.
  func content(of index: UInt32) -> Content {
    let record = records[Int(index)]
    switch record.kind {
    case .written: return .written(Self.inside(record.lower..<record.upper, isPlain: record.isPlain))
    case .decoded: return .decoded(texts[record.link])
    case .sequence: return .sequence(end: collections[record.link].end, count: collections[record.link].count)
    case .mapping: return .mapping(end: collections[record.link].end, count: collections[record.link].count)
    case .relisted: return .relisted(end: collections[record.link].end, list: collections[record.link].count)
    case .alias: return .alias(of: UInt32(record.link))
    }
  }

  /// The record behind `index` and everything in it.
  func end(of index: UInt32) -> UInt32 {
    let record = records[Int(index)]
    switch record.kind {
    case .sequence, .mapping, .relisted: return collections[record.link].end
    case .written, .decoded, .alias: return index + 1
    }
  }

  /// The record with the content of the node at `index`, which is another one for an alias.
  func resolved(_ index: UInt32) -> UInt32 {
    let record = records[Int(index)]
    return record.kind == .alias ? UInt32(record.link) : index
  }

  /// The bytes of the node at `index` in the file.
  func range(of index: UInt32) -> Range<UInt32> {
    let record = records[Int(index)]
    return record.lower..<record.upper
  }

  /// Whether the node is a scalar without quotes and not a block scalar.
  func isPlain(_ index: UInt32) -> Bool { records[Int(index)].isPlain }

  /// The node's explicit tag.
  func tag(of index: UInt32) -> YAMLTag? { records[Int(index)].hasTag ? tags[index] : nil }

  /// Where a scalar that is written at `range` has its text, if it reads as it is written: what stands between the quotes.
  static func inside<Offset: FixedWidthInteger>(_ range: Range<Offset>, isPlain: Bool) -> Range<Offset> {
    isPlain || range.upperBound - range.lowerBound < 2 ? range : range.lowerBound + 1..<range.upperBound - 1
  }

  // MARK: Building

  /// Adds a scalar that is written at `range`; its text stands there or is `decoded`. Gives its record, as the others do.
  mutating func appendScalar(
    at range: Range<Int>, decoded text: UnsafeBufferPointer<UInt8>?, isPlain: Bool, tag: YAMLTag?
  ) -> UInt32 {
    guard let text else { return append(.written, at: range, link: 0, isPlain: isPlain, tag: tag) }
    let start = UInt32(decoded.count)
    decoded.append(contentsOf: text)
    texts.append(start..<UInt32(decoded.count))
    return append(.decoded, at: range, link: texts.count - 1, isPlain: isPlain, tag: tag)
  }

  /// Adds a collection that begins at `lower` and is not closed.
  mutating func appendCollection(isMapping: Bool, at lower: Int, tag: YAMLTag?) -> UInt32 {
    collections.append(Collection(end: 0, count: 0))
    return append(
      isMapping ? .mapping : .sequence, at: lower..<lower, link: collections.count - 1, isPlain: false, tag: tag)
  }

  /// Adds an alias that is written at `range`.
  mutating func appendAlias(of target: UInt32, at range: Range<Int>) -> UInt32 {
    append(.alias, at: range, link: Int(target), isPlain: false, tag: nil)
  }

  private mutating func append(
    _ kind: Record.Kind, at range: Range<Int>, link: Int, isPlain: Bool, tag: YAMLTag?
  ) -> UInt32 {
    let index = UInt32(records.count)
    records.append(Record(kind, at: range, link: link, isPlain: isPlain, hasTag: tag != nil))
    if let tag { tags[index] = tag }
    return index
  }

  /// Ends the collection at `index`, of `count` elements or entries, behind the last record; in the file it ends at `upper`.
  mutating func close(_ index: UInt32, count: UInt32, at upper: Int) {
    let position = Int(index)
    records[position].upper = UInt32(upper)
    // The first element may begin further to the left than the event of the collection says.
    if records.count > position + 1 {
      records[position].lower = min(records[position].lower, records[position + 1].lower)
    }
    collections[records[position].link] = Collection(end: UInt32(records.count), count: count)
  }

  /// Gives the mapping at `index` other entries than those that are written.
  mutating func relist(_ index: UInt32, _ own: [Entry]) {
    let start = UInt32(entries.count)
    entries += own
    lists.append(start..<UInt32(entries.count))
    records[Int(index)].kind = .relisted
    collections[records[Int(index)].link].count = UInt32(lists.count - 1)
  }
}
