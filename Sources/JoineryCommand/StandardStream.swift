internal import Diagnostics
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
  /// Where messages go; see ``Messages``.
  static let error = StandardStream(descriptor: STDERR_FILENO)

  private let descriptor: Int32

  /// Takes the places of the standard streams that the caller has closed. Else the next file that is opened would be one of
  /// them, and what is printed would go there. What is printed goes nowhere, and fails.
  static func occupyClosed() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The first place that is free is taken.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Whether a terminal shows it.
  private var isShown: Bool { isatty(descriptor) == 1 }

  /// Whether a terminal shows it that moves its cursor and has colours.
  var isTerminal: Bool { isShown && Environment.value(of: "TERM") != "dumb" }

  /// Writes all of `text`, whole lines, as ``write(_:)`` does; a terminal gets nothing that would steer it.
  func show(_ text: [UInt8]) throws(DiskError) {
    try write(isShown ? Array(DisplayText.escaped(lines: String(decoding: text, as: UTF8.self)).utf8) : text)
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

  /// Writes as much of `text` as somebody takes. Where nobody does, the process goes on.
  func offer(_ text: String) {
    // A pipe without a reader ends the process by this signal.
    let handler = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, handler) }
    try? write(text)
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
