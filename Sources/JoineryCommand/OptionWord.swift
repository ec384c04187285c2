public import ArgumentParser

/// An enumeration whose raw values are the words that an option takes.
///
/// The parser would find the words of any enumeration out, by the description of each case. That they are the raw values is
/// said here, for every call asks for them.
public protocol OptionWord: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension OptionWord {
  /// The raw values.
  public static var allValueStrings: [String] { allCases.map { $0.rawValue } }

  /// None: help has the words alone.
  public static var allValueDescriptions: [String: String] { [:] }

  /// The raw value.
  public var defaultValueDescription: String { rawValue }
}
