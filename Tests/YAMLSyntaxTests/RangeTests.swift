import Diagnostics
import Testing
import YAMLSyntax

/// Where nodes stand, to the byte.
@Suite struct RangeTests {
  @Test func scalars() {
    #expect(
      Parsing("a: b c \n'd' : \"e\"\n").outline == """
        {2} 0..<17
        "a" 0..<1: "b c" 3..<6
        "d" 8..<11: "e" 14..<17
        """)
  }

  @Test func foldedScalars() {
    #expect(
      Parsing("a: b\n  c  # x\nd: 'e\n  f' \n").outline == """
        {2} 0..<24
        "a" 0..<1: "b c" 3..<8
        "d" 14..<15: "e f" 17..<24
        """)
  }

  @Test func blockScalarsEndWithTheirLastLine() {
    #expect(
      Parsing("a: |\n  b\n\n\nc: >- # x\n  d \n \ne: |\n\nf: |+\n  g\n\n").outline == """
        {4} 0..<43
        "a" 0..<1: "b\\n" 3..<8
        "c" 11..<12: "d " 14..<25
        "e" 28..<29: "" 31..<32
        "f" 34..<35: "g\\n\\n" 37..<43
        """)
  }

  @Test func anchorsAndTagsAreNoPartOfANode() {
    #expect(
      Parsing("a: &x !!str b\nc: !!str &y 'd'\ne: &z # x\n  f: g\nh: &w\n  - i\nj: !!map {k: l}\nm: &v |\n  n\n")
        .outline
          == """
          {6} 0..<86
          "a" 0..<1: "b" 12..<13
          "c" 14..<15: "d" 26..<29
          "e" 30..<31: {1} 42..<46
            "f" 42..<43: "g" 45..<46
          "h" 47..<48: [1] 55..<58
            - "i" 57..<58
          "j" 59..<60: {1} 68..<74
            "k" 69..<70: "l" 72..<73
          "m" 75..<76: "n\\n" 81..<86
          """)
  }

  @Test func blockCollectionsEndWithTheirLastNode() {
    #expect(
      Parsing("a:\n  b:\n  - c\n  - d: e # x\n\n\nf: g\n").outline == """
        {2} 0..<33
        "a" 0..<1: {1} 5..<22
          "b" 5..<6: [2] 10..<22
            - "c" 12..<13
            - {1} 18..<22
              "d" 18..<19: "e" 21..<22
        "f" 29..<30: "g" 32..<33
        """)
  }

  @Test func flowCollections() {
    #expect(
      Parsing("[ a, {b: c } , d: e , [ ] ]").outline == """
        [4] 0..<27
        - "a" 2..<3
        - {1} 5..<12
          "b" 6..<7: "c" 9..<10
        - {1} 15..<19
          "d" 15..<16: "e" 18..<19
        - [0] 22..<25
        """)
  }

  @Test func emptyValuesStandBehindTheirSigns() {
    #expect(
      Parsing("a:   # x\n\nb: &x\nc:\n").outline == """
        {3} 0..<18
        "a" 0..<1: "" 2..<2
        "b" 10..<11: "" 15..<15
        "c" 16..<17: "" 18..<18
        """)
    #expect(
      Parsing("{a:   , b  , ? c , d: }").outline == """
        {4} 0..<23
        "a" 1..<2: "" 3..<3
        "b" 8..<9: "" 9..<9
        "c" 15..<16: "" 16..<16
        "d" 19..<20: "" 21..<21
        """)
    #expect(
      Parsing("x:\n- \n-   # x\n- a\n").outline == """
        {1} 0..<17
        "x" 0..<1: [3] 3..<17
          - "" 4..<4
          - "" 7..<7
          - "a" 16..<17
        """)
    #expect(
      Parsing("? a\n\n? b\n").outline == """
        {2} 0..<8
        "a" 2..<3: "" 3..<3
        "b" 7..<8: "" 8..<8
        """)
  }

  /// The case of which the schema reader must tell the user: a comma parts an unquoted type.
  @Test func aTypeWithACommaIsTwoKeys() {
    #expect(
      Parsing("{ type: decimal(10,2) }").outline == """
        {2} 0..<23
        "type" 2..<6: "decimal(10" 8..<18
        "2)" 19..<21: "" 21..<21
        """)
    let second = Parsing("{ type: decimal(10,2) }").root?.entries.dropFirst().first
    #expect(second?.value.isNull == true)
  }

  @Test func countsBytesAndNotCharacters() {
    // ä, é and ü have two bytes, 😀 four, U+2028 three, U+0085 two; libyaml takes the last two for line ends.
    #expect(
      Parsing("ä: é😀\ny: \"x\"\n# \u{85}\u{2028}\nz: 'ü'\n").outline == """
        {3} 0..<33
        "ä" 0..<2: "é😀" 4..<10
        "y" 11..<12: "x" 14..<17
        "z" 26..<27: "ü" 29..<33
        """)
  }

  @Test func countsTheByteOrderMark() {
    #expect(
      Parsing("\u{FEFF}a: b\n").outline == """
        {1} 3..<7
        "a" 3..<4: "b" 6..<7
        """)
  }

  @Test func understandsEveryLineEnd() {
    #expect(
      Parsing("a: b\r\nc: d\re: f\n").outline == """
        {3} 0..<15
        "a" 0..<1: "b" 3..<4
        "c" 6..<7: "d" 9..<10
        "e" 11..<12: "f" 14..<15
        """)
  }

  @Test func nodesBehindAnAliasStandAtTheAlias() {
    #expect(
      Parsing("- &x {k: v}\n- &y [*x]\n- *y\n").outline == """
        [3] 0..<26
        - {1} 5..<11
          "k" 6..<7: "v" 9..<10
        - [1] 17..<21
          - {1} 18..<20 = 5..<11
            "k" 18..<20 = 6..<7: "v" 18..<20 = 9..<10
        - [1] 24..<26 = 17..<21
          - {1} 24..<26 = 5..<11
            "k" 24..<26 = 6..<7: "v" 24..<26 = 9..<10
        """)
  }

  @Test func mergedEntriesStandAtTheAlias() {
    #expect(
      Parsing("- &x {k: v}\n- {<<: *x, l: w}\n- {<<: [*x, {m: n}]}\n").outline == """
        [3] 0..<49
        - {1} 5..<11
          "k" 6..<7: "v" 9..<10
        - {2} 14..<28
          "k" 19..<21 = 6..<7: "v" 19..<21 = 9..<10
          "l" 23..<24: "w" 26..<27
        - {2} 31..<49
          "k" 37..<39 = 6..<7: "v" 37..<39 = 9..<10
          "m" 42..<43: "n" 45..<46
        """)
  }
}
