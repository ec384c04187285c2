#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The packets of the protocol over a socket: each has a header with its length in three bytes and its number in one.
///
/// Source: <https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_packets.html>.
final class PacketStream {
  /// The longest part of a packet; a longer packet is cut into parts, of which the last is shorter.
  private static let longestPart = 0xFF_FFFF
  /// How long an answer may take, in seconds: a test that waits for a lock must end with an error.
  private static let patience = 120

  private let descriptor: Int32
  private var sequence: UInt8 = 0
  private var buffer: [UInt8] = []
  private var position = 0

  /// Connects to `endpoint`.
  ///
  /// - Throws: ``TestServerFailure`` where nothing listens there.
  init(to endpoint: ServerAddress.Endpoint) throws {
    switch endpoint {
    case .socket(let path): descriptor = try Self.connect(toSocket: path)
    case .network(let host, let port): descriptor = try Self.connect(to: host, port: port)
    }
    var timeout = timeval(tv_sec: Self.patience, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    // Programs that the tests start must not keep the session open.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  /// Begins a command: its packet and the answers are numbered from 0.
  func startExchange() { sequence = 0 }

  /// Sends one packet.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while true {
      let part = rest.prefix(Self.longestPart)
      rest = rest.dropFirst(part.count)
      let length = part.count
      try sendAll([UInt8(length & 0xFF), UInt8(length >> 8 & 0xFF), UInt8(length >> 16), sequence] + part)
      sequence &+= 1
      if length < Self.longestPart { return }
    }
  }

  /// Receives one packet.
  func read() throws -> ServerPacket {
    var bytes: [UInt8] = []
    while true {
      let header = try receive(4)
      let length = Int(header[0]) | Int(header[1]) << 8 | Int(header[2]) << 16
      sequence = header[3] &+ 1
      bytes += try receive(length)
      if length < Self.longestPart { return ServerPacket(bytes) }
    }
  }

  private func sendAll(_ bytes: [UInt8]) throws {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent, flags) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("The connection to the server broke") }
      sent += count
    }
  }

  private func receive(_ count: Int) throws -> [UInt8] {
    if buffer.count - position < count {
      buffer.removeFirst(position)
      position = 0
    }
    while buffer.count < position + count {
      let missing = max(position + count - buffer.count, 1 << 14)
      let end = buffer.count
      buffer += [UInt8](repeating: 0, count: missing)
      let received = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress.map { $0 + end }, missing, 0) }
      let failure = errno
      buffer.removeLast(missing - max(received, 0))
      if received < 0 && failure == EINTR { continue }
      if received == 0 { throw TestServerFailure("The server closed the connection") }
      if received < 0 { throw Self.failure("The server does not answer", number: failure) }
    }
    defer { position += count }
    return Array(buffer[position..<position + count])
  }

  private static func connect(toSocket path: String) throws -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { field in
      guard path.utf8.count < field.count else { return false }
      field.copyBytes(from: path.utf8)
      return true
    }
    guard fits else { throw TestServerFailure("The path of the socket '\(path)' is too long") }
    let descriptor = makeSocket(AF_UNIX)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        systemConnect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard status == 0 else {
      let failure = failure("Nothing answers at the socket '\(path)'")
      close(descriptor)
      throw failure
    }
    return descriptor
  }

  private static func connect(to host: String, port: UInt16) throws -> Int32 {
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), nil, &found) == 0 else {
      throw TestServerFailure("The host '\(host)' is not known")
    }
    defer { freeaddrinfo(found) }
    var next = found
    while let candidate = next?.pointee {
      let descriptor = makeSocket(candidate.ai_family)
      if systemConnect(descriptor, candidate.ai_addr, candidate.ai_addrlen) == 0 {
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
      }
      close(descriptor)
      next = candidate.ai_next
    }
    throw failure("Nothing answers at '\(host):\(port)'")
  }

  private static func makeSocket(_ family: Int32) -> Int32 {
    #if canImport(Darwin)
      socket(family, SOCK_STREAM, 0)
    #else
      socket(family, Int32(SOCK_STREAM.rawValue), 0)
    #endif
  }

  private static func systemConnect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ size: socklen_t) -> Int32
  {
    #if canImport(Darwin)
      Darwin.connect(descriptor, address, size)
    #else
      Glibc.connect(descriptor, address, size)
    #endif
  }

  private static func failure(_ summary: String, number: Int32 = errno) -> TestServerFailure {
    TestServerFailure("\(summary): \(String(cString: strerror(number)))")
  }
}
