internal import Diagnostics

/// The nodes of one document, in one array in the order written (pre-order): a node's first child is the next record,
/// its next sibling the record behind its last descendant.
///
/// Immutable and shared by all ``YAMLNode`` views. A scalar's text stays in the file's bytes wherever it is written
/// there as it reads; only texts with escapes, folded lines or block indentation are kept besides.
final class YAMLTree: Sendable {
  /// What one node is: 20 bytes.
  struct Record: Sendable {
    enum Content: Sendable {
      /// A scalar whose text stands in the file.
      case written(offset: UInt32, length: UInt32)
      /// A scalar whose text stands in ``YAMLTree/decoded``.
      case decoded(offset: UInt32, length: UInt32)
      /// A list, and the record behind its last descendant.
      case sequence(end: UInt32, count: UInt32)
      /// A mapping whose records alternate between keys and values.
      case mapping(end: UInt32, count: UInt32)
      /// A mapping whose entries are those of ``YAMLTree/lists`` at `list`, for they differ from what is written.
      case relisted(end: UInt32, list: UInt32)
      /// An alias: the record that it repeats, which is never itself an alias.
      case alias(of: UInt32)
    }

    /// The bytes of the node in the file.
    var lower: UInt32
    var upper: UInt32
    var content: Content
    /// Without quotes and not a block scalar.
    var isPlain = false
    var tag: YAMLTag?
  }

  /// An entry of a mapping with merge keys or with entries left out because of a mistake.
  struct Entry: Sendable {
    var key: UInt32
    var value: UInt32
    /// The alias that brought the entry here, or ``YAMLTree/none``.
    var alias: UInt32
  }

  /// Stands for no record.
  static let none = UInt32.max

  let file: SourceFileID
  let source: [UInt8]
  let records: [Record]
  let decoded: [UInt8]
  let entries: [Entry]
  let lists: [Range<UInt32>]

  init(
    file: SourceFileID, source: [UInt8], records: [Record], decoded: [UInt8], entries: [Entry], lists: [Range<UInt32>]
  ) {
    self.file = file
    self.source = source
    self.records = records
    self.decoded = decoded
    self.entries = entries
    self.lists = lists
  }

  /// The same tree as a value of its own, which holds the same arrays.
  var copy: YAMLTree {
    YAMLTree(file: file, source: source, records: records, decoded: decoded, entries: entries, lists: lists)
  }

  /// The record behind `index` and everything in it.
  func end(of index: UInt32) -> UInt32 { records[Int(index)].content.end ?? index + 1 }
}

extension YAMLTree.Record.Content {
  /// The record behind the last descendant of a collection; `nil` for what has no descendants.
  var end: UInt32? {
    switch self {
    case .written, .decoded, .alias: nil
    case .sequence(let end, _), .mapping(let end, _), .relisted(let end, _): end
    }
  }
}
