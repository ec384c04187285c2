import Foundation

/// A database server that tests run their SQL on: one for the whole test process, started when the first test asks.
///
/// It is started by `Scripts/start-test-mysql` or `Scripts/start-test-mariadb` on a socket in a new folder below
/// `/tmp`, and ends with the test process, however that ends. Three variables of the environment change that:
///
/// - `JOINERY_TEST_MYSQL` and `JOINERY_TEST_MARIADB` name a running server to use instead; see
///   ``ServerAddress/init(_:)`` for how.
/// - `JOINERY_SKIP_SERVERS` lists servers that this machine does without, with `,` between them: `mysql,mariadb`. Tests
///   that ask for one by the trait ``Testing/Trait/needs(_:)`` are skipped.
///
/// A server that is neither skipped nor can be started makes every test that uses it fail.
public final class TestServer: @unchecked Sendable {
  /// MySQL, of the version that `Scripts/install-test-requirements` fetches.
  public static let mysql = TestServer(name: "mysql", title: "MySQL")
  /// MariaDB, of the version that the system's packages have.
  public static let mariadb = TestServer(name: "mariadb", title: "MariaDB")
  /// Both servers.
  public static let all = [mysql, mariadb]
  /// The servers that are not skipped: the arguments of a test that is the same on each.
  public static let notSkipped = all.filter { !$0.isSkipped }

  /// The name in scripts and in `JOINERY_SKIP_SERVERS`: `mysql` or `mariadb`.
  public let name: String
  /// The name as people write it: `MySQL` or `MariaDB`.
  public let title: String

  /// Guards ``access`` and ``idle``.
  private let lock = NSLock()
  /// The server's address, or why there is none; `nil` until the first test asks.
  private var access: Result<ServerAddress, TestServerFailure>?
  /// Sessions that no database uses now.
  private var idle: [ServerConnection] = []

  init(name: String, title: String) {
    self.name = name
    self.title = title
  }

  /// Whether `JOINERY_SKIP_SERVERS` names this server.
  public var isSkipped: Bool {
    isSkipped(by: ProcessInfo.processInfo.environment["JOINERY_SKIP_SERVERS"] ?? "")
  }

  /// Whether `list`, a value of `JOINERY_SKIP_SERVERS`, names this server.
  func isSkipped(by list: String) -> Bool {
    list.split(separator: ",").contains { $0.trimmingCharacters(in: .whitespaces) == name }
  }

  /// The server's address. Starts the server if this is the first call; other callers wait.
  ///
  /// - Throws: ``TestServerFailure``, the same at every call, where the server cannot be started.
  public func address() throws -> ServerAddress {
    try lock.withLock {
      if let access { return try access.get() }
      let found = Result { () throws(TestServerFailure) in try findAddress() }
      access = found
      return try found.get()
    }
  }

  /// Lines for a shell script whose last one begins a call of the `mariadb` client on this server; arguments may follow.
  ///
  /// - Throws: As ``address()``.
  public func clientCall() throws -> String {
    let address = try address()
    func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
    let arguments = CommandLineClient(address: address).arguments.map(quoted).joined(separator: " ")
    return "export MYSQL_PWD=\(quoted(address.password))\nexec mariadb \(arguments)"
  }

  private func findAddress() throws(TestServerFailure) -> ServerAddress {
    let variable = "JOINERY_TEST_\(name.uppercased())"
    if let given = ProcessInfo.processInfo.environment[variable], !given.isEmpty {
      guard let address = ServerAddress(given) else {
        throw TestServerFailure(
          "\(variable) is neither the absolute path of a socket nor like \(name)://user:password@host:3306")
      }
      // The client does what a new session may need and `ServerConnection` cannot; see its documentation.
      do {
        try CommandLineClient(address: address).run("DO 0", setup: "DO 0", database: nil)
      } catch {
        throw TestServerFailure("\(title) does not answer where \(variable) says: \(error)")
      }
      return address
    }
    return try start()
  }

