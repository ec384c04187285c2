/// The explicit type of a node: the tags of YAML 1.2's core schema, and YAML 1.1's `!!binary` and `!!timestamp`.
public enum YAMLTag: UInt8, CaseIterable, Sendable {
  /// `!!str`, or `!` on a scalar: text, however it looks.
  case string
  /// `!!int`
  case integer
  /// `!!float`
  case float
  /// `!!bool`
  case boolean
  /// `!!null`
  case null
  /// `!!binary`: bytes in Base64.
  case binary
  /// `!!timestamp`
  case timestamp
  /// `!!seq`, or `!` on a sequence
  case sequence
  /// `!!map`, or `!` on a mapping
  case mapping

  /// The short form as it is written: `!!str`.
  public var notation: String {
    switch self {
    case .string: "!!str"
    case .integer: "!!int"
    case .float: "!!float"
    case .boolean: "!!bool"
    case .null: "!!null"
    case .binary: "!!binary"
    case .timestamp: "!!timestamp"
    case .sequence: "!!seq"
    case .mapping: "!!map"
    }
  }

  /// The kind of node that may bear the tag.
  var kind: YAMLNode.Kind {
    switch self {
    case .sequence: .sequence
    case .mapping: .mapping
    default: .scalar
    }
  }

  /// The tag that libyaml reports as `name` (`tag:yaml.org,2002:str`) on a node of `kind`.
  init?(name: String, on kind: YAMLNode.Kind) {
    if name == "!" {
      switch kind {
      case .scalar: self = .string
      case .sequence: self = .sequence
      case .mapping: self = .mapping
      }
      return
    }
    let known = Self.allCases.first { "tag:yaml.org,2002:" + $0.notation.dropFirst(2) == name }
    guard let known, known.kind == kind else { return nil }
    self = known
  }
}
