/// Texts that try to leave the place where a schema's author has put them.
enum HostileText {
  /// Texts for data, defaults, comments and members.
  static let texts =
    names + [
      // The ends of lines: of Unix, of old Macs, of Windows, of terminals, of Unicode.
      "line\nlet broken = 1", "line\rlet broken = 1", "line\r\nlet broken = 1", "line\u{B}let broken = 1",
      "line\u{C}let broken = 1", "line\u{85}let broken = 1", "line\u{2028}let broken = 1", "line\u{2029}let broken = 1",
      "\n-- \n/*\n'''\n\"\"\"\n*/", "\n\\! touch injected\n", "\nDELIMITER //\nDROP TABLE hostile //\n",
      "\nsource injected.sql\n",
      "```\n# Heading\n\n| a | b |\n|---|---|\n\n<script>alert(1)</script>", "\0nul", "end\\", "end'", "end\"", "end`",
      " space ", "",
      "🧵 in 4 bytes", "👩‍👩‍👧", "\u{E0041}\u{E0001}tags", "\u{10FFFF}\u{FFFE}", "\u{1F1E6}\u{301}\u{20E3}",
    ]

  /// Texts that the servers take for names also: of the basic plane, without a zero or a space at the end, and short.
  static let names = [
    // SQL
    "'; DROP TABLE hostile; -- x", "\"; DROP TABLE hostile; # x", "`; DROP TABLE hostile; -- x",
    "\\'; DROP TABLE hostile; -- x",
    "x') ON DUPLICATE KEY UPDATE a=('", "/* */ -- # /*! DROP TABLE hostile */", "*/ DROP TABLE hostile; /*",
    "a``b''c\"\"d\\\\e",
    "? :name $1 @a %s {0} ${HOME} $(id)", "_utf8mb4'x' X'41' 0x41 N'x'", "\\n\\t\\0\\Z\\%\\_", "NULL", "a.b.c",
    // Signs to which the next character belongs, so that Swift takes both for one.
    "'\u{301}`\u{301}\"\u{301}\\\u{301}|\u{301}]\u{301}; DROP TABLE hostile; -- x",
    "`\u{200D}; DROP TABLE hostile; -- x",
    // Swift
    "\\(exit(1))", "\\u{41}\\#(exit(1))", "\"\"\" + exit(1) + \"\"\"", "\"#; exit(1); #\"", "*/ exit(1) /* /// //",
    "#if false", "`self`",
    // Markdown, HTML and Mermaid
    "| a | b | c", "[x](https://example.org) ![x](y)", "https://example.org www.example.org",
    "*a* _b_ **c** __d__ ~~e~~ `f`",
    "<b onclick=\"x()\">b</b> &lt; &#60;", "--> <!-- x -->", "# not a heading", "$x$ $$y$$ \\# \\| \\\\|",
    "%%{init: {\"x\": 1}}%%",
    "\"] --> B[\"x; click A href", "}|--|{ : x", "#quot; #35;",
    // Terminals and readers
    "\u{1B}[2J\u{1B}]0;title\u{7}\u{8}\u{7F}", "\u{9B}31m\u{90}", "\u{202E}desrever\u{202C}",
    "\u{2066}a\u{2069}\u{200F}\u{61C}",
    "zero\u{200B}width\u{FEFF}\u{AD}\u{2060}", "tab\tand\tmore", "e\u{301}\u{323} \u{1100}\u{1161}", "İıſKÅß",
  ]
}

extension Unicode.Scalar {
  /// Whether the character does not show, or changes how others are read; a line feed does not count.
  var isHidden: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: self != "\n"
    default: false
    }
  }
}
