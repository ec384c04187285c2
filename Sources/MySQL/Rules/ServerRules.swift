/// The table of all rules of the servers, family by family.
public enum ServerRules {
  /// Every rule, in the order of the reference page.
  public static let all: [ServerRule] =
    identifiers + sizes + types + keys + autoIncrement + expressions + foreignKeys + enumerations + tables + engines
    + partitions
    + lints

  /// The rule called `identifier`, in any letter case; `nil` if there is none.
  public static func rule(_ identifier: String) -> ServerRule? {
    let identifier = identifier.uppercased()
    return all.first { $0.identifier == identifier }
  }
}
