import Foundation

/// Whether tests write down what they get as the files that they expect.
public enum Recording {
  /// `JOINERY_RECORD` is `1`. A test that records fails all the same, so that a recording is never green.
  public static let isOn = ProcessInfo.processInfo.environment["JOINERY_RECORD"] == "1"
}
