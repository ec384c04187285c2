internal import AssociationGraph
internal import Diagnostics

/// What a server would refuse and the resolver finds already, since a graph without it would have no meaning: the numbers
/// beside the identifiers of those diagnostics.
public struct EarlierFinding: Sendable {
  /// The identifier of the diagnostic.
  public let identifier: String
  /// What it keeps from the server, in one sentence without a full stop.
  public let sentence: String
  /// MySQL's answer.
  public let mysql: ServerRule.Answer
  /// MariaDB's answer.
  public let mariadb: ServerRule.Answer

  private init(
    _ identifier: DiagnosticIdentifier, _ sentence: String, mysql: ServerRule.Answer, mariadb: ServerRule.Answer
  ) {
    self.identifier = identifier.rawValue
    self.sentence = sentence
    self.mysql = mysql
    self.mariadb = mariadb
  }

  /// All of them, in the order of the reference page.
  public static let all: [EarlierFinding] = [
    EarlierFinding(
      GraphRule.nameCollision.identifier, "Tables, columns, indexes, foreign keys and checks have names of their own",
      mysql: .refuses([1050, 1060, 1061, 1826, 3822]), mariadb: .refuses([1005, 1050, 1060, 1061])),
    EarlierFinding(
      GraphRule.referencedKeyNotUnique.identifier, "A foreign key references a unique key",
      mysql: .refuses([6125]), mariadb: .accepts),
    EarlierFinding(
      GraphRule.setNullOnRequired.identifier, "ON DELETE SET NULL stands on a nullable column",
      mysql: .refuses([1830]), mariadb: .refuses([1005])),
    EarlierFinding(
      GraphRule.primaryKey.identifier, "A primary key is declared once and has no nullable column",
      mysql: .refuses([1068, 1171]), mariadb: .refuses([1068, 1171])),
    EarlierFinding(
      GraphRule.attributeForType.identifier, "AUTO_INCREMENT and ON UPDATE stand on columns of fitting types",
      mysql: .refuses([1063, 1294]), mariadb: .refuses([1063, 1294])),
    EarlierFinding(
      GraphRule.unknownCharset.identifier, "A character set is one of the server's",
      mysql: .refuses([1115]), mariadb: .refuses([1115])),
    EarlierFinding(
      GraphRule.unknownCollation.identifier, "A collation belongs to its character set",
      mysql: .refuses([1253, 1273]), mariadb: .refuses([1253, 1273])),
    EarlierFinding(
      GraphRule.partitionValue.identifier, "A bound of a partition is a value of what the partitions look at",
      mysql: .refuses([1064, 1566, 1654, 1697]), mariadb: .refuses([1064, 1566, 1654, 1697])),
    EarlierFinding(
      SeedRule.noPartition.identifier, "A partition of its table takes a row",
      mysql: .refuses([1526]), mariadb: .refuses([1526])),
    EarlierFinding(
      ValueRule.date.identifier, "A date exists: no zero date, no 30 February",
      mysql: .refuses([1067]), mariadb: .refuses([1067])),
    EarlierFinding(
      ValueRule.range.identifier, "A number or a moment lies within its column's range; a TIMESTAMP ends in 2038",
      mysql: .refuses([1067, 1264]), mariadb: .refuses([1067, 1264])),
    EarlierFinding(
      ValueRule.member.identifier, "A default of an ENUM or SET is one of its members",
      mysql: .refuses([1067, 1265]), mariadb: .refuses([1067, 1265])),
    EarlierFinding(
      ValueRule.null.identifier, "A column that is not nullable has no NULL, as a default or in a row",
      mysql: .refuses([1048, 1067]), mariadb: .refuses([1048, 1067])),
    EarlierFinding(
      ValueRule.type.identifier, "A value has the form of its column's type", mysql: .refuses([1264, 1366]),
      mariadb: .refuses([1264, 1366])),
    EarlierFinding(
      ValueRule.length.identifier, "A text or binary value is no longer than its column", mysql: .refuses([1406]),
      mariadb: .refuses([1406])),
    EarlierFinding(
      ValueRule.charset.identifier, "A text has only characters of its column's character set",
      mysql: .refuses([1366]), mariadb: .refuses([1366])),
    EarlierFinding(
      ValueRule.precision.identifier, "A value has no more digits behind the point than its column keeps",
      mysql: .changesSilently, mariadb: .changesSilently),
    EarlierFinding(
      SeedRule.unknownField.identifier, "A row gives columns that are there", mysql: .refuses([1054]),
      mariadb: .refuses([1054])),
    EarlierFinding(
      SeedRule.missingValue.identifier, "A row gives every column that the server does not fill",
      mysql: .refuses([1364]), mariadb: .refuses([1364])),
    EarlierFinding(
      SeedRule.generatedColumn.identifier, "A row gives no generated column", mysql: .refuses([3105]),
      mariadb: .refuses([1906])),
    EarlierFinding(
      SeedRule.duplicateKey.identifier,
      "Rows differ in every primary and unique key, under the collations of its columns", mysql: .refuses([1062]),
      mariadb: .refuses([1062])),
    EarlierFinding(
      SeedRule.noParent.identifier, "A foreign key of a row names a row that is there", mysql: .refuses([1452]),
      mariadb: .refuses([1452])),
    EarlierFinding(
      SeedRule.check.identifier, "A row satisfies the checks of its table", mysql: .refuses([3819]),
      mariadb: .refuses([4025])),
  ]
}
