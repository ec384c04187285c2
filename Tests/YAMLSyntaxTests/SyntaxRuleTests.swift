import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// What is reported, and where.
@Suite struct SyntaxRuleTests {
  /// Expects these findings for a marked text, and the content that is read in spite of them.
  private func expect(
    _ text: String, _ expected: ExpectedDiagnostic..., content: String = "nothing",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(text)
    let parsing = Parsing(bytes: marked.bytes)
    expectDiagnostics(parsing.diagnostics, expected, in: marked, sourceLocation: sourceLocation)
    #expect(parsing.content == content, sourceLocation: sourceLocation)
  }

  private func expectSyntax(
    _ text: String, _ summary: String, notes: [Int?] = [], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expect(text, .error("YAML-SYNTAX", at: 1, summary, notes: notes), sourceLocation: sourceLocation)
  }

  // MARK: Keys, aliases, tags

  @Test func duplicateKeys() {
    expect(
      "1️⃣a1️⃣: 1\nb: 2\n2️⃣'a'2️⃣: 3\n3️⃣a3️⃣: 4\n",
      .error("YAML-DUPLICATE-KEY", at: 2, "Key 'a' stands twice in one mapping", notes: [1]),
      .error("YAML-DUPLICATE-KEY", at: 3, "Key 'a' stands twice in one mapping", notes: [1]),
      content: #"{"a": "1", "b": "2"}"#)
    expect(
      "- {1️⃣<<1️⃣: {x: 1}, 2️⃣<<2️⃣: {y: 2}}",
      .error("YAML-DUPLICATE-KEY", at: 2, "Key '<<' stands twice in one mapping", notes: [1]), content: #"[{"x": "1"}]"#
    )
  }

  @Test func partsOfCutValuesAreKept() {
    expect(
      "{ a: decimal(10,2), b: decimal(12, 2) }",
      content: #"{"a": "decimal(10", "2)": "", "b": "decimal(12", "2)": ""}"#)
    // They are no keys: a member of an enumeration may be named like a column.
    expect(
      "{ a: enum(x, y, 'z', y)?, b: enum(x , # c\n y, y)?, y: int, z: int }",
      content:
        #"{"a": "enum(x", "y": "", "z": "", "y)?": "", "b": "enum(x", "y": "", "y)?": "", "y": "int", "z": "int"}"#)
    // They go with the key to which they belong.
    expect(
      "{ 1️⃣a1️⃣: int, 2️⃣a2️⃣: decimal(10,2), b: decimal(12,2) }",
      .error("YAML-DUPLICATE-KEY", at: 2, "Key 'a' stands twice in one mapping", notes: [1]),
      content: #"{"a": "int", "b": "decimal(12", "2)": ""}"#)
  }

  @Test func partsOfCutValuesAreMergedWithTheirKeys() {
    expect(
      "- &a { w: f(1,2), x: f(3,2) }\n- &b { y: f(4,2) }\n- &c { <<: [*a, *b], x: int, z: f(5,2) }\n- { <<: *c, w: f(6,2) }\n",
      content: #"[{"w": "f(1", "2)": "", "x": "f(3", "2)": ""}, {"y": "f(4", "2)": ""}, "#
        + #"{"w": "f(1", "2)": "", "y": "f(4", "2)": "", "x": "int", "z": "f(5", "2)": ""}, "#
        + #"{"y": "f(4", "2)": "", "x": "int", "z": "f(5", "2)": "", "w": "f(6", "2)": ""}]"#)
  }

  @Test(arguments: [
    // No parenthesis is closed; the value is not bare; the key has a value; the value is complete.
    ("{ a: f(x, 1️⃣b1️⃣, 2️⃣b2️⃣ }", "b", #"{"a": "f(x", "b": ""}"#),
    ("{ a: 'f(x', 1️⃣b)1️⃣, c: 'f(x', 2️⃣b)2️⃣ }", "b)", #"{"a": "f(x", "b)": "", "c": "f(x"}"#),
    ("{ a: f(x, 1️⃣b)1️⃣: , c: f(x, 2️⃣b)2️⃣: }", "b)", #"{"a": "f(x", "b)": "", "c": "f(x"}"#),
    ("{ a: f(x), 1️⃣b)1️⃣, c: f(x), 2️⃣b)2️⃣ }", "b)", #"{"a": "f(x)", "b)": "", "c": "f(x)"}"#),
    // One part in parentheses ends the value.
    ("{ a: f(x, b), 1️⃣b)1️⃣, 2️⃣b)2️⃣ }", "b)", #"{"a": "f(x", "b)": "", "b)": ""}"#),
    ("a: f(x\n? 1️⃣b)1️⃣\nc: f(x\n? 2️⃣b)2️⃣\n", "b)", #"{"a": "f(x", "b)": "", "c": "f(x"}"#),
  ])
  func otherKeysWithoutValuesAreKeys(text: String, key: String, content: String) {
    expect(
      text, .error("YAML-DUPLICATE-KEY", at: 2, "Key '\(key)' stands twice in one mapping", notes: [1]),
      content: content)
  }

  @Test func keysOfDifferentMappingsMayBeEqual() {
    expect("a: {a: {a: 1}}\nb: {a: 1}\nA: 1\n", content: #"{"a": {"a": {"a": "1"}}, "b": {"a": "1"}, "A": "1"}"#)
  }

  @Test func longKeysAreCutInTheMessage() {
    let key = String(repeating: "é", count: 60)
    expect(
      "1️⃣\(key)1️⃣: 1\n2️⃣\(key)2️⃣: 2",
      .error(
        "YAML-DUPLICATE-KEY", at: 2, "Key '\(key.prefix(40))…' stands twice in one mapping", notes: [1]),
      content: "{\"\(key)\": \"1\"}")
  }

  @Test func keysThatAreNotScalars() {
    expect(
      "? 1️⃣[a, b]1️⃣\n: c\nd: e\n? 2️⃣{f: g}2️⃣\n? 3️⃣- h3️⃣\n",
      .error("YAML-KEY-NOT-SCALAR", at: 1, "A key must be a single value, not a list or a mapping"),
      .error("YAML-KEY-NOT-SCALAR", at: 2, "A key must be a single value, not a list or a mapping"),
      .error("YAML-KEY-NOT-SCALAR", at: 3, "A key must be a single value, not a list or a mapping"),
      content: #"{"d": "e"}"#)
    expect(
      "- &a [b]\n- 1️⃣*a1️⃣ : c\n",
      .error("YAML-KEY-NOT-SCALAR", at: 1, "A key must be a single value, not a list or a mapping"),
      content: #"[["b"], {}]"#)
  }

  @Test func mergesOfOtherThings() {
    expect(
      "a: &a x\nb: {<<: 1️⃣*a1️⃣, c: d}\n",
      .error("YAML-MERGE", at: 1, "The value of '<<' must be a mapping or a list of mappings"),
      content: #"{"a": "x", "b": {"c": "d"}}"#)
    expect(
      "- &a {x: 1}\n- <<: [*a, 1️⃣b1️⃣, 2️⃣[*a]2️⃣]\n",
      .error("YAML-MERGE", at: 1, "The value of '<<' must be a mapping or a list of mappings"),
      .error("YAML-MERGE", at: 2, "The value of '<<' must be a mapping or a list of mappings"),
      content: #"[{"x": "1"}, {"x": "1"}]"#)
  }

  @Test func undefinedAliases() {
    expect(
      "a: &grade 1\nb: 1️⃣*grad1️⃣\nc: [2️⃣*other2️⃣]\n",
      .error("YAML-UNDEFINED-ALIAS", at: 1, "Alias 'grad' has no anchor above it; did you mean 'grade'?"),
      .error("YAML-UNDEFINED-ALIAS", at: 2, "Alias 'other' has no anchor above it"))
    // An anchor further down does not count, nor does a merge of nothing bring a second finding.
    expect(
      "- <<: 1️⃣*a1️⃣\n- &a {}\n", .error("YAML-UNDEFINED-ALIAS", at: 1, "Alias 'a' has no anchor above it"))
  }

  @Test func recursiveAliases() {
    expect(
      "a: &x\n  1️⃣b: 2️⃣*x2️⃣\n",
      .error("YAML-RECURSIVE-ALIAS", at: 2, "Alias 'x' stands inside the value that it repeats", notes: [1]))
    expect(
      "&x 1️⃣[[2️⃣*x2️⃣]]\n",
      .error("YAML-RECURSIVE-ALIAS", at: 2, "Alias 'x' stands inside the value that it repeats", notes: [1]))
  }

  @Test func unknownTags() {
    expect(
      "- 1️⃣!foo1️⃣ a\n- &x 2️⃣!!set2️⃣ {b}\n- 3️⃣!!map3️⃣ c\n- 4️⃣!!str4️⃣ [d]\n",
      .error("YAML-UNKNOWN-TAG", at: 1, "Tag '!foo' cannot stand at a scalar"),
      .error("YAML-UNKNOWN-TAG", at: 2, "Tag '!!set' cannot stand at a mapping"),
      .error("YAML-UNKNOWN-TAG", at: 3, "Tag '!!map' cannot stand at a scalar"),
      .error("YAML-UNKNOWN-TAG", at: 4, "Tag '!!str' cannot stand at a sequence"),
      content: #"["a", {"b": ""}, "c", ["d"]]"#)
  }

  @Test func severalDocuments() {
    let summary = "A file holds one document, and a second one starts here"
    expect("a: 1\n1️⃣---1️⃣\nb: 2\n", .error("YAML-SEVERAL-DOCUMENTS", at: 1, summary), content: #"{"a": "1"}"#)
    expect("--- a\n...\n1️⃣--- b1️⃣\n", .error("YAML-SEVERAL-DOCUMENTS", at: 1, summary), content: #""a""#)
    expect("a\n...\n1️⃣%YAML 1.11️⃣\n---\nb", .error("YAML-SEVERAL-DOCUMENTS", at: 1, summary), content: #""a""#)
    expect("a: 1\n...\n# comment\n...\n", content: #"{"a": "1"}"#)
  }

  // MARK: Encoding

  @Test func wideEncodings() {
    func summary(_ bytes: [UInt8]) -> [String] { Parsing(bytes: bytes).diagnostics.map(\.summary) }
    func expected(_ name: String) -> [String] { ["File is encoded as \(name), not as UTF-8"] }
    #expect(summary([0xFF, 0xFE, 0x61, 0]) == expected("UTF-16 (little-endian)"))
    #expect(summary([0x61, 0, 0x3A, 0]) == expected("UTF-16 (little-endian)"))
    #expect(summary([0xFE, 0xFF, 0, 0x61]) == expected("UTF-16 (big-endian)"))
    #expect(summary([0, 0x61, 0, 0x3A]) == expected("UTF-16 (big-endian)"))
    #expect(summary([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) == expected("UTF-32 (little-endian)"))
    #expect(summary([0, 0, 0xFE, 0xFF]) == expected("UTF-32 (big-endian)"))
    #expect(summary([0, 0, 0, 0x61]) == expected("UTF-32 (big-endian)"))
    #expect(Parsing(bytes: [0xFF, 0xFE, 0x61, 0]).diagnostics.map(\.identifier.rawValue) == ["YAML-ENCODING"])
  }

  @Test(
    arguments: [
      ([0x61, 0x80], 1, 2, "Byte 0x80 is not valid UTF-8"),
      ([0x61, 0x3A, 0x20, 0xC3], 3, 4, "Byte 0xC3 is not valid UTF-8"),
      ([0xC3, 0xA4, 0xFF], 2, 3, "Byte 0xFF is not valid UTF-8"),
      ([0xEF, 0xBB, 0xBF, 0xED, 0xA0, 0x80], 3, 4, "Byte 0xED is not valid UTF-8"),
      ([0x61, 0x3A, 0x61, 0x00], 3, 4, "Character U+0000 is not allowed in YAML"),
      ([0x23, 0x1B], 1, 2, "Character U+001B is not allowed in YAML"),
      ([0x61, 0x7F], 1, 2, "Character U+007F is not allowed in YAML"),
      ([0x61, 0xC2, 0x80], 1, 3, "Character U+0080 is not allowed in YAML"),
      ([0x61, 0xEF, 0xBB, 0xBF], 1, 4, "Character U+FEFF is not allowed in YAML"),
      ([0x61, 0xEF, 0xBF, 0xBE], 1, 4, "Character U+FFFE is not allowed in YAML"),
    ] as [([UInt8], UInt32, UInt32, String)])
  func badBytes(bytes: [UInt8], lower: UInt32, upper: UInt32, summary: String) {
    let parsing = Parsing(bytes: bytes)
    #expect(parsing.root == nil)
    #expect(parsing.diagnostics.map(\.summary) == [summary])
    #expect(parsing.diagnostics.map(\.identifier.rawValue) == ["YAML-ENCODING"])
    #expect(
      parsing.diagnostics.map(\.range)
        == [SourceRange(file: SourceFileID(index: 0), lower: lower, upper: upper)])
  }

  @Test func findsABadByteBehindALongText() {
    for length in 0..<40 {
      let bytes = Array(repeating: UInt8(ascii: "a"), count: length) + [0x01] + Array("bcdefghijklmnop".utf8)
      let range = SourceRange(file: SourceFileID(index: 0), lower: UInt32(length), upper: UInt32(length + 1))
      #expect(Parsing(bytes: bytes).diagnostics.map(\.range) == [range])
    }
  }

  // MARK: Syntax

  @Test func colons() {
    expectSyntax("a:\n  1️⃣name1️⃣\n  b: c\n", "Line 'name' has no ':'")
    expectSyntax("a: b\n1️⃣c1️⃣\n", "Line 'c' has no ':'")
    expectSyntax("1️⃣a1️⃣\nb: |\n c\n", "Line 'a' has no ':'")
    expectSyntax("a2️⃣:2️⃣ b1️⃣:1️⃣ c\n", "Text with ': ' in it must be quoted", notes: [2])
    expectSyntax("a1️⃣:1️⃣b\nc: d\n", "A key's ':' must be followed by a space")
    expectSyntax("a: b\nc1️⃣:1️⃣d\n", "A key's ':' must be followed by a space")
    expectSyntax("{a1️⃣:1️⃣[b]}\n", "A key's ':' must be followed by a space")
    expectSyntax("1️⃣:1️⃣ a\n", "A ':' must have a key in front of it")
    expectSyntax("{ 1️⃣:1️⃣ a}\n", "A ':' must have a key in front of it")
  }

  @Test func indentation() {
    expectSyntax(
      "2️⃣a: b2️⃣\n  1️⃣c1️⃣: d\n", "Key 'c' is indented under a line that has a value already", notes: [2])
    expectSyntax("a:\n    b: c\n  1️⃣d: e1️⃣\n", "Line is indented like none of the lines above")
    expectSyntax("a:\n  - b\n  1️⃣c: d1️⃣\n", "Line stands among the items of a list, but does not start with '- '")
    expectSyntax("a: b\n1️⃣- c1️⃣\n", "A list item cannot stand among the keys of a mapping")
    expectSyntax("a: 1️⃣-1️⃣ b\n", "A list must start on the line below its key")
    expectSyntax("a:\n1️⃣\t1️⃣b: c\n", "Indentation must consist of spaces, not of tabs")
    expectSyntax("a: b\n1️⃣\t1️⃣c: d\n", "Indentation must consist of spaces, not of tabs")
    expectSyntax("a: |\n1️⃣\t1️⃣b\n", "Indentation must consist of spaces, not of tabs")
    expectSyntax("a: |1️⃣01️⃣\n  b\n", "Indentation of a block text must be 1 to 9")
    expectSyntax("a: >1️⃣b c1️⃣\n  b\n", "Nothing may follow '>' on its line")
  }

  @Test func quotes() {
    expectSyntax("a: 1️⃣\"1️⃣b\nc: d\n", "Quote \" is not closed")
    expectSyntax("ä: 1️⃣'1️⃣b\n---\nc\n", "Quote ' is not closed")
    expectSyntax("a: 'it'1️⃣s'1️⃣\n", "Nothing may follow a value that has ended")
    expectSyntax("\"a\" 1️⃣b1️⃣\n", "Nothing may follow a value that has ended")
    expectSyntax("a: \"b1️⃣\\q1️⃣\"\n", "Escape '\\q' does not exist in YAML")
    expectSyntax("a: \"1️⃣\\xA1️⃣\"\n", "Escape '\\xA' lacks hexadecimal digits")
    expectSyntax("a: \"1️⃣\\uD8001️⃣\"\n", "Escape '\\uD800' is not a Unicode scalar")
  }

  @Test func brackets() {
    expectSyntax("a: 1️⃣[1️⃣b, c\nd: e\n", "Bracket '[' is not closed")
    expectSyntax("a:\n  b: 1️⃣{1️⃣\n    c: d\n  e: f\n", "Bracket '{' is not closed")
    expectSyntax("[a, 1️⃣[1️⃣b", "Bracket '[' is not closed")
    expectSyntax("a: 1️⃣{1️⃣b: c,", "Bracket '{' is not closed")
    expectSyntax("a: 2️⃣[2️⃣\"b\" 1️⃣\"c\"]", "Between '[' and ']' elements must be separated by ','", notes: [2])
    expectSyntax(
      "a: 2️⃣{2️⃣b: \"c\" 1️⃣d1️⃣: e}", "Between '{' and '}' elements must be separated by ','", notes: [2])
    expectSyntax("a: 1️⃣]1️⃣\n", "Bracket ']' closes nothing")
    expectSyntax("a: b\n1️⃣}1️⃣\n", "Bracket '}' closes nothing")
    expectSyntax("[a]1️⃣]1️⃣\n", "Bracket ']' closes nothing")
    expectSyntax("[1️⃣,1️⃣ a]\n", "Character ',' has no value in front of it")
  }

  @Test func cutValuesWithQuotedParts() {
    expectSyntax("{ type: 1️⃣enum('a','b')1️⃣ }\n", "Type 'enum('a','b')' has a comma and is not quoted inside braces")
    expectSyntax(
      "a: { b: int, c: 1️⃣enum('x', \"y, z\",\n  'z' )?1️⃣ # d\n }\n",
      #"Type 'enum('x', "y, z", 'z' )?' has a comma and is not quoted inside braces"#)
    expectSyntax(
      "{ 'ä': 1️⃣enum(a, '\\ud83e\\uddf5', 'c') unsigned1️⃣, d: e }\n",
      #"Type 'enum(a, '\ud83e\uddf5', 'c') unsigned' has a comma and is not quoted inside braces"#)
    expectSyntax(
      "[{ a: 1️⃣see (b, 'c')1️⃣}]\n", "Value 'see (b, 'c')' has a comma and is not quoted inside braces")
    // Nothing is cut here.
    let separator = "Between '{' and '}' elements must be separated by ','"
    expectSyntax("2️⃣{2️⃣ a: enum(b), 'c'1️⃣)1️⃣ }\n", separator, notes: [2])
    expectSyntax("2️⃣{2️⃣ a: enum(b, c: 'd' 1️⃣)1️⃣ }\n", separator, notes: [2])
    expectSyntax("2️⃣{2️⃣ a: enum(b, 'c' 1️⃣d1️⃣ }\n", separator, notes: [2])
    expectSyntax("2️⃣{2️⃣'a'1️⃣)1️⃣}\n", separator, notes: [2])
  }

  @Test(arguments: [
    ("{ type: enum('a','b') }", #"{ type: "enum('a','b')" }"#, #"type: "enum('a','b')""#),
    (
      #"{ "e": enum('a', "b")?, c: int }"#, #"{ "e": 'enum(''a'', "b")?', c: int }"#,
      #""e": 'enum(''a'', "b")?'"#
    ),
  ])
  func cutValuesAreMended(text: String, mended: String, entry: String) {
    let diagnostics = Parsing(text).diagnostics
    #expect(diagnostics.map(\.explanation) == ["Inside braces a comma ends the value. Write `\(entry)`."])
    #expect(diagnostics.first?.fixIts.map(\.summary) == ["Put the type in quotes"])
    var bytes = Array(text.utf8)
    for fixIt in diagnostics.flatMap(\.fixIts) {
      bytes.replaceSubrange(Int(fixIt.range.lower)..<Int(fixIt.range.upper), with: Array(fixIt.replacement.utf8))
    }
    #expect(String(decoding: bytes, as: UTF8.self) == mended)
  }

  @Test func signs() {
    expectSyntax("a: 1️⃣@1️⃣b\n", "Character '@' cannot start a value")
    expectSyntax("a: 1️⃣`1️⃣b`\n", "Character '`' cannot start a value")
    expectSyntax("a: 1️⃣%1️⃣\n", "Character '%' cannot start a value")
    expectSyntax("a: 1️⃣?1️⃣ b\n", "Character '?' cannot start a value")
    expectSyntax("a: 1️⃣*1️⃣ b\n", "Name behind '*' must consist of letters, digits, '-' and '_'")
    expectSyntax("a: &x 1️⃣&y1️⃣ b\n", "Only one anchor or alias may stand in front of a value")
    expectSyntax("a: 1️⃣!e!b1️⃣ c\n", "Tag '!e!b' has a prefix that is not declared")
    expectSyntax("a: 1️⃣!<b1️⃣ c\n", "Tag '!<b' is not complete")
  }

  @Test func directives() {
    expectSyntax("1️⃣%a b1️⃣\n---\nc\n", "Line with '%' is not a directive of YAML")
    expectSyntax("1️⃣%YAML 2.01️⃣\n---\nc\n", "YAML version must be 1.1 or 1.2")
    expectSyntax("1️⃣%YAML 1.11️⃣\na\n", "A line with '%' must be followed by '---'")
    expect("%YAML 1.2\n---\na\n", content: #""a""#)
  }

  // MARK: Bounds

  @Test func nesting() {
    let bracket = String(repeating: "[", count: 200)
    let closed = String(repeating: "]", count: 200)
    let summary = "Values are nested in more than 200 levels"
    #expect(Parsing(bracket + closed).diagnostics == [])
    expect("\(bracket)1️⃣[1️⃣]\(closed)", .error("YAML-TOO-DEEP", at: 1, summary))
    expect(
      "\(bracket)1️⃣[1️⃣" + String(repeating: "[", count: 100_000), .error("YAML-TOO-DEEP", at: 1, summary))
    let block =
      (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + String(repeating: " ", count: 200)
    expect("\(block)1️⃣b: c\n", .error("YAML-TOO-DEEP", at: 1, summary))
  }

  @Test func nestingThroughAliases() {
    // 100 levels in an alias 101 levels down.
    let half = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    let open = String(repeating: "[", count: 99)
    let close = String(repeating: "]", count: 99)
    #expect(Parsing("- &a \(half)\n- \(open)*a\(close)").diagnostics == [])
    expect(
      "- &a 2️⃣\(half)2️⃣\n- \(open)[1️⃣*a1️⃣]\(close)",
      .error(
        "YAML-TOO-DEEP", at: 1,
        "Values are nested in more than 200 levels, counted with what alias 'a' repeats", notes: [2]))
  }

  @Test func aliasExpansion() {
    // Each line repeats ten times the line above: a billion values in ten lines.
    var text = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<10 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text +=
        level == 5 ? "- &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, 1️⃣*a41️⃣, *a4, *a4]\n" : "- &a\(level) [\(aliases)]\n"
    }
    // Repeated so far: 10 · 11, 10 · 121, 10 · 1,221 and so on; a4 stands for 122,221 values.
    let marked = MarkedText(text)
    expectDiagnostics(
      Parsing(bytes: marked.bytes).diagnostics,
      [.error("YAML-ALIAS-EXPANSION", at: 1, "Aliases repeat more than 1,000,000 values in all")], in: marked)
  }

  @Test func tooManyDirectives() {
    let lines = (0..<20).map { "%TAG !a\($0)! b\n" }.joined()
    #expect(Parsing(lines + "---\nc\n").diagnostics == [])
    expect(
      "# c\n\(lines)1️⃣%TAG !b! b1️⃣\n---\nc\n", .error("YAML-TOO-LARGE", at: 1, "File has more than 20 lines with '%'"))
  }

  @Test func tooManyMistakes() {
    let diagnostics = Parsing(String(repeating: "- !a b\n", count: 5_000)).diagnostics
    #expect(diagnostics.count == 1_001)
    #expect(diagnostics.last?.identifier.rawValue == "YAML-TOO-MANY-ERRORS")
    #expect(diagnostics.last?.summary == "File has more than 1,000 mistakes; the others are not reported")
  }

  @Test func everyRuleHasItsPrefix() {
    #expect(SyntaxRule.allCases.allSatisfy { $0.identifier.rawValue.hasPrefix("YAML-") })
    #expect(Set(SyntaxRule.allCases.map(\.identifier)).count == SyntaxRule.allCases.count)
  }

  @Test func explanationsAndFixItsAreGiven() {
    let parsing = Parsing("a: &grade 1\nb: *grad\n")
    #expect(
      parsing.diagnostics.first?.explanation
        == "Put an anchor, `&` and the same name, in front of the value, further up in the same file.")
    let range = SourceRange(file: SourceFileID(index: 0), lower: 15, upper: 20)
    #expect(
      parsing.diagnostics.first?.fixIts == [
        Diagnostic.FixIt("Replace 'grad' with 'grade'", at: range, replacement: "*grade")
      ])
  }
}
