public import Diagnostics

/// The members of an ENUM or SET.
public struct Enumeration: Sendable {
  /// The Swift type's name: a shared one's own (`Status`), else the model's and the column's (`StudentStatus`).
  public var swiftName: String
  /// Whether the schema declares it under `enums`, so that columns share it.
  public var isShared: Bool
  /// The members as the server stores them, in order.
  public var members: [String]
  /// The cases' names, one for each member, without backticks, all different.
  public var swiftCases: [String]
  /// Where it was written.
  public var declaredAt: SourceRange

  /// An enumeration; see the properties.
  public init(swiftName: String, isShared: Bool, members: [String], swiftCases: [String], declaredAt: SourceRange) {
    self.swiftName = swiftName
    self.isShared = isShared
    self.members = members
    self.swiftCases = swiftCases
    self.declaredAt = declaredAt
  }
}
