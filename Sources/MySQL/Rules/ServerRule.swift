internal import AssociationGraph
public import Diagnostics
public import SchemaLanguage

/// One rule of the servers: what it says, where it holds, what a server answers that meets a breach, and how Joinery
/// finds one without a server.
///
/// The numbers are those of MySQL 9.7 and MariaDB 10.11 (MySQL Error Message Reference; MariaDB Error Codes).
public struct ServerRule: Sendable {
  /// What a server does with a table that breaks the rule.
  public enum Answer: Hashable, Sendable {
    /// It refuses the table with one of these error numbers.
    case refuses([Int])
    /// It takes the table and makes something else of it, at most with a warning.
    case changesSilently
    /// It takes the table as it is.
    case accepts
  }

  /// The name in brackets behind a diagnostic: `MY-ROW-SIZE`.
  public let identifier: String
  /// An error, or a warning: a lint, about a table that every server takes.
  public let severity: Diagnostic.Severity
  /// The rule in one sentence, without a full stop.
  public let sentence: String
  /// Why it is so, and what to do; whole sentences.
  public let explanation: String
  /// Entries of `models` that break the rule.
  public let example: String
  /// The same entries, mended.
  public let mend: String
  /// The targets for which the rule holds.
  public let targets: [Target]
  /// What MySQL does.
  public let mysql: Answer
  /// What MariaDB does.
  public let mariadb: Answer
  let check: RuleCheck

  /// An error: a rule that a server enforces.
  ///
  /// Without `targets` it holds for those of the servers that do not accept a breach.
  init(
    _ identifier: String, _ sentence: String, explanation: String, example: String, mend: String, mysql: Answer,
    mariadb: Answer, targets: [Target]? = nil, check: RuleCheck
  ) {
    self.init(
      identifier, .error, sentence, explanation: explanation, example: example, mend: mend, mysql: mysql,
      mariadb: mariadb, targets: targets ?? Self.targets(mysql, mariadb), check: check)
  }

  /// A lint: a warning about what every server takes, unless an answer says otherwise.
  static func lint(
    _ identifier: String, _ sentence: String, explanation: String, example: String, mend: String,
    mysql: Answer = .accepts, mariadb: Answer = .accepts, targets: [Target] = Target.allCases, check: RuleCheck
  ) -> ServerRule {
    ServerRule(
      identifier, .warning, sentence, explanation: explanation, example: example, mend: mend, mysql: mysql,
      mariadb: mariadb, targets: targets, check: check)
  }

  private init(
    _ identifier: String, _ severity: Diagnostic.Severity, _ sentence: String, explanation: String, example: String,
    mend: String, mysql: Answer, mariadb: Answer, targets: [Target], check: RuleCheck
  ) {
    self.identifier = identifier
    self.severity = severity
    self.sentence = sentence
    self.explanation = explanation
    self.example = example
    self.mend = mend
    self.targets = targets
    self.mysql = mysql
    self.mariadb = mariadb
    self.check = check
  }

  private static func targets(_ mysql: Answer, _ mariadb: Answer) -> [Target] {
    Target.allCases.filter { ($0.isMariaDB ? mariadb : mysql) != .accepts }
  }
}

/// How a rule is checked: a function over the smallest part of the graph that it looks at.
enum RuleCheck: Sendable {
  /// Once for the whole graph.
  case graph(@Sendable (AssociationGraph, inout Findings) -> Void)
  /// Once for each table.
  case table(@Sendable (CheckedTable, inout Findings) -> Void)
  /// Once for each column.
  case column(@Sendable (Column, CheckedTable, inout Findings) -> Void)
  /// Once for each key: the primary key, the indexes, and those that the server makes for foreign keys.
  case key(@Sendable (Key, CheckedTable, inout Findings) -> Void)
  /// Once for each FOREIGN KEY.
  case foreignKey(@Sendable (Edge, CheckedTable, inout Findings) -> Void)
  /// Once for each expression: of a check, a generated column, a default or an index.
  case expression(@Sendable (Expression, CheckedTable, inout Findings) -> Void)
}
