/// One session on a server, in the client/server protocol of MySQL, which MariaDB speaks too.
///
/// The protocol, and not a client program, since it alone hands over every value byte by byte with NULL told apart, and
/// since a query then takes a tenth of a millisecond and not ten. Of the protocol there is what tests need: logging in,
/// commands, and results as text.
///
/// Logging in: without a password, with one for `mysql_native_password`, and with one for `caching_sha2_password`. The
/// last wants the password itself once, over an encrypted connection or a socket, before it takes a proof:
/// ``TestServer`` lets the `mariadb` client do that first.
///
/// Source: <https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html>.
final class ServerConnection {
  /// Whether the session is lost or in an unknown state, and must not be used again.
  private(set) var isBroken = false
  private let stream: PacketStream

  /// Numbers of the commands.
  private enum Command: UInt8 {
    case initDatabase = 0x02
    case query = 0x03
    case resetConnection = 0x1F
  }

  /// The abilities of this client.
  private struct Capabilities: OptionSet {
    let rawValue: UInt32
    static let longColumnFlags = Capabilities(rawValue: 1 << 2)
    static let protocol41 = Capabilities(rawValue: 1 << 9)
    static let transactions = Capabilities(rawValue: 1 << 13)
    static let shortPasswordProof = Capabilities(rawValue: 1 << 15)
    static let authenticationPlugins = Capabilities(rawValue: 1 << 19)
  }

  /// The number of the collation `utf8mb4_general_ci`, which both servers know, for the time of logging in.
  private static let collation: UInt8 = 45

  /// Connects and logs in.
  ///
  /// - Throws: ``ServerError`` where the server refuses; ``TestServerFailure`` where it is not reached.
  init(to address: ServerAddress) throws {
    stream = try PacketStream(to: address.endpoint)
    do {
      try logIn(address)
    } catch {
      isBroken = true
      throw error
    }
  }

  /// Runs one statement and returns its rows.
  func query(_ sql: String) throws -> [ResultRow] {
    try perform {
      try send(.query, Array(sql.utf8))
      var first = try readAnswer()
      if first.bytes.first == 0x00 { return [] }

      let count = try first.readLength()
      var columns: [String] = []
      for _ in 0..<count {
        var definition = try stream.read()
        // Catalog, schema, table and the table's own name come first.
        for _ in 0..<4 { _ = try definition.readText() }
        columns.append(String(decoding: try definition.readText(), as: UTF8.self))
      }
      _ = try stream.read()

      var rows: [ResultRow] = []
      while true {
        var packet = try readAnswer()
        if packet.isEnd { return rows }
        var values: [ResultValue] = []
        values.reserveCapacity(columns.count)
        for _ in columns { values.append(try packet.readValue()) }
        rows.append(ResultRow(columns: columns, values: values))
      }
    }
  }

  /// Makes `database` the session's default.
  func use(_ database: String) throws {
    try perform {
      try send(.initDatabase, Array(database.utf8))
      _ = try readAnswer()
    }
  }

  /// Ends transactions, locks, variables, temporary tables and prepared statements, as if newly logged in.
  func reset() throws {
    try perform {
      try send(.resetConnection, [])
      _ = try readAnswer()
    }
  }

  /// Runs an exchange; the session is broken where it ends with anything but an answer of the server.
  private func perform<Value>(_ exchange: () throws -> Value) throws -> Value {
    do {
      return try exchange()
    } catch let error as ServerError {
      throw error
    } catch {
      isBroken = true
      throw error
    }
  }

  private func send(_ command: Command, _ argument: [UInt8]) throws {
    stream.startExchange()
    try stream.write([command.rawValue] + argument)
  }

  /// The next packet, if it is no error.
  private func readAnswer() throws -> ServerPacket {
    var packet = try stream.read()
    guard packet.bytes.first == 0xFF else { return packet }
    _ = try packet.readInteger(bytes: 1)
    let number = try packet.readInteger(bytes: 2)
    var state = "HY000"
    if packet.rest.first == UInt8(ascii: "#") {
      state = String(decoding: try packet.readBytes(6).dropFirst(), as: UTF8.self)
    }
    throw ServerError(number: Int(number), sqlState: state, message: String(decoding: packet.rest, as: UTF8.self))
  }

  private func logIn(_ address: ServerAddress) throws {
    var greeting = try readAnswer()
    guard try greeting.readInteger(bytes: 1) == 10 else {
      throw TestServerFailure("The server does not speak version 10 of the protocol")
    }
    _ = try greeting.readTerminated()  // the version
    _ = try greeting.readInteger(bytes: 4)  // the session's number
    var challenge = Array(try greeting.readBytes(8))
    _ = try greeting.readBytes(1 + 2 + 1 + 2 + 2)  // filler, abilities, charset, status, abilities
    let length = Int(try greeting.readInteger(bytes: 1))
    _ = try greeting.readBytes(10)
    challenge += try greeting.readBytes(max(13, length - 8)).dropLast()
    var method = String(decoding: try greeting.readTerminated(), as: UTF8.self)

    let capabilities: Capabilities = [
      .longColumnFlags, .protocol41, .transactions, .shortPasswordProof, .authenticationPlugins,
    ]
    let proof = PasswordProof.make(address.password, method: method, challenge: challenge)
    var reply: [UInt8] = []
    for shift in [0, 8, 16, 24] { reply.append(UInt8(truncatingIfNeeded: capabilities.rawValue >> UInt32(shift))) }
    reply += [0xFF, 0xFF, 0xFF, 0x00, Self.collation]  // the largest packet, the charset
    reply += [UInt8](repeating: 0, count: 23)
    reply += Array(address.user.utf8) + [0, UInt8(proof.count)] + proof + Array(method.utf8) + [0]
    try stream.write(reply)

    while true {
      var packet = try readAnswer()
      switch try packet.readInteger(bytes: 1) {
      case 0x00: return
      case 0xFE:
        method = String(decoding: try packet.readTerminated(), as: UTF8.self)
        challenge = Array(packet.rest)
        if challenge.last == 0 { challenge.removeLast() }
        try stream.write(PasswordProof.make(address.password, method: method, challenge: challenge))
      case 0x01 where packet.rest.elementsEqual([0x03]): continue
      case 0x01 where packet.rest.elementsEqual([0x04]):
        guard case .socket = address.endpoint else {
          throw TestServerFailure("The server wants the password of '\(address.user)' over an encrypted connection")
        }
        try stream.write(Array(address.password.utf8) + [0])
      default: throw TestServerFailure("The server wants to log in by '\(method)', which tests cannot")
      }
    }
  }
}
