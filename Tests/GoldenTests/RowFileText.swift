import TestSupport

/// Rows as the program's `RowFile` reads them: a line of names, then a line for each row, every field in hexadecimal digits.
struct RowFileText {
  let text: String

  init(rows: [ResultRow]) {
    func field(_ bytes: [UInt8]) -> String {
      "x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    var text = (rows.first?.columns ?? []).map { field(Array($0.utf8)) }.joined(separator: " ") + "\n"
    for row in rows {
      text +=
        row.values.map { value in
          if case .bytes(let bytes) = value { field(bytes) } else { "-" }
        }.joined(separator: " ") + "\n"
    }
    self.text = text
  }
}
