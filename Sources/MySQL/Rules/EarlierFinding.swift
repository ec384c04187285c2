internal import AssociationGraph
internal import Diagnostics

/// What a server would refuse and the resolver finds already, since a graph without it would have no meaning: the numbers
/// beside the identifiers of those diagnostics.
public struct EarlierFinding: Sendable {
  /// The identifier of the diagnostic.
  public let identifier: String
  /// The rule of that diagnostic, in one sentence without a full stop.
  public let sentence: String
  /// MySQL's answer.
  public let mysql: ServerRule.Answer
  /// MariaDB's answer.
  public let mariadb: ServerRule.Answer

  private init(_ rule: some DiagnosticRule, mysql: ServerRule.Answer, mariadb: ServerRule.Answer) {
    identifier = rule.rawValue
    sentence = rule.description.sentence
    self.mysql = mysql
    self.mariadb = mariadb
  }

  /// All of them, in the order of the reference page.
  public static let all: [EarlierFinding] = [
    EarlierFinding(
      GraphRule.nameCollision, mysql: .refuses([1050, 1060, 1061, 1826, 3822]),
      mariadb: .refuses([1005, 1050, 1060, 1061])),
    EarlierFinding(GraphRule.referencedKeyNotUnique, mysql: .refuses([6125]), mariadb: .accepts),
    EarlierFinding(GraphRule.setNullOnRequired, mysql: .refuses([1830]), mariadb: .refuses([1005])),
    EarlierFinding(GraphRule.primaryKey, mysql: .refuses([1068, 1171]), mariadb: .refuses([1068, 1171])),
    EarlierFinding(GraphRule.attributeForType, mysql: .refuses([1063, 1294]), mariadb: .refuses([1063, 1294])),
    EarlierFinding(GraphRule.unknownCharset, mysql: .refuses([1115]), mariadb: .refuses([1115])),
    EarlierFinding(GraphRule.unknownCollation, mysql: .refuses([1253, 1273]), mariadb: .refuses([1253, 1273])),
    EarlierFinding(
      GraphRule.partitionValue, mysql: .refuses([1064, 1566, 1654, 1697]), mariadb: .refuses([1064, 1566, 1654, 1697])),
    EarlierFinding(SeedRule.noPartition, mysql: .refuses([1526]), mariadb: .refuses([1526])),
    EarlierFinding(ValueRule.date, mysql: .refuses([1067]), mariadb: .refuses([1067])),
    EarlierFinding(ValueRule.range, mysql: .refuses([1067, 1264]), mariadb: .refuses([1067, 1264])),
    EarlierFinding(ValueRule.member, mysql: .refuses([1067, 1265]), mariadb: .refuses([1067, 1265])),
    EarlierFinding(ValueRule.null, mysql: .refuses([1048, 1067]), mariadb: .refuses([1048, 1067])),
    EarlierFinding(ValueRule.type, mysql: .refuses([1264, 1366]), mariadb: .refuses([1264, 1366])),
    EarlierFinding(ValueRule.length, mysql: .refuses([1406]), mariadb: .refuses([1406])),
    EarlierFinding(ValueRule.charset, mysql: .refuses([1366]), mariadb: .refuses([1366])),
    EarlierFinding(ValueRule.precision, mysql: .changesSilently, mariadb: .changesSilently),
    EarlierFinding(SeedRule.unknownField, mysql: .refuses([1054]), mariadb: .refuses([1054])),
    EarlierFinding(SeedRule.missingValue, mysql: .refuses([1364]), mariadb: .refuses([1364])),
    EarlierFinding(SeedRule.generatedColumn, mysql: .refuses([3105]), mariadb: .refuses([1906])),
    EarlierFinding(SeedRule.duplicateKey, mysql: .refuses([1062]), mariadb: .refuses([1062])),
    EarlierFinding(SeedRule.noParent, mysql: .refuses([1452]), mariadb: .refuses([1452])),
    EarlierFinding(SeedRule.check, mysql: .refuses([3819]), mariadb: .refuses([4025])),
  ]
}
