internal import Synchronization
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The signals that ask a process to end, which wait while files are written: what was begun is taken back or finished, and
/// then the process ends by the signal, as its caller expects.
enum StopSignals {
  private typealias Handler = @convention(c) (Int32) -> Void

  private static let numbers = [SIGINT, SIGTERM, SIGHUP]
  /// The last signal that came; 0 for none.
  private static let pending = Atomic<Int32>(0)
  private static let deferral = Mutex(Deferral())

  /// What the process did on a signal before.
  private struct Deferral {
    /// How many runs of this process are writing.
    var depth = 0
    var handlers: [(number: Int32, handler: Handler?)] = []
  }

  /// Throws if a signal has come.
  static func check(before path: FilePath) throws(DiskError) {
    guard pending.load(ordering: .relaxed) != 0 else { return }
    throw FileSystem.failure("Cannot write", path, Errno.interrupted)
  }

  /// Runs `body`; signals that come meanwhile take effect behind it. A file that gets larger than the process may make one is
  /// an error, and no signal.
  static func wait<Value>(for body: () throws(DiskError) -> Value) throws(DiskError) -> Value {
    begin()
    defer { end() }
    return try body()
  }

  private static func begin() {
    deferral.withLock { deferral in
      deferral.depth += 1
      guard deferral.depth == 1 else { return }
      pending.store(0, ordering: .relaxed)
      deferral.handlers = [(SIGXFSZ, signal(SIGXFSZ, SIG_IGN))]
      for number in numbers {
        let handler = signal(number) { StopSignals.pending.store($0, ordering: .relaxed) }
        deferral.handlers.append((number, handler))
        // What the caller ignores (nohup) stays ignored.
        if isIgnoring(handler) { _ = signal(number, SIG_IGN) }
      }
    }
  }

  private static func end() {
    let number = deferral.withLock { deferral in
      deferral.depth -= 1
      guard deferral.depth == 0 else { return Int32(0) }
      for (number, handler) in deferral.handlers { _ = signal(number, handler) }
      return pending.load(ordering: .relaxed)
    }
    if number != 0 { raise(number) }
  }

  private static func isIgnoring(_ handler: Handler?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
