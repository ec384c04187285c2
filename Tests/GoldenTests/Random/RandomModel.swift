/// A column of a random schema.
struct RandomColumn {
  var name: String
  var type: RandomType
  /// The type as the schema has it, where it is not the usual one.
  var declaration: String
  var isNullable = false
  var isUnique = false
  /// Values that conditions ask for; none where no condition does.
  var values: [Cell]

  init(_ name: String, _ type: RandomType, declaration: String? = nil, isNullable: Bool = false, values: [Cell]? = nil)
  {
    self.name = name
    self.type = type
    self.declaration = declaration ?? type.declaration
    self.isNullable = isNullable
    self.values = values ?? type.values
  }

  /// Whether values that are alike are the same text, so that it does not matter which of them stands for all.
  var isPlain: Bool {
    type != .text
      || !values.isEmpty
        && values.allSatisfy { if case .text(let text) = $0 { text.spelling == text.folded } else { true } }
  }

  /// The column as an entry of `columns`.
  var text: String {
    let type = "\"\(declaration)\(isNullable ? "?" : "")\""
    return "\(name): \(isUnique ? "{ type: \(type), unique: true }" : type)"
  }
}

/// A model of a random schema, with its rows.
struct RandomModel {
  var name: String
  var key: [String]
  /// The columns in the order of the table.
  var columns: [RandomColumn]
  var isSoftDeleted = false
  /// Whether it is a junction model, whose key is made of its associations.
  var isJunction = false
  var rows: [Record] = []

  /// The columns with the one that tells of deletion behind them.
  var allColumns: [RandomColumn] {
    columns + (isSoftDeleted ? [RandomColumn("deletedAt", .datetime, isNullable: true)] : [])
  }

  /// The column of a name; each that is asked for is there.
  func column(_ name: String) -> RandomColumn {
    allColumns.first { $0.name == name } ?? RandomColumn(name, .integer)
  }
}
