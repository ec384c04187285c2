import AssociationGraph

/// Writes the types that several files of a schema use: shared enumerations, and the namespace with the date, time and
/// JSON types and the coding of SET columns, as far as they are used.
struct SharedTypesWriter {
  let names: SwiftNames

  /// Whether there is nothing to write.
  var isEmpty: Bool { names.sharedTypes.isEmpty && !names.graph.enumerations.contains(where: \.isShared) }

  /// Writes the declarations.
  func write(to writer: inout CodeWriter) {
    var isFirst = true
    for (position, enumeration) in names.graph.enumerations.enumerated() where enumeration.isShared {
      if !isFirst { writer.blank() }
      isFirst = false
      EnumerationWriter(names: names, id: ID(position)).write(to: &writer)
    }
    let types = names.sharedTypes
    if types.isEmpty { return }
    if !isFirst { writer.blank() }
    writer.documentation("What the types of the database ", CommentText.code(names.graph.database.name), " share.")
    writer.open(names.access, "enum ", SwiftIdentifier.spelled(names.namespace))
    var templates: [String] = []
    if types.contains(.localDate) { templates.append(SharedTypeTemplate.localDate) }
    if types.contains(.localTime) { templates.append(SharedTypeTemplate.localTime) }
    if types.contains(.json) { templates.append(SharedTypeTemplate.json) }
    if types.contains(.commaSeparated) { templates.append(SharedTypeTemplate.commaSeparated) }
    if types.contains(.resultCount) { templates.append(SharedTypeTemplate.resultCount) }
    if types.contains(.statement) { templates.append(SharedTypeTemplate.statement) }
    if types.contains(.command) { templates.append(SharedTypeTemplate.command) }
    for (position, template) in templates.enumerated() {
      if position > 0 { writer.blank() }
      write(template, to: &writer)
    }
    writer.close()
    if types.contains(.commaSeparated) {
      writer.blank()
      write(SharedTypeTemplate.commaSeparatedCoding, to: &writer)
    }
  }

  /// Writes a template: `public` becomes the schema's access, `Namespace` the namespace, and the names of library types
  /// are spelled as the schema's own types demand.
  private func write(_ template: String, to writer: inout CodeWriter) {
    var text: [UInt8] = []
    var word: [UInt8] = []
    func endWord() -> [UInt8] {
      let name = String(decoding: word, as: UTF8.self)
      if name == "Namespace" { return Array(SwiftIdentifier.spelled(names.namespace).utf8) }
      guard let type = LibraryType(rawValue: name) else { return word }
      if type.isFoundation { writer.usesFoundation = true }
      return Array(names.library[type].utf8)
    }
    for byte in template.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        word.append(byte)
      case UInt8(ascii: " ") where word == Array("public".utf8):
        text += names.access.utf8
        word = []
      default:
        text += endWord()
        text.append(byte)
        word = []
      }
    }
    text += endWord()
    writer.lines(text)
  }
}
