#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How many files the process may hold open at once (getrlimit(2), RLIMIT_NOFILE): 256 on macOS and 1,024 on many Linux
/// systems, and more where a process asks for it.
enum OpenFileLimit {
  /// So many files are open beside those that a run holds: the standard streams, and one or two for each thread.
  private static let others = 64

  #if canImport(Glibc)
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let resource = RLIMIT_NOFILE
  #endif

  /// Asks for room for so many files that are held to the end of a run. Where the system gives less, opening one fails.
  static func makeRoom(for count: Int) {
    var limit = rlimit()
    let wanted = rlim_t(count + others)
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < wanted else { return }
    limit.rlim_cur = min(wanted, limit.rlim_max)
    _ = setrlimit(resource, &limit)
  }
}
