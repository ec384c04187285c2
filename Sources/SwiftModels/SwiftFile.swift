/// One file of Swift source.
public struct SwiftFile: Hashable, Sendable {
  /// The file's name, without a folder: `Student.swift`.
  public var name: String
  /// The text in UTF-8, with LF line ends.
  public var bytes: [UInt8]

  /// The file `name` that holds `bytes`.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
