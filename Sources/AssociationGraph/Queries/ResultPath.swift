/// The names of the associations that lead to a table, as a query's result spells them.
struct ResultPath {
  /// With dots between them: the table's alias. Empty for `from`.
  private(set) var alias = ""
  /// In lowerCamelCase: what the properties of its columns begin with.
  private var propertyPrefix = ""

  /// The path that goes on over `name`.
  func appending(_ name: String) -> ResultPath {
    var path = ResultPath()
    path.alias = alias.isEmpty ? name : "\(alias).\(name)"
    path.propertyPrefix = Words(of: name).lowerCamelCase(behind: propertyPrefix)
    return path
  }

  /// The name that a column has in the result.
  func name(of column: Column) -> String {
    alias.isEmpty ? column.name : ShortenedName.fittingResult("\(alias).\(column.name)")
  }

  /// The property that holds a column in `Row`; `ending` gives that of a name.
  func propertyName(of column: Column, _ ending: (String) -> String) -> String {
    alias.isEmpty ? column.swiftName : Words.lowerCamelCase(ending(column.swiftName), behind: propertyPrefix)
  }
}
