public import Diagnostics

/// One entry of `models`.
public struct ModelDeclaration: Sendable {
  /// The model's name.
  public var name: Located<String>
  /// `table`: the table's name, where it does not follow from the model's.
  @Rare public var table: Located<String>?
  /// `uses`: the mixins that it takes in.
  public var uses: [Located<String>] = []
  /// `columns`, in the order written.
  public var columns: [ColumnDeclaration] = []
  /// `primaryKey` of the model.
  @Rare public var primaryKey: PrimaryKeyDeclaration?
  /// `autoIncrementStart`: the first number that the server gives, from 1.
  @Rare public var autoIncrementStart: Located<UInt64>?
  /// `timestamps`.
  @Rare public var timestamps: TimestampsDeclaration?
  /// `softDelete`: the column that marks rows as deleted, `deletedAt` for `true`; `nil` for none.
  @Rare public var softDelete: Located<String>?
  /// The associations of all four kinds, in the order written.
  public var associations: [AssociationDeclaration] = []
  /// `indexes`.
  public var indexes: [IndexDeclaration] = []
  /// `checks`.
  public var checks: [CheckDeclaration] = []
  /// `comment`.
  @Rare public var comment: Located<String>?
  /// `engine`.
  @Rare public var engine: Located<String>?
  /// `charset`.
  @Rare public var charset: Located<String>?
  /// `collation`.
  @Rare public var collation: Located<String>?
  /// `rowFormat`, in the letter case of the schema.
  @Rare public var rowFormat: Located<String>?
  /// `keyBlockSize`, in KiB.
  @Rare public var keyBlockSize: Located<UInt64>?
  /// `partition`.
  @Rare public var partition: PartitionDeclaration?
  /// `crud`: the statements for single rows that are made.
  public var statements: Set<RowStatement> = []
  /// `swift.name`: the struct's name, where it is not the model's.
  @Rare public var swiftName: Located<String>?

  /// A model that declares nothing yet.
  public init(name: Located<String>) { self.name = name }
}

/// `primaryKey` of a model.
public enum PrimaryKeyDeclaration: Sendable {
  /// `primaryKey: none`, written at the range: the table has no primary key.
  case none(SourceRange)
  /// `primaryKey: [a, b]`: the parts in the key's order, at least one.
  case parts([IndexPartDeclaration], SourceRange)
}

/// `timestamps` of a model or of `defaults`.
public struct TimestampsDeclaration: Sendable {
  /// Where it was written.
  public var range: SourceRange
  /// Whether there are any: `false` for `timestamps: false`.
  public var isEnabled: Bool
  /// `createdAt`: the column's name; see ``TimestampColumn``.
  public var createdAt: TimestampColumn = .standard
  /// `updatedAt`.
  public var updatedAt: TimestampColumn = .standard
  /// `type`: `datetime` unless said.
  public var type: Located<TypeSyntax>?

  /// `timestamps: true` or `timestamps: false`, written at `range`.
  public init(range: SourceRange, isEnabled: Bool) {
    self.range = range
    self.isEnabled = isEnabled
  }
}

/// One of the columns that `timestamps` adds.
public enum TimestampColumn: Sendable {
  /// Not mentioned, or `true`: the column with its usual name.
  case standard
  /// `false`: no such column.
  case none
  /// The column with a name of its own.
  case named(Located<String>)
}

/// One entry of `checks`, or a column's `check`.
public struct CheckDeclaration: Sendable {
  /// The constraint's name; `nil` for a column's check, which has none.
  public var name: Located<String>?
  /// The condition in SQL, as it was written.
  public var condition: Located<String>
  /// `enforced`; true unless said.
  public var isEnforced: Bool
  /// Whether the table's name stands in front of its own in SQL. So it is for what a mixin brings: several tables have it,
  /// and a database of MySQL has no two checks of one name (Reference Manual, "CHECK Constraints").
  public var isNamedAfterTable = false

  /// A check of `condition`.
  public init(name: Located<String>?, condition: Located<String>, isEnforced: Bool = true) {
    self.name = name
    self.condition = condition
    self.isEnforced = isEnforced
  }
}