  private func start() throws(TestServerFailure) -> ServerAddress {
    let repository = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let script = "Scripts/start-test-\(name)"
    let process = ProcessInfo.processInfo.processIdentifier
    let reason: String
    do {
      let completion = try Subprocess(
        repository.appending(path: script).path(percentEncoded: false),
        ["/tmp/joinery-\(name)-\(process)", String(process)]
      ).run()
      if completion.status == 0 {
        let socket = String(decoding: completion.output, as: UTF8.self).trimmingCharacters(in: .newlines)
        return ServerAddress(endpoint: .socket(path: socket), user: "root", password: "")
      }
      reason = String(decoding: completion.errors, as: UTF8.self).trimmingCharacters(in: .newlines)
    } catch {
      reason = "\(error)"
    }
    throw TestServerFailure(
      """
      \(script) could not start \(title): run Scripts/install-test-requirements, or set \
      JOINERY_TEST_\(name.uppercased()) to a running \(title), or JOINERY_SKIP_SERVERS=\(name) to do without.
      \(reason)
      """)
  }

  /// Runs `body` with a new, empty database, and drops that afterwards.
  ///
  /// The database has a random name, so that any number of tests, also of several processes, may work side by side.
  ///
  /// - Parameters:
  ///   - charset: The database's character set; `nil` for the server's default.
  ///   - collation: The database's collation; `nil` for the default of the character set.
  ///   - sqlMode: The `sql_mode` of all that is run there; `nil` for the server's default.
  ///   - timeZone: The `time_zone` of all that is run there, as an offset: `+02:00`; `nil` for the server's default.
  ///   - body: What to do with the database, which must not be used any more when it has returned.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws; ``TestServerFailure`` where there is no server; ``ServerError`` where the database
  ///   cannot be made.
  public func withDatabase<Value>(
    charset: String? = nil, collation: String? = nil, sqlMode: String? = nil, timeZone: String? = nil,
    _ body: (TestDatabase) throws -> Value
  ) throws -> Value {
    let address = try address()
    let connection = try lock.withLock { idle.popLast() } ?? ServerConnection(to: address)
    let name = "joinery_\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    var definition = "CREATE DATABASE `\(name)`"
    if let charset { definition += " CHARACTER SET \(charset)" }
    if let collation { definition += " COLLATE \(collation)" }
    var setup = "SET NAMES utf8mb4"
    if let sqlMode { setup += ", sql_mode = '\(sqlMode)'" }
    if let timeZone { setup += ", time_zone = '\(timeZone)'" }

    _ = try connection.query(definition)
    let outcome = Result {
      try connection.use(name)
      _ = try connection.query(setup)
      return try body(
        TestDatabase(
          name: name, server: self, connection: connection, client: CommandLineClient(address: address), setup: setup))
    }
    // A session that the body has broken is thrown away; its locks, transactions and settings go with a reset.
    let cleanup = Result {
      let sound = connection.isBroken ? try ServerConnection(to: address) : connection
      try sound.reset()
      _ = try sound.query("DROP DATABASE `\(name)`")
      lock.withLock { idle.append(sound) }
    }
    let value = try outcome.get()
    try cleanup.get()
    return value
  }

  /// Runs `body` for every item with a database of its own, as many side by side as there are processors.
  ///
  /// - Parameters:
  ///   - items: The items, each for one database.
  ///   - charset: See ``withDatabase(charset:collation:sqlMode:timeZone:_:)``, as for the next three.
  ///   - collation: See there.
  ///   - sqlMode: See there.
  ///   - timeZone: See there.
  ///   - body: What to do with an item and its database.
  /// - Returns: The values of `body` in the order of `items`.
  /// - Throws: The first error of a `body`; the items that have not begun then are left out.
  public func withDatabases<Item: Sendable, Value: Sendable>(
    for items: some Sequence<Item>, charset: String? = nil, collation: String? = nil, sqlMode: String? = nil,
    timeZone: String? = nil, _ body: @escaping @Sendable (Item, TestDatabase) throws -> Value
  ) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
      var values: [Int: Value] = [:]
      var running = 0
      for (index, item) in items.enumerated() {
        if running == ProcessInfo.processInfo.activeProcessorCount, let (index, value) = try await group.next() {
          values[index] = value
          running -= 1
        }
        running += 1
        group.addTask {
          let value = try self.withDatabase(
            charset: charset, collation: collation, sqlMode: sqlMode, timeZone: timeZone
          ) { try body(item, $0) }
          return (index, value)
        }
      }
      for try await (index, value) in group { values[index] = value }
      return values.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}

extension TestServer: Equatable {
  /// Whether both are the same server.
  public static func == (left: TestServer, right: TestServer) -> Bool { left === right }
}

extension TestServer: CustomStringConvertible {
  /// The ``title``.
  public var description: String { title }
}
