public import Diagnostics

/// What `joinery.yaml` says of the schemas of a project, where neither the call nor a schema says otherwise.
public struct ProjectSettings: Sendable {
  /// `schemas`: the folders and files that are taken where a call names no schema; `nil` for `schemas`.
  public var schemas: [Located<String>]?
  /// `output`: the folder below which each schema has its own; `nil` for `generated`.
  public var output: Located<String>?
  /// `target`.
  public var target = TargetDeclaration()
  /// `access`, `layout` and `seeds`; the language's defaults for what is not said.
  public var swift = SwiftDeclaration()

  /// A project that says nothing.
  public init() {}
}
