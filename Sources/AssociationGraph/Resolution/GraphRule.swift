public import Diagnostics

/// What the graph demands of models, columns and associations.
public enum GraphRule: String, DiagnosticRule {
  /// A model is declared once.
  case duplicateModel = "GRAPH-DUPLICATE-MODEL"
  /// An enumeration is declared once.
  case duplicateEnum = "GRAPH-DUPLICATE-ENUM"
  /// A name of a model leads to a model.
  case unknownModel = "GRAPH-UNKNOWN-MODEL"
  /// A name of a column leads to a column.
  case unknownColumn = "GRAPH-UNKNOWN-COLUMN"
  /// A name of a type is one of the language's or of a declared enumeration.
  case unknownType = "GRAPH-UNKNOWN-TYPE"
  /// A type has the arguments and attributes that it can have.
  case typeArguments = "GRAPH-TYPE-ARGUMENTS"
  /// A character set is one of the server's.
  case unknownCharset = "GRAPH-UNKNOWN-CHARSET"
  /// A collation belongs to a character set of the server, and to the one named beside it.
  case unknownCollation = "GRAPH-UNKNOWN-COLLATION"
  /// An attribute of a column is one that the column's type can have.
  case attributeForType = "GRAPH-ATTRIBUTE-FOR-TYPE"
  /// A primary key is declared once, has no nullable column and needs no implicit `id` beside a column of that name.
  case primaryKey = "GRAPH-PRIMARY-KEY"
  /// An association's name is used once in its model.
  case duplicateAssociation = "GRAPH-DUPLICATE-ASSOCIATION"
  /// `inverse` names the association that leads back.
  case inverse = "GRAPH-INVERSE"
  /// A foreign key has as many columns as the key that it references.
  case keyWidth = "GRAPH-KEY-WIDTH"
  /// A foreign key references a model that has a key.
  case noReferencedKey = "GRAPH-NO-REFERENCED-KEY"
  /// A referenced key is a primary or unique key.
  case referencedKeyNotUnique = "GRAPH-REFERENCED-KEY-NOT-UNIQUE"
  /// What the ends of one key say of it agrees.
  case disagreement = "GRAPH-DISAGREEMENT"
  /// Options of a key's column stand where the column is declared.
  case declaredKeyOption = "GRAPH-DECLARED-KEY-OPTION"
  /// SET NULL needs a nullable key.
  case setNullOnRequired = "GRAPH-SET-NULL-ON-REQUIRED"
  /// A primary key does not depend on itself.
  case keyCircle = "GRAPH-KEY-CIRCLE"
  /// A pair that may come twice is not its table's primary key.
  case pairIsKey = "GRAPH-PAIR-IS-KEY"
  /// A chain goes over associations that exist, and not over itself.
  case chain = "GRAPH-CHAIN"
  /// A junction model's name is not a misspelling of another's.
  case junctionNearMiss = "GRAPH-JUNCTION-NEAR-MISS"
  /// Two ends between two models are one key, or say that they are two.
  case twoKeys = "GRAPH-TWO-KEYS"
  /// A `hasOne` has a unique key.
  case hasOneNotUnique = "GRAPH-HAS-ONE-NOT-UNIQUE"
  /// The models of a polymorphic association are several, and have keys that one column holds.
  case polymorphic = "GRAPH-POLYMORPHIC"
  /// A bound of a partition is a value of what the partitions depend on.
  case partitionValue = "GRAPH-PARTITION-VALUE"
  /// A name is used once where it must be unique: tables, columns, keys, checks, Swift names.
  case nameCollision = "GRAPH-NAME-COLLISION"
}
