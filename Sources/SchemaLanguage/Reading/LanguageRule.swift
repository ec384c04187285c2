public import Diagnostics

/// The rules of the schema language that show in what was written, before the names of models, columns and associations are
/// looked up.
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
  /// What holds for a whole schema stands in the schema's own file, not in one that it imports.
  case importedSetting = "LANG-IMPORTED-SETTING"
  /// Of the files of a schema, one declares a name, or labels a row of a model.
  case declaredTwice = "LANG-DECLARED-TWICE"
  /// `uses` names mixins that there are.
  case unknownMixin = "LANG-UNKNOWN-MIXIN"
  /// `uses` names a mixin once.
  case repeatedMixin = "LANG-REPEATED-MIXIN"
  /// A mixin does not take itself in.
  case mixinCircle = "LANG-MIXIN-CIRCLE"
  /// What a mixin brings has a name that the model has not.
  case mixinCollision = "LANG-MIXIN-COLLISION"
  /// Mixins use one another at most 100 deep, and bring at most 2,000,000 declarations to the models of a schema.
  case mixinLimit = "LANG-MIXIN-LIMIT"
  /// At most 1,000 mistakes are reported for one file.
  case tooManyErrors = "LANG-TOO-MANY-ERRORS"
}
