/// Gives out names, each once.
struct UniqueNames {
  private var taken: Set<String> = []
  private var nextNumbers: [String: Int] = [:]

  /// Names of which none of `reserved` is given out.
  init(reserved: some Sequence<String> = []) { taken = Set(reserved) }

  /// `name`; if it is taken, with the lowest free number from 2 behind it.
  mutating func take(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var number = nextNumbers[name] ?? 2
    while !taken.insert("\(name)\(number)").inserted { number += 1 }
    nextNumbers[name] = number + 1
    return "\(name)\(number)"
  }
}
