public import Diagnostics

/// The rules that a file must keep to be read as YAML at all, before anything is known about what it says.
public enum SyntaxRule: String, CaseIterable, DiagnosticRule {
  /// The text follows the syntax of YAML 1.1, which libyaml reads (JSON is a part of it).
  case syntax = "YAML-SYNTAX"
  /// The file is UTF-8, with or without a byte order mark, and holds printable characters only (YAML 1.1, 5.1).
  case encoding = "YAML-ENCODING"
  /// No key stands twice in one mapping. (A part of a value that was cut at its commas is no key; see ``YAMLEntries``.)
  case duplicateKey = "YAML-DUPLICATE-KEY"
  /// A file holds one document.
  case severalDocuments = "YAML-SEVERAL-DOCUMENTS"
  /// An alias `*name` stands behind the anchor `&name` that it repeats.
  case undefinedAlias = "YAML-UNDEFINED-ALIAS"
  /// An alias does not stand inside the value that it repeats.
  case recursiveAlias = "YAML-RECURSIVE-ALIAS"
  /// A key is a scalar.
  case keyNotScalar = "YAML-KEY-NOT-SCALAR"
  /// The value of a merge key `<<` is a mapping or a list of mappings.
  case merge = "YAML-MERGE"
  /// Values are nested in at most ``YAMLLimits/nesting`` levels, aliases counted with what they repeat.
  case tooDeep = "YAML-TOO-DEEP"
  /// A file has at most ``/Diagnostics/SourceFile/largestSize`` bytes, ``YAMLLimits/nodes`` nodes and
  /// ``YAMLLimits/directives`` directives.
  case tooLarge = "YAML-TOO-LARGE"
  /// Aliases repeat at most ``YAMLLimits/aliasedNodes`` nodes in all.
  case aliasExpansion = "YAML-ALIAS-EXPANSION"
  /// A tag is one of ``YAMLTag`` and stands at a value of its kind.
  case unknownTag = "YAML-UNKNOWN-TAG"
  /// At most ``YAMLLimits/diagnostics`` mistakes are reported for one file.
  case tooManyErrors = "YAML-TOO-MANY-ERRORS"
}
