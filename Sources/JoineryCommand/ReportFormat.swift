internal import ArgumentParser

/// How findings are told.
enum ReportFormat: String, OptionWord {
  /// To people, on standard error.
  case text
  /// As annotations of GitHub Actions, on standard output.
  case github
  /// As a JSON document, on standard output.
  case json
  /// As a SARIF log, on standard output.
  case sarif

  /// Whether standard output is one document, and nothing else.
  var isDocument: Bool { self == .json || self == .sarif }
}
