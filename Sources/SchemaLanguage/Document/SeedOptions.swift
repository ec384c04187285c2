public import CSVSyntax
public import Diagnostics

/// `$options` of a model's rows.
public struct SeedOptions: Sendable {
  /// What a row does where the table has one with the same key.
  public enum Mode: String, CaseIterable, Hashable, Sendable {
    /// It is refused; the default.
    case insert
    /// It takes the place of the values that are there.
    case upsert
  }

  /// `mode`.
  public var mode: Located<Mode>?
  /// `key`: the columns of the unique key by which `upsert` knows a row; empty for the primary key.
  public var key: [Located<String>] = []
  /// `truncateFirst`: whether all rows of the table are deleted first.
  public var truncateFirst: Located<Bool>?
  /// `defaults`: what every row has that does not say otherwise.
  public var defaults: [FieldSyntax] = []
  /// `file`: the path of a CSV file, as it was written.
  public var file: Located<String>?
  /// Whether the key of ``file`` was misspelt, so that it need not be the path of anything.
  public var isFileGuessed = false
  /// What reads ``file``; `nil` as long as nobody has looked for it.
  public var rows: RowFile?
  /// `label`: the column of the file that holds labels.
  public var label: Located<String>?
  /// `nullText`: the field of the file that stands for NULL.
  public var nullText: Located<String>?
  /// Where the key `$options` was written.
  public var range: SourceRange

  /// Options written at `range` that say nothing.
  public init(at range: SourceRange) { self.range = range }
}
