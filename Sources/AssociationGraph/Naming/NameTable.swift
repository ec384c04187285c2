/// Numbers by names.
///
/// A schema has many tables of few names each: a list that is searched from its beginning takes half the memory of a
/// dictionary, and no more time. A table that grows becomes a dictionary.
struct NameTable {
  /// So many names are searched one after the other.
  private static let longestList = 24

  private var list: [(name: String, number: Int)] = []
  private var dictionary: [String: Int] = [:]

  /// The number of `name`, if it has one.
  subscript(name: String) -> Int? {
    dictionary.isEmpty ? list.firstIndex { $0.name == name }.map { list[$0].number } : dictionary[name]
  }

  /// Gives `name` a number unless it has one; tells whether it had none.
  mutating func insert(_ name: String, _ number: Int) -> Bool {
    guard self[name] == nil else { return false }
    add(name, number)
    return true
  }

  /// Gives `name` a number, in place of the one that it has.
  mutating func set(_ name: String, to number: Int) {
    if dictionary.isEmpty, let place = list.firstIndex(where: { $0.name == name }) {
      list[place].number = number
    } else {
      add(name, number)
    }
  }

  private mutating func add(_ name: String, _ number: Int) {
    if dictionary.isEmpty, list.count < Self.longestList {
      list.append((name, number))
      return
    }
    if dictionary.isEmpty {
      dictionary.reserveCapacity(2 * Self.longestList)
      for entry in list { dictionary[entry.name] = entry.number }
      list = []
    }
    dictionary[name] = number
  }
}
