/// A collation of the server; its name begins with its character set's.
public struct Collation: Hashable, Sendable {
  /// `utf8mb4_0900_ai_ci`.
  public let name: String

  /// The collation `name`.
  public init(_ name: String) { self.name = name }

  /// The character set: the name's first word (`binary` for itself).
  public var charset: String {
    guard let end = name.utf8.firstIndex(of: UInt8(ascii: "_")) else { return name }
    return String(name[..<end])
  }

  /// `ascii_bin`, in which UUIDs are kept.
  public static let asciiBinary = Collation("ascii_bin")
}
