internal import ArgumentParser

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
    case .auto: stream.isTerminal && Environment.value(of: "NO_COLOR")?.isEmpty != false
    case .always: true
    case .never: false
    }
  }
}
