internal import AssociationGraph
internal import SchemaLanguage

extension MySQLEmitter {
  /// One line of CREATE TABLE, its parts in the server's order.
  func column(_ column: Column, of model: Model, into writer: inout SQLWriter) {
    writer.name(column.name)
    writer.write(" ")
    writer.type(column.type, in: graph)
    if graph.target.isMariaDB, case .geometry(_, let srid?) = column.type { writer.write(" REF_SYSTEM_ID=\(srid)") }
    collation(of: column, in: model, into: &writer)
    if let generation = column.generation {
      writer.write(" GENERATED ALWAYS AS (")
      writer.expression(generation.expression)
      writer.write(generation.isStored ? ") STORED" : ") VIRTUAL")
    }
    if !column.isNullable {
      // MariaDB takes no NOT NULL on a computed column.
      if !(graph.target.isMariaDB && column.generation != nil) { writer.write(" NOT NULL") }
    } else if case .timestamp = column.type {
      writer.write(" NULL")
    }
    if !graph.target.isMariaDB, case .geometry(_, let srid?) = column.type { writer.write(" /*!80003 SRID \(srid) */") }
    if column.isInvisible, graph.target.isMariaDB { writer.write(" INVISIBLE") }
    defaultValue(of: column, in: model, into: &writer)
    if column.isUpdatedToNow {
      writer.write(" ON UPDATE CURRENT_TIMESTAMP\(fraction(of: column.type))")
    }
    if column.isAutoIncrement { writer.write(" AUTO_INCREMENT") }
    if column.isInvisible, !graph.target.isMariaDB { writer.write(" /*!80023 INVISIBLE */") }
    if let comment = column.comment, !comment.isEmpty {
      writer.write(" COMMENT ")
      writer.tableLiteral(comment)
    }
  }

  /// CHARACTER SET and COLLATE, in the form that reads back unchanged: a collation that is printed counts as given, and a
  /// given one is printed with its character set.
  private func collation(of column: Column, in model: Model, into writer: inout SQLWriter) {
    guard let collation = column.collation else { return }
    // A table's collation is printed in its columns too, unless it is its character set's default.
    let isPrinted = !graph.target.isMariaDB && charsets.defaultCollation(of: collation.charset) != collation
    if column.hasOwnCollation || collation != model.options.collation || isPrinted {
      writer.write(" CHARACTER SET \(collation.charset) COLLATE \(collation.name)")
    }
  }

  private func fraction(of type: ColumnType) -> String {
    guard let digits = type.temporalFraction, digits > 0 else { return "" }
    return "(\(digits))"
  }

  private func defaultValue(of column: Column, in model: Model, into writer: inout SQLWriter) {
    switch column.defaultValue {
    case nil:
      // The server prints no DEFAULT NULL for the types that can have no literal default, but JSON and the spatial ones.
      if column.isNullable, column.generation == nil, !column.type.isTextOrBlob { writer.write(" DEFAULT NULL") }
    case .now?:
      switch column.type {
      case .date: writer.write(" DEFAULT (curdate())")
      case .time: writer.write(" DEFAULT (curtime())")
      case .year: writer.write(" DEFAULT (year(curdate()))")
      default: writer.write(" DEFAULT CURRENT_TIMESTAMP\(fraction(of: column.type))")
      }
    case .uuid?: writer.write(" DEFAULT (uuid())")
    case .expression(let expression)?:
      writer.write(" DEFAULT (")
      writer.expression(expression)
      writer.write(")")
    case .value(let value)?:
      writer.write(" DEFAULT ")
      literal(value, of: column, in: model, into: &writer)
    }
  }

  private func literal(_ value: Value, of column: Column, in model: Model, into writer: inout SQLWriter) {
    switch (value, column.type) {
    case (.number(let number), .bit):
      writer.write("b'\(String(UInt64(number) ?? 0, radix: 2))'")
    case (.number(let number), .decimal(let precision, let scale, _, let isZerofill)):
      let width = isZerofill ? precision + (scale > 0 ? 1 : 0) : 0
      writer.tableLiteral(filled(padded(number, scale), to: width))
    case (.number(let number), .float(let digits, _, let isZerofill)):
      let text = float(number, digits, isSingle: true)
      writer.tableLiteral(filled(text, to: isZerofill ? digits?.precision ?? 12 : 0))
    case (.number(let number), .double(let digits, _, let isZerofill)):
      let text = float(number, digits, isSingle: false)
      writer.tableLiteral(filled(text, to: isZerofill ? digits?.precision ?? 22 : 0))
    case (.number(let number), .year): writer.tableLiteral(number == "0" ? "0000" : number)
    case (.number(let number), .integer(_, _, let width?)):
      writer.tableLiteral(filled(number, to: width))
    case (.number(let number), _): writer.tableLiteral(number)
    case (.text(let text), .text), (.text(let text), .json):
      // These types have no literal default on MySQL; an expression serves. MariaDB keeps it in the table's character set.
      if graph.target.isMariaDB, model.options.collation.surelyHolds(text) {
        writer.tableLiteral(text)
      } else {
        expression(ofText: text, isPlain: !graph.target.isMariaDB, into: &writer)
      }
    case (.text(let text), .char):
      // Spaces at its end are no part of a value of CHAR.
      var bytes = Array(text.utf8)
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      self.text(String(decoding: bytes, as: UTF8.self), into: &writer)
    case (.text(let text), let type): self.text(text + missingFraction(text, type), into: &writer)
    case (.bytes(let bytes), .blob) where bytes.isEmpty:
      writer.write(graph.target.isMariaDB ? "''" : "(_utf8mb4'')")
    case (.bytes(let bytes), .blob):
      writer.write(graph.target.isMariaDB ? "" : "(")
      writer.prefixedHexadecimal(bytes, isLowerCase: true)
      writer.write(graph.target.isMariaDB ? "" : ")")
    case (.bytes(let bytes), let type): binary(bytes, type, into: &writer)
    case (.expression(let expression), _):
      writer.write("(")
      writer.expression(expression)
      writer.write(")")
    case (.null, _), (.serverDefault, _), (.lookup, _): writer.write("NULL")
    }
  }

