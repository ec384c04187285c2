/// The CREATE TABLE statements of a `schema.sql`.
public struct CreateTableStatements {
  /// For each table, in order, its statement without the semicolon.
  public let texts: [(table: String, text: String)]

  /// Those of `file`. A statement ends with a semicolon at the end of a line.
  public init(_ file: String) {
    let pieces = (file.split(separator: "\nCREATE TABLE `") as [Substring]).dropFirst()
    texts = pieces.map { piece in
      let statement = String(piece.prefix(upTo: piece.firstRange(of: ";\n")?.lowerBound ?? piece.endIndex))
      let name = statement.prefix(upTo: statement.firstRange(of: "` (\n")?.lowerBound ?? statement.endIndex)
      return (String(name).replacing("``", with: "`"), "CREATE TABLE `" + statement)
    }
  }

  /// `statement` without the lines of the `constraints`.
  public static func leavingOut(constraints: [String], of statement: String) -> String {
    var lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeAll { line in constraints.contains { line.hasPrefix("  CONSTRAINT `\($0)` FOREIGN KEY ") } }
    // The last line of the columns and keys has no comma.
    if let end = lines.lastIndex(where: { $0.hasPrefix(")") }), end > 0, lines[end - 1].hasSuffix(",") {
      lines[end - 1].removeLast()
    }
    return lines.joined(separator: "\n")
  }
}
