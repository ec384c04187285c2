import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// Characters above U+FFFF as JSON writes them.
@Suite struct SurrogatePairTests {
  /// Every key and value that is a scalar: how it is written in the file, and what it reads as.
  private func scalars(_ text: String) -> [String] {
    let parsing = Parsing(text)
    #expect(parsing.diagnostics == [])
    func scalars(_ node: YAMLNode) -> [String] {
      let written = parsing.bytes[Int(node.range.lower)..<Int(node.range.upper)]
      return switch node.kind {
      case .scalar: [String(decoding: written, as: UTF8.self) + " → " + node.text]
      case .sequence: node.elements.flatMap(scalars)
      case .mapping: node.entries.flatMap { scalars($0.key) + scalars($0.value) }
      }
    }
    return parsing.root.map(scalars) ?? []
  }

  @Test func keysAndValues() {
    #expect(
      scalars(#"{"\ud83e\uddf5": "a\uD83E\uDDF5b", c: "\ud83e\uddf5\ud83d\ude00", "d": e}"#) == [
        #""\ud83e\uddf5" → 🧵"#, #""a\uD83E\uDDF5b" → a🧵b"#, "c → c", #""\ud83e\uddf5\ud83d\ude00" → 🧵😀"#,
        #""d" → d"#, "e → e",
      ])
    #expect(scalars("\u{FEFF}ä: \"\\ud83e\\uddf5\"\n🧵: b\n") == ["ä → ä", #""\ud83e\uddf5" → 🧵"#, "🧵 → 🧵", "b → b"])
    #expect(scalars(#"- &x "\ud83e\uddf5""# + "\n- *x\n- a\n") == [#""\ud83e\uddf5" → 🧵"#, "*x → 🧵", "a → a"])
  }

  @Test func firstAndLastOfEachHalf() {
    #expect(
      scalars(#"["\ud800\udc00", "\udbbf\udfff", "\uDBC0\uDC00", "\udbff\udfff"]"#) == [
        "\"\\ud800\\udc00\" → \u{10000}", "\"\\udbbf\\udfff\" → \u{FFFFF}", "\"\\uDBC0\\uDC00\" → \u{100000}",
        "\"\\udbff\\udfff\" → \u{10FFFF}",
      ])
  }

  @Test func besideOtherEscapes() {
    #expect(
      scalars(#"["\t\ud83e\uddf5\x41", "\u00e4\ud83e\uddf5\U0001f9f5🧵d83e", "\\\ud83e\uddf5\\"]"#) == [
        #""\t\ud83e\uddf5\x41" → "# + "\t🧵A", #""\u00e4\ud83e\uddf5\U0001f9f5🧵d83e" → ä🧵🧵🧵d83e"#,
        #""\\\ud83e\uddf5\\" → \🧵\"#,
      ])
  }

  @Test func afterABackslashTheyAreText() {
    #expect(
      scalars(#"["\\ud83e\\uddf5", "\\\\ud83e\\uddf5\ud83e\uddf5"]"#) == [
        #""\\ud83e\\uddf5" → \ud83e\uddf5"#, #""\\\\ud83e\\uddf5\ud83e\uddf5" → \\ud83e\uddf5🧵"#,
      ])
  }

  @Test func outsideDoubleQuotesTheyAreText() {
    #expect(
      scalars(#"[\ud83e\uddf5, '\ud83e\uddf5', 'it''s \ud83e\uddf5\\ud83e\uddf5', "\ud83e\uddf5"]"#) == [
        #"\ud83e\uddf5 → \ud83e\uddf5"#, #"'\ud83e\uddf5' → \ud83e\uddf5"#,
        #"'it''s \ud83e\uddf5\\ud83e\uddf5' → it's \ud83e\uddf5\\ud83e\uddf5"#, #""\ud83e\uddf5" → 🧵"#,
      ])
    let parsing = Parsing(
      #"""
      # \ud83e\uddf5
      a: x\ud83e\uddf5
        \U0001f9f5\ud83e\uddf5 # \ud83e\uddf5
      b: | # \ \ud83e\uddf5
        \ud83e\uddf5\U0001f9f5
         \\ud83e\uddf5
      # \ud83e\uddf5
      c: "\ud83e\uddf5"
      d: >-
        \ud83e\uddf5
        \ud83d\ude00
      e: '\ud83e\uddf5

        \'
      """#)
    #expect(parsing.diagnostics == [])
    #expect(
      parsing.root?.entries.map(\.value.text) == [
        #"x\ud83e\uddf5 \U0001f9f5\ud83e\uddf5"#, #"\ud83e\uddf5\U0001f9f5"# + "\n" + #" \\ud83e\uddf5"# + "\n", "🧵",
        #"\ud83e\uddf5 \ud83d\ude00"#, #"\ud83e\uddf5"# + "\n\\",
      ])
  }

  @Test func inFoldedLines() {
    #expect(
      scalars("a: \"\\ud83e\\uddf5\\\n   \\ud83d\\ude00\n   \\ud83e\\uddf5\"\nb: c") == [
        "a → a", "\"\\ud83e\\uddf5\\\n   \\ud83d\\ude00\n   \\ud83e\\uddf5\" → 🧵😀 🧵", "b → b", "c → c",
      ])
  }

  @Test func asDuplicateKeys() {
    let marked = MarkedText(#"{1️⃣"\ud83e\uddf5"1️⃣: 1, 2️⃣🧵2️⃣: 2, 3️⃣"\U0001F9F5"3️⃣: 3, '\ud83e\uddf5': 4}"#)
    let parsing = Parsing(bytes: marked.bytes)
    expectDiagnostics(
      parsing.diagnostics,
      [
        .error("YAML-DUPLICATE-KEY", at: 2, "Key '🧵' stands twice in one mapping", notes: [1]),
        .error("YAML-DUPLICATE-KEY", at: 3, "Key '🧵' stands twice in one mapping", notes: [1]),
      ], in: marked)
    #expect(parsing.content == #"{"🧵": "1", "\\ud83e\\uddf5": "4"}"#)
  }

  @Test(arguments: [
    (#"["1️⃣\ud83e1️⃣"]"#, #"Escape '\ud83e' is not a Unicode scalar"#),
    (#"["1️⃣\uddf51️⃣"]"#, #"Escape '\uddf5' is not a Unicode scalar"#),
    (#"["1️⃣\ud83e1️⃣abcd"]"#, #"Escape '\ud83e' is not a Unicode scalar"#),
    (#"["1️⃣\ud83e1️⃣ \uddf5"]"#, #"Escape '\ud83e' is not a Unicode scalar"#),
    (#"["1️⃣\ud83e1️⃣\\uddf5"]"#, #"Escape '\ud83e' is not a Unicode scalar"#),
    (#"["1️⃣\ud83e1️⃣\ud83e\uddf5"]"#, #"Escape '\ud83e' is not a Unicode scalar"#),
    (#"["\ud83e\uddf51️⃣\uddf51️⃣"]"#, #"Escape '\uddf5' is not a Unicode scalar"#),
    (#"{"ä\ud83e\uddf5": "\ud83e\uddf5", b: "\ud83e\uddf51️⃣\ud83e1️⃣"}"#, #"Escape '\ud83e' is not a Unicode scalar"#),
    ("[\"1️⃣\\ud83e1️⃣\\\n\\uddf5\"]", #"Escape '\ud83e' is not a Unicode scalar"#),
    (#"["1️⃣\U0000d83e1️⃣\U0000ddf5"]"#, #"Escape '\U0000d83e' is not a Unicode scalar"#),
    (#"["\\ud83e1️⃣\uddf51️⃣"]"#, #"Escape '\uddf5' is not a Unicode scalar"#),
    (#"["\ud83e\uddf51️⃣\q1️⃣"]"#, #"Escape '\q' does not exist in YAML"#),
    (#"["\ud83e\uddf5"]1️⃣]1️⃣"#, "Bracket ']' closes nothing"),
    (#"["\ud83e\uddf5", 1️⃣"1️⃣\ud83e\uddf5"#, "Quote \" is not closed"),
  ])
  func mistakesStandAtTheirPlace(text: String, summary: String) {
    let marked = MarkedText(text)
    expectDiagnostics(
      Parsing(bytes: marked.bytes).diagnostics, [.error("YAML-SYNTAX", at: 1, summary)], in: marked)
  }

  /// Random lists of scalars in every style, against the same lists without pairs: in double quotes with the characters
  /// themselves, elsewhere with another sign for the backslash.
  @Test func agreeWithTheSameTextWithoutPairs() {
    var generator = SeededGenerator(state: 83)
    let pieces = [
      (#"\ud83e\uddf5"#, "🧵"), (#"\uDBFF\uDFFF"#, "\u{10FFFF}"), (#"\U0001f9f5"#, "🧵"), (#"\\"#, #"\x5C"#),
      (#"\\ud83e\\uddf5"#, #"\x5Cud83e\x5Cuddf5"#), (#"\u00e4"#, "ä"), ("ä", "ä"), (" ", " "), ("\n   ", "\n   "),
    ]
    for _ in 0..<500 {
      var (text, expected) = ("", [String]())
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let parts = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
          pieces.randomElement(using: &generator)
        }
        let written = "x" + parts.map(\.0).joined() + "x"
        let (opening, closing) =
          [("\"", "\""), ("'", "'"), ("", ""), ("|\n   ", ""), ("> # \\\\ud83e\\uddf5\n   ", "")]
          .randomElement(using: &generator) ?? ("", "")
        let isEscaped = opening == "\""
        let replaced = isEscaped ? "x" + parts.map(\.1).joined() + "x" : written.replacing("\\", with: "@")
        text += "- \(opening)\(written)\(closing)\n"
        let other = "- \(opening)\(replaced)\(closing)\n"
        let read = Parsing(other).root?.elements.first?.text ?? "nothing"
        expected.append(isEscaped ? read : read.replacing("@", with: "\\"))
      }
      let parsing = Parsing(text)
      #expect(parsing.diagnostics == [])
      #expect(parsing.root?.elements.map(\.text) == expected, "\(text.debugDescription)")
    }
  }
}
