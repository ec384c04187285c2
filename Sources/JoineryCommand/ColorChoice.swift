internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Whether messages are coloured.
enum ColorChoice: String, OptionWord {
  /// On a terminal, unless `NO_COLOR` is set and not empty (no-color.org).
  case auto
  /// Always.
  case always
  /// Never.
  case never

  /// Whether what is written to `stream` is coloured.
  func isOn(for stream: StandardStream) -> Bool {
    switch self {
    case .auto: stream.isTerminal && getenv("NO_COLOR").map { $0.pointee == 0 } != false
    case .always: true
    case .never: false
    }
  }
}
