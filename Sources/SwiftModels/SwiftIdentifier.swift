/// How a name is spelled in Swift source: in backticks where the language would read it as something else.
///
/// The words are those of The Swift Programming Language, "Lexical Structure", as far as a compiler refuses them bare
/// in a declaration, a type or an expression.
enum SwiftIdentifier {
  /// Words that need backticks where they are declared, used as a type, or used as a value.
  private static let keywords = NameSet([
    "Any", "Protocol", "Self", "Type", "any", "as", "associatedtype", "async", "await", "break", "case", "catch",
    "class",
    "continue", "default", "defer", "deinit", "do", "each", "else", "enum", "extension", "fallthrough", "false",
    "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "some",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where",
    "while",
  ])

  /// Words that begin an accessor where they stand first in a property's braces.
  private static let accessors: Set<String> = [
    "borrow", "didSet", "get", "init", "modify", "mutate", "mutating", "nonmutating", "read", "set", "willSet", "yield",
  ]

  /// `name` where it is declared, names a type, or stands alone as a value.
  static func spelled(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

  /// `name` behind a dot, where all words but one are free.
  static func member(_ name: String) -> String { name == "init" ? "`init`" : name }

  /// `name` in front of the colon of a call's argument, where backticks that are not needed are a warning.
  static func label(_ name: String) -> String { name == "inout" ? "`inout`" : name }

  /// The property `name` as all that stands in a computed property's braces.
  static func alone(_ name: String) -> String { accessors.contains(name) ? "self.\(member(name))" : spelled(name) }

  /// Whether `name` needs backticks somewhere.
  static func isKeyword(_ name: String) -> Bool { keywords.contains(name) }

  /// `name`, with as many `_` behind it as it takes until `isTaken` is false.
  static func free(_ name: String, where isTaken: (String) -> Bool) -> String {
    var free = name
    while isTaken(free) { free += "_" }
    return free
  }
}
