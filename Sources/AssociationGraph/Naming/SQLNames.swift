internal import SchemaLanguage

/// The names that Joinery makes for tables, for the columns of foreign keys and for associations without a name.
///
/// They know no initialisms: letters stay as they were written, and a key is `studentId`, not `studentID`. None is
/// shortened; see ``ShortenedName``.
enum SQLNames {
  /// The name of a model's table.
  static func tableName(forModel model: String, style: NamingDeclaration.TableStyle) -> String {
    switch style {
    case .snakePlural: snakeCase(Inflection.plural(of: model))
    case .snakeSingular: snakeCase(Inflection.singular(of: model))
    case .modelPlural: Inflection.plural(of: model)
    case .model: model
    }
  }

  /// The name of the column that refers to `targetKey` through an association: `grade` + `id` → `gradeId`, or
  /// `grade_id`.
  ///
  /// In camel style the association keeps its first letter, and `_`, `-` and spaces are taken out everywhere, the
  /// letters behind them raised: `student` + `student_id` → `studentStudentId`, `home_address` + `id` →
  /// `homeAddressId`. This is Sequelize's rule.
  static func keyName(association: String, targetKey: String, style: NamingDeclaration.KeyStyle) -> String {
    switch style {
    case .camel: camelCase(association + "_" + targetKey)
    case .snake: snakeCase(association) + "_" + snakeCase(targetKey)
    }
  }

  /// The name of the column that refers to `key` of the model that declares a hasOne, hasMany or belongsToMany:
  /// `OrderItem` + `id` → `orderItemId`, or `order_item_id`.
  static func sourceModelKeyName(model: String, key: String, style: NamingDeclaration.KeyStyle) -> String {
    keyName(association: lowerCamelCase(model), targetKey: key, style: style)
  }

  /// The association's name in the singular, which names the other key of a belongsToMany to the model itself:
  /// `followers` → `follower`.
  static func singular(ofAssociation association: String) -> String {
    Inflection.singular(of: association)
  }

  /// The name of an association that was declared by its model alone: `OrderItem` → `orderItem`, to many `orderItems`.
  static func associationName(forModel model: String, toMany: Bool) -> String {
    let name = lowerCamelCase(model)
    return toMany ? Inflection.plural(of: name) : name
  }

  /// `name` in snake_case; as it is if it has no words.
  static func snakeCase(_ name: String) -> String {
    let words = Words(of: name)
    return words.words.isEmpty ? name : words.snakeCase
  }

  /// `name` in lowerCamelCase with its letters kept; as it is if it has no words.
  private static func lowerCamelCase(_ name: String) -> String {
    let words = Words(of: name)
    return words.words.isEmpty ? name : words.lowerCamelCaseKeepingLetters
  }

  /// `name` without `_`, `-` and spaces, each letter behind them raised.
  private static func camelCase(_ name: String) -> String {
    name.unicodeScalars
      .split { $0 == "_" || $0 == "-" || $0.properties.isWhitespace }
      .enumerated()
      .reduce(into: "") { result, part in
        let text = Substring(part.element)
        result += part.offset == 0 ? String(text) : LetterCase.raised(text)
      }
  }
}
