import Diagnostics
import YAMLSyntax

// `target`, `naming`, `defaults`, `enums` and `swift`: what a schema says beside its models.
extension SchemaReader {
  /// `target`: a server, or a mapping.
  mutating func readTarget(_ entry: YAMLEntry, into target: inout TargetDeclaration) {
    guard entry.value.kind == .mapping else {
      target.server = readChoice(entry.value, of: entry.key, Target.self)
      return
    }
    for part in entry.value.entries {
      switch recognize(part, TargetKey.self) {
      case .server: target.server = readChoice(part.value, of: part.key, Target.self)
      case .maxAllowedPacket: target.maxAllowedPacket = readPacketSize(part)
      case nil: continue
      }
    }
  }

  /// A number of bytes, 1 KiB to 1 GiB (Reference Manual, "Server System Variables", `max_allowed_packet`).
  private mutating func readPacketSize(_ part: YAMLEntry) -> Located<UInt64>? {
    guard let text = readText(part.value, of: part.key, expected: .byteCount) else { return nil }
    let digits = text.value.prefix { $0.isASCII && $0.isNumber }
    let unit: UInt64? =
      switch text.value.dropFirst(digits.count) {
      case "": 1
      case "KiB": 1 << 10
      case "MiB": 1 << 20
      case "GiB": 1 << 30
      default: nil
      }
    if let number = decimalNumber(String(digits)), let unit, number <= 1 << 30,
      (1 << 10...1 << 30).contains(number * unit)
    {
      return text.map { _ in number * unit }
    }
    report(
      .badNumber, at: part.value, "\(quoted(part.key.text)) is a size from 1KiB to 1GiB, not \(quoted(text.value))",
      explanation: "Write a number of bytes, or one with KiB, MiB or GiB behind it, such as `16MiB`.")
    return nil
  }

  mutating func readNaming(_ entry: YAMLEntry) -> NamingDeclaration {
    var naming = NamingDeclaration()
    var underscored: SourceRange?
    var explicit: [YAMLNode] = []
    guard let parts = readEntries(entry, TopLevelKey.naming) else { return naming }
    for part in parts {
      guard let key = recognize(part, NamingKey.self) else { continue }
      switch key {
      case .tables:
        explicit.append(part.key)
        let style = readChoice(part.value, of: part.key, NamingDeclaration.TableStyle.self)
        if let style { naming.tables = style.value }
      case .columns:
        explicit.append(part.key)
        let style = readChoice(part.value, of: part.key, NamingDeclaration.ColumnStyle.self)
        if let style { naming.columns = style.value }
      case .keys:
        explicit.append(part.key)
        let style = readChoice(part.value, of: part.key, NamingDeclaration.KeyStyle.self)
        if let style { naming.keys = style.value }
      case .underscored:
        if readBoolean(part.value, of: part.key)?.value == true { underscored = part.key.range }
      }
    }
    guard let underscored else { return naming }
    for key in explicit {
      report(
        .conflict, at: key, "\(quoted(key.text)) stands beside 'underscored: true', which decides the same",
        explanation: "Leave one of them out.",
        notes: [Diagnostic.Note("'underscored' stands here", at: underscored)])
    }
    naming.tables = .snakePlural
    naming.columns = .snake
    naming.keys = .snake
    return naming
  }

  mutating func readDefaults(_ entry: YAMLEntry) -> DefaultsDeclaration {
    var defaults = DefaultsDeclaration()
    var parts = readEntries(entry, TopLevelKey.defaults)?.makeIterator()
    while let part = parts?.next() {
      guard let key = recognize(part, DefaultsKey.self) else { continue }
      switch key {
      case .timestamps: defaults.timestamps = readTimestamps(part)
      case .id:
        if var rest = parts {
          defaults.id = readType(part, rest: &rest)
          parts = rest
        }
      case .engine: defaults.engine = readName(part.value, of: part.key)
      case .charset: defaults.charset = readName(part.value, of: part.key)
      case .collation: defaults.collation = readName(part.value, of: part.key)
      case .onDelete: defaults.onDelete = readChoice(part.value, of: part.key, ReferentialAction.self)
      case .onUpdate: defaults.onUpdate = readChoice(part.value, of: part.key, ReferentialAction.self)
      }
    }
    return defaults
  }

  mutating func readEnums(_ entry: YAMLEntry) -> [EnumDeclaration] {
    guard let entries = readEntries(entry, TopLevelKey.enums) else { return [] }
    var enums: [EnumDeclaration] = []
    for entry in entries {
      let what = "an enumeration"
      guard let name = readEntryIdentifier(entry.key, of: what) else { continue }
      if TypeName.named[name.value.lowercased()] != nil {
        report(
          .badName, at: entry.key, "The name of \(what) is none of the types' names, unlike \(quoted(name.value))",
          explanation:
            "A column of type '\(name.value)' has the type `\(name.value.lowercased())`. Choose another name.")
      }
      if let members = readMembers(entry) { enums.append(EnumDeclaration(name: name, members: members)) }
    }
    return enums
  }

  /// The members of an enumeration; any text, also the empty one.
  private mutating func readMembers(_ entry: YAMLEntry) -> [Located<String>]? {
    if entry.value.isNull {
      reportNoValue(entry.value, of: entry.key)
      return nil
    }
    guard entry.value.kind == .sequence else {
      reportShape(
        entry.value, of: entry.key, expected: ValueShape.list(of: .text).phrase(.diagnostic),
        explanation: "Write the members in brackets: `[active, graduated]`.")
      return nil
    }
    guard entry.value.count > 0 else {
      reportEmpty(entry.value, of: entry.key)
      return nil
    }
    return entry.value.elements.compactMap { readText($0, of: entry.key, isItem: true) }
  }

  mutating func readSwift(_ entry: YAMLEntry, into swift: inout SwiftDeclaration) {
    guard let parts = readEntries(entry, TopLevelKey.swift) else { return }
    for part in parts {
      guard let key = recognize(part, SwiftKey.self) else { continue }
      switch key {
      case .access: readAccess(part, into: &swift)
      case .layout: readLayout(part, into: &swift)
      case .prefix:
        swift.prefix = readName(part.value, of: part.key)
        if let prefix = swift.prefix { checkIdentifier(prefix.value, at: part.value, of: "a prefix") }
      case .imports: swift.imports = readNames(part.value, of: part.key, SwiftKey.imports) ?? []
      case .types:
        for type in readEntries(part, SwiftKey.types).map(Array.init) ?? [] {
          switch recognize(type, SwiftTypesKey.self) {
          case .json: swift.jsonType = readName(type.value, of: type.key)
          case nil: continue
          }
        }
      case .seeds: readSeedsOfSwift(part, into: &swift)
      }
    }
  }

  /// `access`: who sees what is generated.
  mutating func readAccess(_ part: YAMLEntry, into swift: inout SwiftDeclaration) {
    if let access = readChoice(part.value, of: part.key, SwiftDeclaration.Access.self) { swift.access = access.value }
  }

  /// `layout`: how many files there are.
  mutating func readLayout(_ part: YAMLEntry, into swift: inout SwiftDeclaration) {
    if let layout = readChoice(part.value, of: part.key, SwiftDeclaration.Layout.self) { swift.layout = layout.value }
  }

  /// `seeds` of the Swift files: whether they hold the rows.
  mutating func readSeedsOfSwift(_ part: YAMLEntry, into swift: inout SwiftDeclaration) {
    if let seeds = readBoolean(part.value, of: part.key) { swift.seeds = seeds.value }
  }
}
