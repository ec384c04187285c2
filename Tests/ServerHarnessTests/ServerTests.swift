import Foundation
import Testing

@testable import TestSupport

@Suite("A server of the tests")
struct ServerTests {
  @Test("is skipped by its name alone")
  func isSkippedByName() {
    let lists = ["", "mysql", "mariadb", "mysql,mariadb", " mariadb , mysql", "mysqld"]
    #expect(lists.map(TestServer.mysql.isSkipped(by:)) == [false, true, false, true, true, false])
    #expect(lists.map(TestServer.mariadb.isSkipped(by:)) == [false, false, true, true, true, false])
    #expect(TestServer.notSkipped == TestServer.all.filter { !$0.isSkipped })
  }

  @Test("that cannot be started fails the test, and says what to do")
  func saysWhyThereIsNone() {
    let server = TestServer(name: "nothing", title: "Nothing")
    let failure = #expect(throws: TestServerFailure.self) { try server.withDatabase { _ in } }
    #expect(
      failure?.description.split(separator: "\n").first == """
        Scripts/start-test-nothing could not start Nothing: run Scripts/install-test-requirements, or set \
        JOINERY_TEST_NOTHING to a running Nothing, or JOINERY_SKIP_SERVERS=nothing to do without.
        """)
  }

  @Test("that was not fetched is asked for by its script")
  func asksForFetching() throws {
    let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    let cache = "\(folder)/no-such-cache"
    let result = try Subprocess(
      try #require(script("start-test-mysql")), ["\(folder)/never"], environment: ["JOINERY_TEST_CACHE": cache]
    ).run()
    #expect(result.status == 1)
    #expect(String(decoding: result.output, as: UTF8.self) == "")
    #expect(
      String(decoding: result.errors, as: UTF8.self)
        == "There is no MySQL in '\(cache)/mysql': run Scripts/install-test-requirements\n")
  }

  @Test("ends with the process that it was started for, and leaves nothing", arguments: TestServer.notSkipped)
  func endsWithItsProcess(server: TestServer) throws {
    guard try server.isOurs else { try Test.cancel("The environment names a server, so there may be none to start") }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sleep")
    process.arguments = ["60"]
    try process.run()
    let folder = "/tmp/joinery-\(UInt32.random(in: 0 ... .max))"
    let result = try Subprocess(
      try #require(script("start-test-\(server.name)")), [folder, String(process.processIdentifier)]
    ).run()
    #expect(String(decoding: result.output, as: UTF8.self) == "\(folder)/server.sock\n")
    let identifier = try #require(
      Int32(try String(contentsOfFile: "\(folder)/server.pid", encoding: .utf8).trimmingCharacters(in: .newlines)))
    #expect(kill(identifier, 0) == 0)

    // As a crash would end it: nothing is told to the server.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    for _ in 0..<100 where FileManager.default.fileExists(atPath: folder) { usleep(50_000) }
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(throws: TestServerFailure.self) { try ServerConnection(to: address(inFolder: folder)) }
  }

  @Test("takes users with a password", arguments: TestServer.notSkipped)
  func takesPasswords(server: TestServer) throws {
    guard try server.isOurs else { try Test.cancel("Users are made on servers of our own only") }
    var address = try server.address()
    address.user = "joinery_\(UInt32.random(in: 0 ... .max))"
    address.password = "it is ä secret"
    try server.withDatabase { database in
      _ = try database.query("CREATE USER '\(address.user)'@'localhost' IDENTIFIED BY '\(address.password)'")
      // The second time MySQL knows the password and takes a proof of it.
      for _ in 1...2 {
        let rows = try ServerConnection(to: address).query("SELECT CURRENT_USER()")
        #expect(rows.map(\.values) == [[.bytes(Array("\(address.user)@localhost".utf8))]])
      }
      try CommandLineClient(address: address).run("SELECT 1", setup: "DO 0", database: nil)
      address.password = "wrong"
      let refusal = ServerError(
        number: 1045, sqlState: "28000",
        message: "Access denied for user '\(address.user)'@'localhost' (using password: YES)")
      #expect(throws: refusal) { try ServerConnection(to: address) }
      _ = try database.query("DROP USER '\(address.user)'@'localhost'")
    }
  }

  @Test(
    "is found at the address that a developer gives",
    arguments: [
      (
        "/run/mysqld/mysqld.sock",
        ServerAddress(endpoint: .socket(path: "/run/mysqld/mysqld.sock"), user: "root", password: "")
      ),
      (
        "mysql://ada:p%40ss@db.example:3307",
        ServerAddress(endpoint: .network(host: "db.example", port: 3307), user: "ada", password: "p@ss")
      ),
      (
        "mariadb://127.0.0.1/",
        ServerAddress(endpoint: .network(host: "127.0.0.1", port: 3306), user: "root", password: "")
      ),
      ("mysqld.sock", nil), ("https://127.0.0.1", nil), ("mysql://", nil), ("mysql://127.0.0.1:70000", nil),
      ("mysql://127.0.0.1/database", nil),
    ] as [(String, ServerAddress?)])
  func readsAddresses(text: String, address: ServerAddress?) {
    #expect(ServerAddress(text) == address)
  }

  @Test("has its errors read from what the client prints")
  func readsPrintedErrors() {
    let statement =
      "--------------\nSELECT '\n--------------\n\nERROR 1 (HY000) at line 1: not this'\n--------------\n\n"
    let printed = "ERROR 1064 (42000) at line 12: You have an error near 'a\nb' at line 2\n"
    let error = ServerError(
      number: 1064, sqlState: "42000", message: "You have an error near 'a\nb' at line 2", line: 12)
    #expect(ServerError(printedByClient: statement + printed) == error)
    #expect(ServerError(printedByClient: printed) == error)
    #expect(error.description + "\n" == printed)
    #expect(ServerError(printedByClient: "ERROR 2002 (HY000): Can't connect to local server\n") == nil)
  }

  private func script(_ name: String) -> String? {
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = repository.appending(path: "Scripts/\(name)").path(percentEncoded: false)
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  private func address(inFolder folder: String) -> ServerAddress {
    ServerAddress(endpoint: .socket(path: "\(folder)/server.sock"), user: "root", password: "")
  }
}

extension TestServer {
  /// Whether the server was started by this process, and not named by the environment.
  fileprivate var isOurs: Bool {
    get throws {
      try address().endpoint
        == .socket(path: "/tmp/joinery-\(name)-\(ProcessInfo.processInfo.processIdentifier)/server.sock")
    }
  }
}
