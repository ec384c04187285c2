public import Diagnostics

/// The rules of the schema language that show in one file alone, before any name is looked up.
public enum LanguageRule: String, CaseIterable, DiagnosticRule {
  /// A mapping has the keys of its table and no others.
  case unknownKey = "LANG-UNKNOWN-KEY"
  /// A key that must be given is there.
  case missingKey = "LANG-MISSING-KEY"
  /// A value is a scalar, a list or a mapping, as its place asks.
  case wrongShape = "LANG-WRONG-SHAPE"
  /// Where a value is expected, there is one that is not null; a name, an expression are not empty.
  case noValue = "LANG-NO-VALUE"
  /// A truth value is `true` or `false`.
  case badBoolean = "LANG-BAD-BOOLEAN"
  /// A number is written in decimal digits and lies within its bounds.
  case badNumber = "LANG-BAD-NUMBER"
  /// Where there is a choice of words, one of them is taken.
  case badChoice = "LANG-BAD-CHOICE"
  /// A type follows the grammar of ``TypeSyntax``.
  case badType = "LANG-BAD-TYPE"
  /// A type with a comma is quoted inside braces, and so is a value of data with a comma in parentheses.
  case typeComma = "LANG-TYPE-COMMA"
  /// A name has the letters that its use allows.
  case badName = "LANG-BAD-NAME"
  /// A list or mapping that needs an entry has one.
  case emptyList = "LANG-EMPTY-LIST"
  /// A key, or a `?`, stands at a kind of association, index or key that has it.
  case wrongKind = "LANG-WRONG-KIND"
  /// A path is names with dots between them, a name with a dot in backticks.
  case badPath = "LANG-BAD-PATH"
  /// Two keys beside each other do not contradict.
  case conflict = "LANG-CONFLICT"
  /// At most 1,000 mistakes are reported for one file.
  case tooManyErrors = "LANG-TOO-MANY-ERRORS"
}
