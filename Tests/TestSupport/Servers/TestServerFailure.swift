/// Why a test could not use its server: no server's error, but that there is none, or none to talk to.
public struct TestServerFailure: Error, Equatable, CustomStringConvertible {
  /// What went wrong and what to do about it.
  public let description: String

  /// A failure that is described so.
  public init(_ description: String) { self.description = description }
}
