#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The variables that the caller has set.
enum Environment {
  /// The value of a variable; `nil` where it is not set.
  static func value(of name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
