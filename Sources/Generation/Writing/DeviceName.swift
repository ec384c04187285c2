/// The names that are devices on Windows in every folder, with any extension, in any case ("Naming Files, Paths, and
/// Namespaces", Microsoft): a file or folder of such a name cannot be checked out there.
enum DeviceName {
  private static let names: Set<String> = ["con", "prn", "aux", "nul"]
  private static let ports: Set<String> = ["com", "lpt"]

  /// Whether a file or folder of this name would be a device.
  static func isDevice(_ name: some StringProtocol) -> Bool {
    // Nearly all names are longer; ¹ and its like have two bytes.
    guard let end = name.utf8.prefix(6).firstIndex(of: UInt8(ascii: ".")) ?? (name.utf8.count < 6 ? name.endIndex : nil)
    else { return false }
    let stem = name[..<end]
    switch stem.unicodeScalars.count {
    case 3: return names.contains(stem.lowercased())
    case 4:
      let isNumber = stem.unicodeScalars.last.map { "123456789¹²³".unicodeScalars.contains($0) } == true
      return isNumber && ports.contains(stem.dropLast().lowercased())
    default: return false
    }
  }
}
