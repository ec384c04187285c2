/// The folder in which the command keeps what it can make again.
enum UserCacheFolder {
  /// Its absolute path, below that of the XDG Base Directory Specification, and of Apple's guide to the file system on macOS; `nil`
  /// where the user has no home.
  static var path: String? {
    if let cache = absolute("XDG_CACHE_HOME") { return cache + "/joinery" }
    #if canImport(Darwin)
      return absolute("HOME").map { $0 + "/Library/Caches/joinery" }
    #else
      return absolute("HOME").map { $0 + "/.cache/joinery" }
    #endif
  }

  /// A path of the environment; those that are not absolute do not count, says the specification.
  private static func absolute(_ variable: String) -> String? {
    Environment.value(of: variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
