public import Diagnostics

/// One entry of `mixins`: what the models that name it in `uses` take in.
public struct MixinDeclaration: Sendable {
  /// The mixin's name.
  public var name: Located<String>
  /// `uses`: further mixins that come with it.
  public var uses: [Located<String>] = []
  /// `columns`, in the order written.
  public var columns: [ColumnDeclaration] = []
  /// The associations of all four kinds, in the order written.
  public var associations: [AssociationDeclaration] = []
  /// `indexes`.
  public var indexes: [IndexDeclaration] = []
  /// `checks`.
  public var checks: [CheckDeclaration] = []

  /// A mixin that holds nothing yet.
  public init(name: Located<String>) { self.name = name }
}
