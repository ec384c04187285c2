import Foundation

/// How much a run of the tests tries.
public enum TestRun {
  /// Whether it is `make test-long`, which sets `JOINERY_TEST_LONG`.
  public static let isLong = ProcessInfo.processInfo.environment["JOINERY_TEST_LONG"] != nil

  /// `short` random cases, or fifty times as many in a long run.
  public static func cases(_ short: Int) -> Int { isLong ? 50 * short : short }

  /// The number with which random cases begin: `standard`, or what `JOINERY_RANDOM_SEED` holds.
  public static func firstSeed(_ standard: Int) -> Int {
    ProcessInfo.processInfo.environment["JOINERY_RANDOM_SEED"].flatMap(Int.init) ?? standard
  }
}
