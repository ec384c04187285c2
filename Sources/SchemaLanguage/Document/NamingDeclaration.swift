public import Diagnostics

/// `naming`: how names are made that the schema does not spell out.
public struct NamingDeclaration: Sendable {
  /// How a table's name comes from its model's.
  public enum TableStyle: String, CaseIterable, Sendable {
    /// `OrderItem` → `order_items`.
    case snakePlural
    /// `OrderItem` → `order_item`.
    case snakeSingular
    /// `OrderItem` → `OrderItems`.
    case modelPlural
    /// `OrderItem` → `OrderItem`.
    case model
  }

  /// How a column's SQL name comes from the name it is declared by.
  public enum ColumnStyle: String, CaseIterable, Sendable {
    /// As it is written.
    case asWritten
    /// `firstName` → `first_name`.
    case snake
  }

  /// How the name of a foreign key that Joinery makes is put together.
  public enum KeyStyle: String, CaseIterable, Sendable {
    /// `gradeId`.
    case camel
    /// `grade_id`.
    case snake
  }

  /// `tables`.
  public var tables = TableStyle.snakePlural
  /// `columns`.
  public var columns = ColumnStyle.asWritten
  /// `keys`.
  public var keys = KeyStyle.camel

  /// The language's defaults.
  public init() {}
}

/// `defaults`: what holds for every model that does not say otherwise.
public struct DefaultsDeclaration: Sendable {
  /// `timestamps`.
  public var timestamps: TimestampsDeclaration?
  /// `id`: the type of the implicit key.
  public var id: Located<TypeSyntax>?
  /// `engine`.
  public var engine: Located<String>?
  /// `charset`.
  public var charset: Located<String>?
  /// `collation`.
  public var collation: Located<String>?
  /// `onDelete`.
  public var onDelete: Located<ReferentialAction>?
  /// `onUpdate`.
  public var onUpdate: Located<ReferentialAction>?

  /// No defaults but the language's own.
  public init() {}
}
