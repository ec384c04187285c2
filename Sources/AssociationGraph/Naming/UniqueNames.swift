/// Gives out names, each once.
struct UniqueNames {
  /// Names that are never given out; shared by all copies of this value.
  private let reserved: Set<String>
  /// The names that were given out, and those of which one with a number was; each with the lowest number that may be free.
  private var nextNumbers = NameTable()

  /// Names of which none of `reserved` is given out.
  init(reserved: Set<String> = []) { self.reserved = reserved }

  /// Whether `name` is reserved or was given out.
  func isTaken(_ name: String) -> Bool { nextNumbers[name] != nil || reserved.contains(name) }

  /// `name`; if it is taken, with the lowest free number from 2 behind it.
  mutating func take(_ name: String) -> String {
    if !reserved.contains(name), nextNumbers.insert(name, 2) { return name }
    var number = nextNumbers[name] ?? 2
    while isTaken("\(name)\(number)") { number += 1 }
    nextNumbers.set(name, to: number + 1)
    nextNumbers.set("\(name)\(number)", to: 2)
    return "\(name)\(number)"
  }
}
