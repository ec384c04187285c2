import AssociationGraph
import Diagnostics
import MySQL
import SchemaLanguage
import TestSupport
import Testing

@Suite("A rule of the servers")
struct ServerRuleTests {
  @Test("has a live test, or as a lint a positive and a negative one")
  func hasTest() {
    let errors = ServerRules.all.filter { $0.severity == .error }.map(\.identifier)
    let lints = ServerRules.all.filter { $0.severity == .warning }.map(\.identifier)
    #expect(Set(LiveCase.all.map(\.rule)) == Set(errors))
    #expect(Set(LiveCase.lints.map(\.rule)) == Set(lints))
    #expect(Set(ServerRules.all.map(\.identifier)).count == ServerRules.all.count)
  }

  @Test("has a target", arguments: ServerRules.all.map(\.identifier))
  func hasTarget(identifier: String) throws {
    #expect(try !#require(ServerRules.rule(identifier)).targets.isEmpty)
  }

  @Test("is found at its place, and no other is", arguments: LiveCase.all + LiveCase.lints)
  func isFound(live: LiveCase) throws {
    let rule = try #require(ServerRules.rule(live.rule))
    var targets = rule.targets.sorted { $0.rawValue < $1.rawValue }
    // Of this rule each target breaks one half.
    if live.rule == "MY-COLLATION" { targets = targets.filter { $0.isMariaDB == (live.place == "swedish") } }
    for target in targets {
      #expect(
        RuleSchema(models: live.models, target: target, rule: live.rule).said == live.expected, "\(target.rawValue)")
    }
  }

  @Test("is kept by the mend of its example", arguments: ServerRules.all.map(\.identifier))
  func isMended(identifier: String) throws {
    let rule = try #require(ServerRules.rule(identifier))
    if rule.mend.contains("…") { return }
    for target in rule.targets {
      #expect(RuleSchema(models: rule.mend, target: target).said == [], "\(target.rawValue)")
    }
  }

  @Test("can be switched off by its identifier", arguments: LiveCase.all)
  func isSwitchedOff(live: LiveCase) throws {
    let rule = try #require(ServerRules.rule(live.rule))
    for target in rule.targets where live.rule != "MY-COLLATION" {
      let schema = RuleSchema(models: live.models, target: target, rule: live.rule, without: [live.rule])
      #expect(schema.graph != nil)
      #expect(schema.findings == [], "\(target.rawValue)")
    }
  }

  @Test("is missed by a case for each target once it is switched off", arguments: ServerRules.all.map(\.identifier))
  func isGuarded(identifier: String) throws {
    let cases = (LiveCase.all + LiveCase.lints).filter { $0.rule == identifier }
    for target in try #require(ServerRules.rule(identifier)).targets {
      let isMissed = cases.contains { live in
        func said(without rules: Set<String>) -> [String] {
          RuleSchema(models: live.models, target: target, rule: identifier, without: rules).said
        }
        return said(without: []) == live.expected && said(without: [identifier]) != live.expected
      }
      #expect(isMissed, "\(target.rawValue)")
    }
  }

  @Test("is enforced by MySQL", .needs(.mysql), arguments: LiveCase.all + LiveCase.lints)
  func isEnforcedByMySQL(live: LiveCase) throws { try expectAnswer(live, .mysql9, on: .mysql) }

  @Test("is enforced by MariaDB", .needs(.mariadb), arguments: LiveCase.all + LiveCase.lints)
  func isEnforcedByMariaDB(live: LiveCase) throws { try expectAnswer(live, .mariadb1011, on: .mariadb) }

  /// Sends the SQL of a schema that breaks a rule to a server, which answers as the rule's row says.
  private func expectAnswer(_ live: LiveCase, _ target: Target, on server: TestServer) throws {
    let rule = try #require(ServerRules.rule(live.rule))
    guard rule.targets.contains(target), TestRun.isLong || !live.isSlow else { return }
    let answer = target.isMariaDB ? rule.mariadb : rule.mysql
    let sql = RuleSchema(models: live.models, target: target).sql
    try server.withDatabase { database in
      do {
        try database.run(sql)
      } catch let error as ServerError {
        guard case .refuses(let numbers) = answer else {
          Issue.record("\(error)")
          return
        }
        #expect(numbers.contains(error.number), "\(error)")
        return
      }
      switch answer {
      case .refuses(let numbers): Issue.record("\(server) takes it, and \(numbers) was expected:\n\(sql)")
      case .accepts: return
      case .changesSilently:
        let change = try #require(SilentChange.all[live.rule])
        let answer = target.isMariaDB ? change.mariadbAnswer ?? change.answer : change.answer
        #expect(try database.query(change.question).map(\.values) == [answer])
      }
    }
  }

  @Test("says nothing of what just fits", arguments: LiveCase.fitting.map(\.name))
  func passesWhatFits(name: String) throws {
    let fitting = try #require(LiveCase.fitting.first { $0.name == name })
    for (target, server) in [(Target.mysql9, TestServer.mysql), (.mariadb1011, .mariadb)] {
      let schema = RuleSchema(models: fitting.models, target: target)
      #expect(schema.said == [], "\(target.rawValue)")
      guard !server.isSkipped else { continue }
      try server.withDatabase { try $0.run(schema.sql) }
    }
  }
}
