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

extension SyntaxRule {
  /// The rule, why it is, and what to write instead.
  public var description: RuleDescription {
    switch self {
    case .syntax:
      RuleDescription(
        "A file follows the syntax of YAML",
        explanation: """
          Nothing is known of a file that cannot be read. The place is where the reader lost its way; the cause often stands \
          a line above: a bracket or quote that is not closed, or lines of one list that are indented differently.
          """,
        example: """
          models:
            Grade: { columns: { level: int }
          """)
    case .encoding:
      RuleDescription(
        "A file is UTF-8, and has printable characters alone",
        explanation: """
          Names and texts reach the server as they are written, so they must be certain. Save the file as UTF-8; write a \
          control character as an escape in double quotes, such as `"\\x07"`.
          """)
    case .duplicateKey:
      RuleDescription(
        "A key stands once in a mapping",
        explanation: """
          Many readers of YAML take the last of two equal keys and drop the first silently. Put what both say under one key, \
          or give one of them another name.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
            Grade: { columns: { room: string } }
          """)
    case .severalDocuments:
      RuleDescription(
        "A file holds one document",
        explanation: "A schema ends with its file. Put what stands behind the line `---` into a file of its own.",
        example: """
          models: { Grade: {} }
          ---
          models: { Student: {} }
          """)
    case .undefinedAlias:
      RuleDescription(
        "An alias stands below the anchor that it repeats",
        explanation: """
          `*name` repeats the value that `&name` marks further up in the same file. A value that begins with an asterisk is \
          put in quotes; what several files share is a mixin.
          """,
        example: """
          models:
            Grade: *shared
            Room: &shared { columns: { level: int } }
          """)
    case .recursiveAlias:
      RuleDescription(
        "An alias does not stand inside the value that it repeats",
        explanation: "Such a value would have no end. Move the anchor to the part that is to be repeated.",
        example: """
          models:
            Grade: &grade { columns: { level: int }, hasMany: *grade }
          """)
    case .keyNotScalar:
      RuleDescription(
        "A key is a single value",
        explanation: """
          Keys are names, and a list or a mapping is none. Often the braces or brackets of a value stand before the colon \
          by mistake.
          """,
        example: """
          models:
            Grade: {}
            [Room, Hall] : {}
          """)
    case .merge:
      RuleDescription(
        "A merge key takes a mapping or a list of mappings",
        explanation: "`<<` copies the entries of other mappings into this one. Name them by aliases: `<<: *timed`.",
        example: """
          models:
            Grade: { <<: timed }
          """)
    case .tooDeep:
      RuleDescription(
        "Values are nested in at most 200 levels",
        explanation: """
          No schema needs so many; a file that has them would exhaust memory in every program that reads it. What an alias \
          repeats counts where it is repeated.
          """)
    case .tooLarge:
      RuleDescription(
        "A file has at most 256 MiB, 50,000,000 values and 20 lines that begin with a percent sign",
        explanation: """
          A file is read into memory at once. Divide the schema with `imports`, and give many rows in a CSV file, which is \
          read piece by piece.
          """)
    case .aliasExpansion:
      RuleDescription(
        "Aliases repeat at most 1,000,000 values in all",
        explanation: """
          Aliases of aliases grow without bound: ten lines can say a billion values. Write a mixin for what many models \
          share.
          """)
    case .unknownTag:
      RuleDescription(
        "A tag is one of YAML's own, at a value of its kind",
        explanation: """
          A tag such as `!!str` says how a value is to be read; tags of other programs mean nothing here. Take it away, or \
          put a text that begins with an exclamation mark in quotes.
          """,
        example: """
          models:
            Grade: { columns: { level: !int int } }
          """)
    case .tooManyErrors:
      RuleDescription(
        "At most 1,000 mistakes in the syntax of one file are reported",
        explanation: "So many have a few causes. Mend the first ones and run Joinery again.")
    }
  }
}
