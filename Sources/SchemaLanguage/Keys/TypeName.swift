/// The types that a column may have, besides the enumerations of `enums`: MySQL's own names and the portable ones.
///
/// In a schema their letter case is free; a ``TypeSyntax`` holds the raw value. MySQL 8.4 Reference Manual, 13 (Data Types).
public enum TypeName: String, CaseIterable, Sendable {
  case string, varchar, char, character, text, tinytext, mediumtext, longtext
  case integer, int, bigint, mediumint, smallint, tinyint
  case decimal, numeric, dec, fixed, float, double, doublePrecision = "double precision", real
  case boolean, bool, bit
  case date, time, datetime, timestamp, year
  case uuid, json, `enum`, set
  case binary, varbinary, blob, tinyblob, mediumblob, longblob
  case geometry, point, linestring, polygon, multipoint, multilinestring, multipolygon, geometrycollection,
    geomcollection
  case vector

  /// The types by their names, made once.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// A row of the reference page's table.
  struct Description {
    /// How it is written, with its arguments.
    let notation: String
    /// What it is in MySQL.
    let mysql: String
    /// What it is in Swift.
    let swift: String
    /// What it holds.
    let summary: String

    init(_ notation: String, _ mysql: String, _ swift: String, _ summary: String) {
      self.notation = notation
      self.mysql = mysql
      self.swift = swift
      self.summary = summary
    }
  }

  /// The type's row of the reference page.
  var description: Description {
    switch self {
    case .string:
      Description("string, string(n)", "varchar(255), varchar(n)", "String", "text of at most `n` characters")
    case .varchar: Description("varchar(n)", "varchar(n)", "String", "text of at most `n` characters")
    case .char: Description("char(n)", "char(n)", "String", "text of `n` characters")
    case .character: Description("character(n)", "char(n)", "String", "text of `n` characters")
    case .text: Description("text", "text", "String", "text of at most 64 KiB")
    case .tinytext: Description("tinytext", "tinytext", "String", "text of at most 255 bytes")
    case .mediumtext: Description("mediumtext", "mediumtext", "String", "text of at most 16 MiB")
    case .longtext: Description("longtext", "longtext", "String", "text of at most 4 GiB")
    case .integer: integer("integer", "int", 32)
    case .int: integer("int", "int", 32)
    case .bigint: integer("bigint", "bigint", 64)
    case .mediumint: integer("mediumint", "mediumint", 24)
    case .smallint: integer("smallint", "smallint", 16)
    case .tinyint:
      Description(
        "tinyint", "tinyint", "Int8, UInt8", "a whole number of 8 bits, also `unsigned`; `tinyint(1)` is `boolean`")
    case .decimal: decimal("decimal(p,s)")
    case .numeric: decimal("numeric(p,s)")
    case .dec: decimal("dec(p,s)")
    case .fixed: decimal("fixed(p,s)")
    case .float: Description("float", "float", "Float", "a binary fraction of 32 bits")
    case .double: double("double")
    case .doublePrecision: double("double precision")
    case .real: double("real")
    case .boolean: boolean("boolean")
    case .bool: boolean("bool")
    case .bit: Description("bit(n)", "bit(n)", "UInt64", "`n` bits, at most 64")
    case .date: Description("date", "date", "LocalDate", "a day")
    case .time: Description("time, time(f)", "time(f)", "LocalTime", "a duration, with `f` digits of a second")
    case .datetime: Description("datetime, datetime(f)", "datetime(f)", "Date", "a moment in UTC, as it was written")
    case .timestamp:
      Description("timestamp, timestamp(f)", "timestamp(f)", "Date", "a moment, which the server converts to UTC")
    case .year: Description("year", "year", "Int16", "a year from 1901 to 2155")
    case .uuid: Description("uuid", "char(36) CHARACTER SET ascii COLLATE ascii_bin", "UUID", "a UUID as text")
    case .json: Description("json", "json", "a JSON value", "a JSON document")
    case .enum: Description("enum(a,b)", "enum('a','b')", "enum", "one of the members")
    case .set: Description("set(a,b)", "set('a','b')", "Set<…>", "any of the members")
    case .binary: Description("binary(n)", "binary(n)", "Data", "`n` bytes")
    case .varbinary: Description("varbinary(n)", "varbinary(n)", "Data", "at most `n` bytes")
    case .blob: Description("blob", "blob", "Data", "at most 64 KiB")
    case .tinyblob: Description("tinyblob", "tinyblob", "Data", "at most 255 bytes")
    case .mediumblob: Description("mediumblob", "mediumblob", "Data", "at most 16 MiB")
    case .longblob: Description("longblob", "longblob", "Data", "at most 4 GiB")
    case .geometry, .point, .linestring, .polygon, .multipoint, .multilinestring, .multipolygon, .geometrycollection,
      .geomcollection:
      Description(rawValue, rawValue, "Data", "a geometry, in Swift as WKB; `srid n` names its reference system")
    case .vector:
      Description("vector(n)", "vector(n)", "Data", "`n` numbers of 32 bits, for targets that have the type")
    }
  }

  private func integer(_ notation: String, _ mysql: String, _ bits: Int) -> Description {
    let width = bits == 24 ? 32 : bits
    return Description(notation, mysql, "Int\(width), UInt\(width)", "a whole number of \(bits) bits, also `unsigned`")
  }

  private func decimal(_ notation: String) -> Description {
    Description(notation, "decimal(p,s)", "Decimal", "a number of `p` decimal digits, `s` of them behind the point")
  }

  private func double(_ notation: String) -> Description {
    Description(notation, "double", "Double", "a binary fraction of 64 bits")
  }

  private func boolean(_ notation: String) -> Description {
    Description(notation, "tinyint(1)", "Bool", "`true` or `false`")
  }
}
