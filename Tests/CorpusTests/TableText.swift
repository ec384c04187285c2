/// What SHOW CREATE TABLE prints of a table, without what depends on its history: the order in which its keys were made,
/// the next number of AUTO_INCREMENT, and whether a column's collation was named or taken over from the table.
struct TableText: Equatable, CustomStringConvertible {
  /// The table's name behind CREATE TABLE.
  let head: Substring
  /// The columns in order, then the keys and constraints in alphabetical order; without commas.
  let lines: [Substring]
  /// The options behind the closing parenthesis.
  let options: String

  /// Reads `statement`, without a semicolon.
  init(_ statement: String) {
    var lines = statement.split(separator: "\n") as [Substring]
    options = String(lines.popLast() ?? "").replacing(/\ AUTO_INCREMENT=[0-9]+/, with: "")
    head = lines.isEmpty ? "" : lines.removeFirst()
    let bare = lines.map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
    let collation = options.firstMatch(of: /\ COLLATE=([0-9a-z_]+)/)?.1 ?? ""
    let inherited = " COLLATE \(collation) "
    let charset = " CHARACTER SET \(collation.prefix { $0 != "_" })"
    let isColumn = { (line: Substring) in line.hasPrefix("  `") }
    let columns = bare.filter(isColumn).map { column in
      (column + " ").replacing(charset + inherited, with: " ").replacing(inherited, with: " ").dropLast()
    }
    self.lines = columns + bare.filter { !isColumn($0) }.sorted()
  }

  /// The text, a line for each part.
  var description: String { ([String(head)] + lines.map(String.init) + [options]).joined(separator: "\n") + "\n" }
}
