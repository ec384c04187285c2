/// What the value of a key looks like: for the reference page, for diagnostics and for tools that check a schema.
indirect enum ValueShape: Sendable {
  /// A text that names something; not empty.
  case name
  /// A name that names something in SQL and in Swift: letters, digits and `_`, a letter first.
  case identifier
  /// The path of a file; not empty.
  case path
  /// Any text.
  case text
  /// An SQL expression in a text; not empty.
  case sql
  /// `true` or `false`.
  case boolean
  /// A whole number, from the given one to 2⁶⁴ − 1.
  case number(from: UInt64)
  /// A number of bytes, with or without a binary unit: `16MiB`.
  case byteCount
  /// A column's type.
  case type
  /// A model's name.
  case model
  /// A model's name with or without `?`.
  case target
  /// `$` and a parameter's name.
  case parameter
  /// A value: a scalar, a list or a mapping, also null, read by the type of the column.
  case value
  /// A value that is a scalar, and not null.
  case scalar
  /// A row: a mapping from columns and associations to values.
  case row
  /// The rows of a model: a list of them, or a mapping from labels; either may begin with `$options`.
  case rows
  /// One of these words.
  case choice([String])
  /// A list.
  case list(of: ValueShape)
  /// A list of two.
  case pair(of: ValueShape)
  /// A mapping with the keys of a table.
  case mapping(any SchemaKey.Type)
  /// The long form of an association of a kind: a mapping with those keys of ``AssociationKey`` that the kind has.
  case association(AssociationKind)
  /// A mapping whose keys are names that the schema chooses; the text says of what, `keys` what a name looks like.
  case entries(String, keys: ValueShape = .name, ValueShape)
  /// One of several shapes.
  case either([ValueShape])
  /// A list or a mapping that has at least one entry.
  case nonEmpty(ValueShape)
  /// A mapping that has just one entry.
  case single(ValueShape)
  /// The shape, or nothing at all: a section in which everything was commented out, a model that has no keys.
  case orNothing(ValueShape)

  /// The words of an enumeration.
  static func choice<Words: CaseIterable & RawRepresentable<String>>(of words: Words.Type) -> ValueShape {
    .choice(words.allCases.map(\.rawValue))
  }

  /// How a phrase speaks of keys and words.
  enum Style {
    /// In the line of a diagnostic.
    case diagnostic
    /// In Markdown, with a link to the section of a mapping.
    case page
  }

  /// The shape in words: `a name or a list of names`.
  func phrase(_ style: Style, isPlural: Bool = false) -> String {
    func noun(_ singular: String, _ plural: String) -> String { isPlural ? plural : singular }
    func word(_ text: String) -> String { style == .page ? "`\(text)`" : text }
    switch self {
    case .name, .identifier: return noun("a name", "names")
    case .path: return noun("a path", "paths")
    case .text: return noun("a text", "texts")
    case .sql: return noun("SQL in a text", "SQL in texts")
    case .boolean: return "\(word("true")) or \(word("false"))"
    case .number(let first):
      return noun("a whole number", "whole numbers") + (style == .page && first > 0 ? ", from \(first)" : "")
    case .byteCount: return noun("a number of bytes", "numbers of bytes")
    case .type:
      return style == .page ? noun("a [type](#types)", "[types](#types)") : noun("a type", "types")
    case .model, .target: return noun("a model's name", "models' names")
    case .parameter: return noun("a \(word("$parameter"))", "\(word("$parameters"))")
    case .value, .scalar: return noun("a value", "values")
    case .row: return style == .page ? noun("a [row](#seeds)", "[rows](#seeds)") : noun("a row", "rows")
    case .rows: return ValueShape.either([.list(of: .row), .entries("labels", .row)]).phrase(style, isPlural: isPlural)
    case .choice(let words):
      return words.count == 1 ? word(words[0]) : "one of \(words.map(word).joined(separator: ", "))"
    case .list(let element), .pair(let element):
      return noun("a list", "lists") + " of " + element.phrase(style, isPlural: true)
    case .mapping(let keys):
      guard style == .page else { return noun("a mapping", "mappings") }
      return noun("a mapping", "mappings") + " ([\(keys.section.title)](#\(keys.section.anchor)))"
    case .association: return ValueShape.mapping(AssociationKey.self).phrase(style, isPlural: isPlural)
    // Of several lines of diagnostics this would be the longest.
    case .entries where style == .diagnostic && isPlural: return "mappings"
    case .entries(let names, keys: _, let value):
      return noun("a mapping", "mappings") + " from \(names) to " + value.phrase(style, isPlural: true)
    case .either(let shapes):
      let phrases = shapes.flatMap { shape in
        // Flat, as in `true, false or a name`.
        if case .boolean = shape { return [word("true"), word("false")] }
        return [shape.phrase(style, isPlural: isPlural)]
      }
      guard phrases.count > 2 else { return phrases.joined(separator: " or ") }
      return phrases.dropLast().joined(separator: ", ") + " or " + phrases[phrases.count - 1]
    case .nonEmpty(let shape), .single(let shape), .orNothing(let shape):
      return shape.phrase(style, isPlural: isPlural)
    }
  }

  /// Whether nothing at all may stand in the place.
  var mayBeNothing: Bool {
    if case .orNothing = self { true } else { false }
  }
}

extension KeySection {
  /// The heading's anchor on the reference page, as Markdown renderers make it.
  var anchor: String { title.lowercased().split(separator: " ").joined(separator: "-") }
}

extension ReferenceTopic {
  /// The heading's anchor on the reference page, as Markdown renderers make it.
  var anchor: String { title.lowercased().split(separator: " ").joined(separator: "-") }
}
