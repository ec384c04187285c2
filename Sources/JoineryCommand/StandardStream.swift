internal import Generation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The standard output or the standard error of the process.
struct StandardStream: Sendable {
  /// Where results go.
  static let output = StandardStream(descriptor: STDOUT_FILENO)
  /// Where messages go.
  static let error = StandardStream(descriptor: STDERR_FILENO)

  private let descriptor: Int32

  /// Whether a terminal shows it that moves its cursor and has colours.
  var isTerminal: Bool {
    isatty(descriptor) == 1 && getenv("TERM").map { String(cString: $0) != "dumb" } != false
  }

  /// Writes all of `text`.
  func write(_ text: String) throws(DiskError) { try write(Array(text.utf8)) }

  /// Writes all of `bytes`; throws where nobody takes them: a full disk, say.
  func write(_ bytes: [UInt8]) throws(DiskError) {
    let failure = bytes.withUnsafeBytes { Self.write($0, to: descriptor) }
    guard failure != 0 else { return }
    let name = descriptor == STDOUT_FILENO ? "standard output" : "standard error"
    throw DiskError(action: "Cannot write", path: name, reason: String(cString: strerror(failure)))
  }

  /// Writes bytes and gives the number of the error, 0 for none.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, rest.baseAddress, rest.count)
      #else
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        // A pipe or terminal that another process made non-blocking.
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
