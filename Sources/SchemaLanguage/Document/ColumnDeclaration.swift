public import Diagnostics

/// One entry of `columns`.
public struct ColumnDeclaration: Sendable {
  /// The name by which the schema speaks of the column.
  public var name: Located<String>
  /// Its type, with the `?` of a nullable one.
  public var type: Located<TypeSyntax>
  /// Everything else; shared by all columns in the short form.
  public var options: ColumnOptions

  /// The column `name` of `type`.
  public init(name: Located<String>, type: Located<TypeSyntax>, options: ColumnOptions = .none) {
    self.name = name
    self.type = type
    self.options = options
  }
}

/// What the long form of a column may say. (A reference, since nearly all columns say nothing: a column stays small.)
public final class ColumnOptions: Sendable {
  /// The options of a column in the short form.
  public static let none = ColumnOptions(ColumnOptionValues())

  /// The options themselves.
  public let values: ColumnOptionValues

  /// Options that hold `values`.
  public init(_ values: ColumnOptionValues) { self.values = values }
}

/// The keys of the long form of a column but `type`.
public struct ColumnOptionValues: Sendable {
  /// `nullable`.
  @Rare public var isNullable: Located<Bool>?
  /// `primaryKey`.
  @Rare public var isPrimaryKey: Located<Bool>?
  /// `autoIncrement`.
  @Rare public var isAutoIncrement: Located<Bool>?
  /// `unique`.
  @Rare public var unique: Located<UniqueDeclaration>?
  /// `default`.
  @Rare public var defaultValue: DefaultDeclaration?
  /// `onUpdate`: the only value of the language is `now`.
  @Rare public var onUpdateNow: Located<Bool>?
  /// `check`, a condition without a name.
  @Rare public var check: CheckDeclaration?
  /// `comment`.
  @Rare public var comment: Located<String>?
  /// `generated`.
  @Rare public var generated: GeneratedDeclaration?
  /// `charset`.
  @Rare public var charset: Located<String>?
  /// `collation`.
  @Rare public var collation: Located<String>?
  /// `invisible`.
  @Rare public var isInvisible: Located<Bool>?
  /// `column`: the SQL name, where it differs.
  @Rare public var sqlName: Located<String>?
  /// `swift.name`: the property's name.
  @Rare public var swiftName: Located<String>?
  /// `swift.type`: the property's type.
  @Rare public var swiftType: Located<String>?

  /// No options.
  public init() {}
}

/// `unique` of a column.
public enum UniqueDeclaration: Hashable, Sendable {
  /// `false`.
  case no
  /// `true`: a key of this column alone.
  case alone
  /// A name: one key of all columns of the model that name the same group.
  case group(String)
}

/// `default` of a column.
public enum DefaultDeclaration: Sendable {
  /// A value, to be read by the column's type; `now` and `uuid` are told apart there.
  case value(ValueSyntax)
  /// `{ sql: "…" }`: an expression.
  case expression(Located<String>)
}

/// `generated: { as: "…", stored: false }`.
public struct GeneratedDeclaration: Sendable {
  /// The expression, as it was written.
  public var expression: Located<String>
  /// Whether the value is stored; a virtual column else.
  public var isStored: Bool

  /// A column that is computed by `expression`.
  public init(expression: Located<String>, isStored: Bool) {
    self.expression = expression
    self.isStored = isStored
  }
}
