public import Diagnostics

/// `target`: the server that the SQL is for.
public struct TargetDeclaration: Sendable {
  /// `server`.
  public var server: Located<Target>?
  /// `maxAllowedPacket`, in bytes.
  public var maxAllowedPacket: Located<UInt64>?

  /// A target that leaves all to the language's defaults.
  public init() {}
}
