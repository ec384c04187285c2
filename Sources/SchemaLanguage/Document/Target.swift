/// The server that the SQL is for: `target: mysql-8.4`.
public enum Target: String, CaseIterable, Hashable, Sendable {
  /// MySQL 8.0.
  case mysql80 = "mysql-8.0"
  /// MySQL 8.4 LTS.
  case mysql84 = "mysql-8.4"
  /// MySQL 9.
  case mysql9 = "mysql-9"
  /// MariaDB 10.11 LTS.
  case mariadb1011 = "mariadb-10.11"
  /// MariaDB 11, from 11.4 LTS on.
  case mariadb11 = "mariadb-11"

  /// The target of a schema that names none: `mysql-8.4`.
  public static let standard = Target.mysql84

  /// Whether it is a MariaDB, whose dialect differs in places.
  public var isMariaDB: Bool { self == .mariadb1011 || self == .mariadb11 }

  /// A sentence that says which targets have a thing; empty for none.
  public static func availability(on targets: [Target]) -> String {
    var names = targets.map(\.rawValue)
    guard let last = names.popLast() else { return "" }
    guard !names.isEmpty else { return "The target \(last) has it." }
    return "The targets \(names.joined(separator: ", ")) and \(last) have it."
  }
}
