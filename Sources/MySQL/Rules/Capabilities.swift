internal import SchemaLanguage

/// What a target's server can and how much of it: the differences between targets as data.
struct Capabilities {
  let target: Target
  /// Parts of one key.
  let keyParts: Int
  /// Digits of a DECIMAL behind the point.
  let decimalScale: Int
  /// Bytes of a VARCHAR or VARBINARY.
  let varcharBytes: Int
  /// Names that need backticks.
  let reservedWords: ReservedWords

  init(of target: Target) {
    self.target = target
    keyParts = target.isMariaDB ? 32 : 16
    decimalScale = target.isMariaDB ? 38 : 30
    varcharBytes = target.isMariaDB ? 65_532 : 65_535
    reservedWords = ReservedWords(of: target)
  }

  /// The storage engines that come with the server and are switched on.
  var engines: [String] {
    target.isMariaDB
      ? ["InnoDB", "MyISAM", "MEMORY", "CSV", "MRG_MyISAM", "Aria"]
      : ["InnoDB", "MyISAM", "MEMORY", "CSV", "MRG_MyISAM", "ARCHIVE", "BLACKHOLE"]
  }

  /// Whether a server of the target may have `engine` by a plugin or a setting.
  func mayHave(engine: String) -> Bool {
    let plugins: Set<String> =
      target.isMariaDB
      ? [
        "archive", "blackhole", "columnstore", "connect", "federated", "federatedx", "mroonga", "oqgraph", "rocksdb",
        "s3", "sequence", "sphinxse", "spider", "tokudb",
      ]
      : ["federated", "ndb", "ndbcluster", "rocksdb", "tokudb"]
    return plugins.contains(engine.lowercased())
  }
}

/// A thing that only some of the targets have.
enum Feature: CaseIterable {
  case expressionIndex, vector, unenforcedCheck, ngramParser

  /// The targets that have it.
  var targets: [Target] {
    switch self {
    case .expressionIndex, .unenforcedCheck, .ngramParser: [.mysql80, .mysql84, .mysql9]
    case .vector: [.mysql9]
    }
  }

  /// The targets that lack it.
  var lackingTargets: [Target] { Target.allCases.filter { !targets.contains($0) } }

  /// A sentence that says who has it.
  var availability: String { Target.availability(on: targets) }
}
