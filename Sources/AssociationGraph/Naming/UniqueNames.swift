/// Gives out names, each once.
struct UniqueNames {
  /// Names that are never given out; shared by all copies of this value.
  private let reserved: Set<String>
  private var taken: Set<String> = []
  private var nextNumbers: [String: Int] = [:]

  /// Names of which none of `reserved` is given out.
  init(reserved: Set<String> = []) { self.reserved = reserved }

  /// Whether `name` is reserved or was given out.
  func isTaken(_ name: String) -> Bool { reserved.contains(name) || taken.contains(name) }

  /// `name`; if it is taken, with the lowest free number from 2 behind it.
  mutating func take(_ name: String) -> String {
    if !isTaken(name) {
      taken.insert(name)
      return name
    }
    var number = nextNumbers[name] ?? 2
    while isTaken("\(name)\(number)") { number += 1 }
    nextNumbers[name] = number + 1
    taken.insert("\(name)\(number)")
    return "\(name)\(number)"
  }
}
