import Testing

@testable import MySQL

/// The expected texts are what MySQL 9.7.4 prints in SHOW CREATE TABLE for these defaults.
@Suite struct FloatTextTests {
  @Test(arguments: [
    ("1e10", "10000000000"), ("1.0", "1"), ("1e14", "100000000000000"), ("1e15", "1e15"), ("1e16", "1e16"),
    ("123456789012345678", "1.2345678901234568e17"), ("0.00001", "0.00001"), ("1e-14", "0.00000000000001"),
    ("1e-15", "0.000000000000001"), ("1e-16", "1e-16"), ("0.1", "0.1"),
    ("1.7976931348623157e308", "1.7976931348623157e308"), ("-2.5e-20", "-2.5e-20"),
    ("12345.678901234567", "12345.678901234567"), ("1.5e15", "1.5e15"), ("123456789012345.6", "123456789012345.6"),
    ("1234567890123456.7", "1234567890123456.8"), ("1.5e-14", "0.000000000000015"),
    ("1.23456789e-10", "0.000000000123456789"), ("0", "0"), ("-0e0", "-0"), ("100", "100"),
  ])
  func double(number: String, text: String) {
    #expect(FloatText.text(number, isSingle: false, keepsSignOfZero: true) == text)
  }

  @Test func zeroOfMariaDB() {
    #expect(FloatText.text("-0e0", isSingle: false, keepsSignOfZero: false) == "0")
  }

  @Test(arguments: [
    ("0.1", "0.1"), ("16777217", "16777200"), ("1234567.8", "1234570"), ("1e10", "10000000000"), ("1e-5", "0.00001"),
    ("3.4e38", "3.4e38"), ("123456.7", "123457"), ("999999.9", "1000000"),
  ])
  func single(number: String, text: String) {
    #expect(FloatText.text(number, isSingle: true, keepsSignOfZero: true) == text)
  }
}
