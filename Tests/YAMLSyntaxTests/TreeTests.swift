import Diagnostics
import Testing
import YAMLSyntax

/// What the tree holds.
@Suite struct TreeTests {
  @Test func keepsOrderAndNesting() {
    let parsing = Parsing("b: 1\na:\n  - x\n  - {k: v, l: [ ]}\n  -\nc:\n")
    #expect(parsing.content == #"{"b": "1", "a": ["x", {"k": "v", "l": []}, ""], "c": ""}"#)
    #expect(parsing.diagnostics == [])
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "\u{FEFF}", "%YAML 1.1\n---\n# nothing\n"])
  func givesNothingForNoContent(text: String) {
    let parsing = Parsing(text)
    #expect(parsing.content == "nothing")
    #expect(parsing.diagnostics == [])
  }

  @Test func readsScalarsOfEveryStyle() {
    let parsing = Parsing(
      #"""
      plain: a b
      single: 'it''s'
      double: "tab\t\x41\u00E4\U0001F600\
        end"
      folded: one
        two

        three
      literal: |
        a
         b

      stripped: >-
        c
        d
      nul: "\0"
      """#)
    #expect(
      parsing.root?.entries.map(\.value.text)
        == ["a b", "it's", "tab\tAä😀end", "one two\nthree", "a\n b\n", "c d", "\0"])
    #expect(parsing.root?.entries.map(\.value.isPlain) == [true, false, false, true, false, false, false])
  }

  @Test func readsJSON() {
    let parsing = Parsing(#"{"a": {"b": [1, -2.5e3, true, null, "x\/\u00e9"]}, "c": {}}"#)
    #expect(parsing.content == #"{"a": {"b": ["1", "-2.5e3", "true", "null", "x/é"]}, "c": {}}"#)
    #expect(parsing.diagnostics == [])
  }

  @Test func knowsNull() {
    let parsing = Parsing("[~, null, Null, NULL, !!null x, nULL, 'null', \"\", '~', !!str null, !!str , no, {a: }]")
    let nulls = parsing.root?.elements.map { node in
      node.kind == .mapping ? node.entries.map(\.value.isNull) : [node.isNull]
    }
    #expect(
      nulls == [[true], [true], [true], [true], [true]] + Array(repeating: [false], count: 7) + [[true]])
  }

  @Test func readsTags() {
    let parsing = Parsing(
      "[!!str 1, !!int 1, !!float 1, !!bool y, !!null x, !!binary aGk=, !!timestamp 2001-01-01, !!seq [], !!map {}, "
        + "! 1, ! [], ! {}, !<tag:yaml.org,2002:str> 1, 1]")
    #expect(
      parsing.root?.elements.map(\.tag) == [
        .string, .integer, .float, .boolean, .null, .binary, .timestamp, .sequence, .mapping, .string, .sequence,
        .mapping, .string, nil,
      ])
    #expect(
      parsing.root?.elements.map(\.isPlain) == [
        false, true, true, true, true, true, true, false, false, false, false, false, false, true,
      ])
    #expect(parsing.diagnostics == [])
  }

  @Test func takesTextOutOfOtherKindsForEmpty() throws {
    let root = try #require(Parsing("[a, b]").root)
    #expect(root.text == "")
    #expect(root.count == 2)
    #expect(root.entries.isEmpty)
    #expect(root.elements.first?.count == 0)
    #expect(root.elements.first?.withTextBytes { Array($0) } == [0x61])
  }

  @Test func readsALargeTree() {
    let text = (0..<2_000).map { "Model\($0):\n  columns: { id: integer, name: 'a''b' }\n" }.joined()
    let parsing = Parsing(text)
    #expect(parsing.root?.count == 2_000)
    #expect(parsing.root?.entries.dropFirst(1_999).first?.key.text == "Model1999")
    #expect(parsing.root?.entries.reduce(0) { $0 + ($1.value.entries.first?.value.count ?? 0) } == 4_000)
  }

  // MARK: Aliases and merge keys

  @Test func followsAliases() {
    let parsing = Parsing("a: &x [1, &y {k: v}]\nb: *x\nc: *y\nz: &z 2\n")
    #expect(parsing.content == #"{"a": ["1", {"k": "v"}], "b": ["1", {"k": "v"}], "c": {"k": "v"}, "z": "2"}"#)
    #expect(parsing.diagnostics == [])
  }

  @Test func takesTheLastAnchorOfAName() {
    #expect(Parsing("[&a 1, *a, &a 2, *a]").content == #"["1", "1", "2", "2"]"#)
    #expect(Parsing("[&a [&a 1, *a], *a]").content == #"[["1", "1"], "1"]"#)
  }

  @Test func readsAliasesAsKeys() {
    #expect(Parsing("a: &k name\nb: {*k : 1}\n").content == #"{"a": "name", "b": {"name": "1"}}"#)
  }

  @Test func mergesMappings() {
    // Own keys win, wherever they stand, and merged entries stand where the merge key stands.
    #expect(
      Parsing("a: &a {x: 1, y: 1}\nb: {p: 0, <<: *a, y: 2, q: 3}\n").content
        == #"{"a": {"x": "1", "y": "1"}, "b": {"p": "0", "x": "1", "y": "2", "q": "3"}}"#)
  }

  @Test func mergesListsOfMappings() {
    // The mapping named first wins.
    #expect(
      Parsing("- &a {x: 1, y: 1}\n- &b {y: 2, z: 2}\n- <<: [*a, *b, {z: 3, w: 3}]\n").content
        == #"[{"x": "1", "y": "1"}, {"y": "2", "z": "2"}, {"x": "1", "y": "1", "z": "2", "w": "3"}]"#)
    #expect(
      Parsing("- &l [&a {x: 1}, {y: 2}]\n- <<: *l\n").content == #"[[{"x": "1"}, {"y": "2"}], {"x": "1", "y": "2"}]"#)
  }

  @Test func mergesMergedMappings() {
    #expect(
      Parsing("- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b, z: 3}\n").content
        == #"[{"x": "1"}, {"x": "1", "y": "2"}, {"x": "1", "y": "2", "z": "3"}]"#)
  }

  @Test func mergesUnquotedKeysOnly() {
    #expect(Parsing("- &a {x: 1}\n- {'<<': *a}\n").content == #"[{"x": "1"}, {"<<": {"x": "1"}}]"#)
  }
}
