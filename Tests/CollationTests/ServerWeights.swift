import TestSupport

/// The weights that a server gives to characters under a collation.
struct ServerWeights {
  /// The weights of each character of the collation's character set, by its code.
  private(set) var weights: [UInt32: [Weight]] = [:]

  /// A unit of weight; those of the Unicode Collation Algorithm have four hexadecimal digits, or eight where they are
  /// computed from the code.
  typealias Weight = Substring

  private let width: Int
  private let collation: String

  /// Reads the weights of all characters under `collation` of `charset`, a word of whose weights has `width`
  /// hexadecimal digits.
  init(of collation: String, charset: String, width: Int, planes: Int = 17, on database: TestDatabase) throws {
    self.width = width
    self.collation = collation
    try Self.makeNumbers(on: database)
    _ = try database.query("SET group_concat_max_len = 1000000")
    for high in 0..<planes * 256 where !(0xD8...0xDF).contains(high) {
      // In statements of one block each, so that no server needs a table for it.
      let rows = try database.query(
        """
        SELECT GROUP_CONCAT(
          IF(CONVERT(CONVERT(c USING \(charset)) USING utf32) = c,
            HEX(WEIGHT_STRING(CONVERT(c USING \(charset)) COLLATE \(collation))), 'x') ORDER BY n)
        FROM (SELECT n, CONVERT(UNHEX(LPAD(HEX(\(high * 256) + n), 8, '0')) USING utf32) AS c
          FROM numbers WHERE n < 256) AS code
        """)
      let list = rows.first?.values.first?.text ?? ""
      for (low, text) in list.split(separator: ",", omittingEmptySubsequences: false).enumerated() where text != "x" {
        weights[UInt32(high * 256 + low)] = split(text)
      }
    }
  }

  /// The characters that the server compares as one: those whose weights differ from
  /// those of its parts in a row. It looks at pairs of one script, that is of neighbouring blocks of 128 codes, and at those
  /// with a general accent.
  func contractions(on database: TestDatabase) throws -> [(scalars: [UInt32], weights: [Weight])] {
    _ = try database.query(
      """
      CREATE TABLE scripts (n INT PRIMARY KEY, block INT, c VARCHAR(1) CHARACTER SET utf8mb4 COLLATE \(collation),
        weight VARBINARY(64), KEY (block))
      SELECT n, n DIV 128 AS block, c, WEIGHT_STRING(c) AS weight FROM (
        SELECT high.n * 256 + low.n AS n,
          CONVERT(CONVERT(UNHEX(LPAD(HEX(high.n * 256 + low.n), 8, '0')) USING utf32) USING utf8mb4) COLLATE \(collation) AS c
        FROM numbers AS high JOIN numbers AS low ON low.n < 256
        WHERE high.n < 0x34 OR high.n BETWEEN 0xA4 AND 0xAB OR high.n BETWEEN 0xF9 AND 0xFF OR high.n BETWEEN 0x100 AND 0x11F
          OR high.n BETWEEN 0x168 AND 0x16F OR high.n BETWEEN 0x1B0 AND 0x1B2 OR high.n BETWEEN 0x1D0 AND 0x1F2) AS code
      """)
    var found: [(scalars: [UInt32], weights: [Weight])] = []
    for partner in ["second.block BETWEEN first.block - 1 AND first.block + 1", "second.n BETWEEN 0x300 AND 0x3FF"] {
      found += try read(
        """
        SELECT first.n, second.n, HEX(WEIGHT_STRING(CONCAT(first.c, second.c)))
        FROM scripts AS first JOIN scripts AS second ON \(partner)
        WHERE WEIGHT_STRING(CONCAT(first.c, second.c)) <> CONCAT(first.weight, second.weight)
        """, on: database)
    }
    var seen = Set<[UInt32]>()
    found = found.filter { seen.insert($0.scalars).inserted }
    let pairs = found.map { "(\($0.scalars[0]), \($0.scalars[1]))" }
    _ = try database.query("CREATE TABLE pairs (first INT, second INT)")
    if !pairs.isEmpty { _ = try database.query("INSERT INTO pairs VALUES " + pairs.joined(separator: ",")) }
    found += try read(
      """
      SELECT first.n, second.n, third.n, HEX(WEIGHT_STRING(CONCAT(first.c, second.c, third.c)))
      FROM pairs JOIN scripts AS first ON first.n = pairs.first JOIN scripts AS second ON second.n = pairs.second
        JOIN scripts AS third ON third.block BETWEEN first.block - 1 AND first.block + 1
      WHERE WEIGHT_STRING(CONCAT(first.c, second.c, third.c))
        NOT IN (CONCAT(WEIGHT_STRING(CONCAT(first.c, second.c)), third.weight),
          CONCAT(first.weight, WEIGHT_STRING(CONCAT(second.c, third.c))))
      """, on: database)
    return found
  }

  private func read(_ query: String, on database: TestDatabase) throws -> [(scalars: [UInt32], weights: [Weight])] {
    try database.query(query).map { row in
      (row.values.dropLast().compactMap { $0.text.flatMap(UInt32.init) }, split(Substring(row.values.last?.text ?? "")))
    }
  }

  private func split(_ text: Substring) -> [Weight] {
    var weights: [Weight] = []
    var rest = text
    while !rest.isEmpty {
      let isComputed = width == 4 && rest.hasPrefix("FB") && rest.utf8.count >= 8
      let weight = rest.prefix(isComputed ? 8 : width)
      weights.append(weight)
      rest = rest.dropFirst(weight.count)
    }
    return weights
  }

  private static func makeNumbers(on database: TestDatabase) throws {
    guard try !database.tables().contains("numbers") else { return }
    let numbers = (0..<0x1100).map { "(\($0))" }.joined(separator: ",")
    _ = try database.query("CREATE TABLE numbers (n INT PRIMARY KEY)")
    _ = try database.query("INSERT INTO numbers VALUES " + numbers)
  }
}
