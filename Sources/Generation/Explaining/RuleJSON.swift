public import Diagnostics
internal import MySQL
internal import SchemaLanguage

extension RuleCatalog.Entry {
  /// All that is known of the rule, for programs. What a rule does not have is left out.
  public var json: JSONValue {
    let name = identifier.rawValue
    let server = ServerRules.rule(name)
    let earlier = EarlierFinding.all.first { $0.identifier == name }
    return [
      "identifier": .string(name),
      "severity": .string(description.severity.rawValue),
      "sentence": .string(description.sentence),
      "explanation": .string(description.explanation),
      "example": description.example.map(JSONValue.string),
      "mend": description.mend.map(JSONValue.string),
      "targets": server.map { rule in
        .array(Target.allCases.filter(rule.targets.contains).map { .string($0.rawValue) })
      },
      "mysql": (server?.mysql ?? earlier?.mysql)?.json,
      "mariadb": (server?.mariadb ?? earlier?.mariadb)?.json,
    ]
  }
}

extension ServerRule.Answer {
  /// What a server does, with the numbers of its errors.
  fileprivate var json: JSONValue {
    switch self {
    case .refuses(let numbers): ["does": "refuses", "errors": .array(numbers.map(JSONValue.number))]
    case .changesSilently: ["does": "changes silently", "errors": []]
    case .accepts: ["does": "accepts", "errors": []]
    }
  }
}