  /// A text as a literal.
  private func text(_ text: String, into writer: inout SQLWriter) {
    // The server prints what its own utf8mb3 cannot hold in hexadecimal digits.
    if !graph.target.isMariaDB, text.unicodeScalars.contains(where: { $0.value > 0xFFFF }) {
      writer.prefixedHexadecimal(Array(text.utf8))
    } else {
      writer.tableLiteral(text)
    }
  }

  /// A text as an expression. The server reads it anew with the session's mode whenever it opens the table, so a quote or a
  /// backslash must not stand in it; nor can its own utf8mb3 show what lies beyond U+FFFF.
  private func expression(ofText text: String, isPlain: Bool, into writer: inout SQLWriter) {
    let isPlain =
      isPlain && text.unicodeScalars.allSatisfy { $0 != "'" && $0 != "\\" && $0.value >= 0x20 && $0.value <= 0xFFFF }
    if isPlain {
      writer.write("(_utf8mb4")
      writer.tableLiteral(text)
      writer.write(")")
    } else {
      writer.write("(convert(")
      writer.prefixedHexadecimal(Array(text.utf8), isLowerCase: true)
      writer.write(" using utf8mb4))")
    }
  }

  /// Bytes, as the server prints them: as text where they are the UTF-8 of characters up to U+FFFF, which is what its own
  /// utf8mb3 holds; else in hexadecimal digits. BINARY is filled up.
  private func binary(_ bytes: [UInt8], _ type: ColumnType, into writer: inout SQLWriter) {
    var bytes = bytes
    if case .binary(let length) = type { bytes += Array(repeating: 0, count: max(0, length - bytes.count)) }
    if let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.allSatisfy({ $0.value <= 0xFFFF }) {
      writer.tableLiteral(text)
    } else {
      writer.prefixedHexadecimal(bytes)
    }
  }

  private func float(_ number: String, _ digits: FloatDigits?, isSingle: Bool) -> String {
    let text = FloatText.text(number, isSingle: isSingle, keepsSignOfZero: !graph.target.isMariaDB)
    return digits.map { padded(text, $0.scale) } ?? text
  }

  /// A number with zeros in front, as ZEROFILL shows it.
  private func filled(_ number: String, to width: Int) -> String {
    String(repeating: "0", count: max(0, width - number.utf8.count)) + number
  }

  /// A decimal number with all the digits that its column keeps.
  private func padded(_ number: String, _ scale: Int) -> String {
    guard scale > 0 else { return number }
    guard let point = number.firstIndex(of: ".") else { return number + "." + String(repeating: "0", count: scale) }
    let digits = number.distance(from: point, to: number.endIndex) - 1
    return digits <= scale
      ? number + String(repeating: "0", count: scale - digits)
      : String(number.dropLast(digits - scale))
  }

  /// The digits of a second that a temporal default lacks.
  private func missingFraction(_ text: String, _ type: ColumnType) -> String {
    let wanted: Int
    switch type {
    case .time(let fraction), .datetime(let fraction), .timestamp(let fraction): wanted = fraction
    default: return ""
    }
    guard wanted > 0 else { return "" }
    guard let point = text.lastIndex(of: ".") else { return "." + String(repeating: "0", count: wanted) }
    return String(repeating: "0", count: max(0, wanted - (text.distance(from: point, to: text.endIndex) - 1)))
  }
}

extension ColumnType {
  /// Whether it is one of the TEXT or BLOB types.
  var isTextOrBlob: Bool {
    switch self {
    case .text, .blob: true
    default: false
    }
  }
}

extension Collation {
  /// Whether the character set is known to have all characters of `text`.
  fileprivate func surelyHolds(_ text: String) -> Bool {
    let isKnown = charset == "latin1" || charset == "ucs2" || charset.hasPrefix("utf")
    return CharacterRepertoire.firstMissing(in: charset, from: text) == nil
      && (isKnown || text.utf8.allSatisfy { $0 < 0x80 })
  }
}
