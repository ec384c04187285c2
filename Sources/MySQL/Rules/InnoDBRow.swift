internal import AssociationGraph
internal import SchemaLanguage

/// How much of a page of InnoDB the rows of a table take at their longest, and how much there is, in bytes.
///
/// Measured on MySQL 9.7 and MariaDB 10.11 for pages of 16 KiB; Reference Manual, "InnoDB Row Formats".
struct InnoDBRow {
  /// ROW_FORMAT, as it is in force.
  enum Format: Equatable {
    case dynamic, compact, redundant
    /// With pages of so many KiB.
    case compressed(Int)
  }

  let format: Format
  private let table: CheckedTable
  private let isMariaDB: Bool

  /// The rows of `table`.
  init(_ table: CheckedTable) {
    self.table = table
    isMariaDB = table.capabilities.target.isMariaDB
    let options = table.model.options
    format =
      switch (options.rowFormat, options.keyBlockSize) {
      case ("COMPACT", _): .compact
      case ("REDUNDANT", _): .redundant
      case (_, let size?): .compressed(Int(clamping: size))
      case ("COMPRESSED", nil): .compressed(8)
      default: .dynamic
      }
  }

  /// What `column` adds: all of a fixed length; of a varying one what stays when the rest moves out of the page, and one
  /// or two bytes for its length.
  func bytes(of column: Column) -> Int {
    if let generation = column.generation, !generation.isStored { return 0 }
    if let fixed = column.type.fixedBytes(in: table.graph) { return fixed }
    let most = column.valueBytes(in: table.graph)
    switch column.type {
    case .char, .uuid:
      if let most, let collation = column.collation, collation.longestCharacter == collation.shortestCharacter {
        return most
      }
    default: break
    }
    switch format {
    // The first 768 bytes and a pointer of 20 stay.
    case .compact: return min(most ?? .max, 788) + (most ?? .max > 255 ? 2 : 1)
    case .redundant: return min(most ?? .max, 788)
    // The pointer alone stays. Only MariaDB counts so; and there values of up to 255 bytes stay.
    case .dynamic, .compressed:
      guard let most else { return isMariaDB ? 21 : 41 }
      if isMariaDB { return most > 255 ? 41 : most + 1 }
      return min(most, 40) + 1
    }
  }

  /// What a row has beside its columns: a header, the transaction's number, the pointer to the old version; without a key a
  /// row's number.
  var overhead: Int {
    let nullable = table.model.columns.count { $0.isNullable && $0.generation?.isStored != false }
    let number = hasKey ? 0 : 6
    return format == .redundant ? 6 + 2 * fields + 13 + number : 5 + 13 + number + (nullable + 7) / 8
  }

  /// A row has less than that.
  var limit: Int {
    switch format {
    case .dynamic, .compact, .compressed(16): 8126
    case .redundant: 8123
    case .compressed(let size): size * 1024 - 104 - Self.description(ofFields: fields)
    }
  }

  /// The entries of an index that is no primary key have less than that in a compressed table; `nil` for no such bound.
  func entryLimit(fields: Int) -> Int? {
    guard case .compressed(let size) = format, size < 16 else { return nil }
    return (size * 1024 - 101 - Self.description(ofFields: fields)) / 2
  }

  /// What a compressed page needs to describe its fields.
  private static func description(ofFields count: Int) -> Int { 2 * (count + 1) + 13 }

  /// The columns and InnoDB's own ones.
  private var fields: Int {
    table.model.columns.count { $0.generation?.isStored != false } + (hasKey ? 2 : 3)
  }

  /// Whether a unique key without a nullable column holds the rows.
  private var hasKey: Bool {
    table.keys.contains { key in
      key.isUnique && key.isOrdinary
        && key.parts.allSatisfy { part in
          part.length == nil && part.column.map { !table.model.columns[$0].isNullable } == true
        }
    }
  }
}
