public import Diagnostics

/// `swift`: how the Swift files look.
public struct SwiftDeclaration: Sendable {
  /// Who sees the generated declarations.
  public enum Access: String, CaseIterable, Sendable {
    /// The module alone; the default.
    case `internal`
    /// The package.
    case package
    /// Everyone.
    case `public`
  }

  /// How many files the Swift of a schema fills.
  public enum Layout: String, CaseIterable, Sendable {
    /// One file a type; the default.
    case perType
    /// One file in all, as build plugins need it.
    case single
  }

  /// `access`.
  public var access = Access.internal
  /// `layout`.
  public var layout = Layout.perType
  /// `prefix`: stands in front of every top-level type's name.
  public var prefix: Located<String>?
  /// `imports`: further modules that every file imports.
  public var imports: [Located<String>] = []
  /// `types.json`: the Swift type of JSON columns in place of the generated one.
  public var jsonType: Located<String>?
  /// `seeds`: whether the rows of `seeds` are static values of the models' structs.
  public var seeds = false

  /// The language's defaults.
  public init() {}
}
