/// The stored properties of a struct, with what is written about all of them: the declarations, an initializer, the
/// keys of coding.
struct PropertyList {
  /// One stored property.
  struct Property {
    /// Its name, unescaped.
    let name: String
    /// Its name where it is declared or stands alone.
    let spelledName: String
    /// Its type, without the `?` of one that may be missing.
    let type: String
    /// Whether it may be missing.
    var isOptional: Bool
    /// The column of a result that it is read from; `nil` where nothing is coded.
    var key: String?
    /// Lines of its doc comment.
    var documentation: String?
    /// Whether the initializer's argument may be left out.
    var mayBeLeftOut = false

    init(
      name: String, type: String, isOptional: Bool = false, key: String? = nil, documentation: String? = nil
    ) {
      self.name = name
      spelledName = SwiftIdentifier.spelled(name)
      self.type = type
      self.isOptional = isOptional
      self.key = key
      self.documentation = documentation
    }
  }

  /// The properties in order.
  var properties: [Property] = []
  /// `public `, or nothing.
  var access: String

  // Properties are counted, and not copied with all of their texts.

  /// Writes the declarations.
  func writeDeclarations(to writer: inout CodeWriter) {
    for position in properties.indices {
      if let documentation = properties[position].documentation { writer.documentation(documentation) }
      writer.line(
        access, "var ", properties[position].spelledName, ": ", properties[position].type,
        properties[position].isOptional ? "?" : "")
    }
  }

  /// Writes the declarations, the initializer and `CodingKeys`: all of a struct that has nothing else.
  func write(to writer: inout CodeWriter, library: LibraryNames) {
    writeDeclarations(to: &writer)
    if !properties.isEmpty { writer.blank() }
    writeInitializer(to: &writer)
    if !properties.isEmpty { writer.blank() }
    writeCodingKeys(to: &writer, library: library)
  }

  /// Writes an initializer with an argument for each property.
  func writeInitializer(to writer: inout CodeWriter) {
    if properties.isEmpty {
      writer.line(access, "init() {}")
      return
    }
    writer.list("\(access)init(", count: properties.count, ") {") { position, writer in
      writer.append(
        properties[position].spelledName, ": ", properties[position].type, properties[position].isOptional ? "?" : "",
        properties[position].mayBeLeftOut ? " = nil" : "")
    }
    writer.indentBlock()
    for position in properties.indices {
      writer.line(
        "self.", SwiftIdentifier.member(properties[position].name), " = ", properties[position].spelledName)
    }
    writer.close()
  }

  /// Writes `CodingKeys`, whose raw values are the columns' names.
  func writeCodingKeys(to writer: inout CodeWriter, library: LibraryNames) {
    guard !properties.isEmpty else { return }
    writer.open(
      access, "enum CodingKeys: ", library[.string], ", ", library[.codingKey], ", ", library[.caseIterable])
    for position in properties.indices {
      let name = properties[position].name
      if let key = properties[position].key, !key.utf8.elementsEqual(name.utf8) {
        writer.line("case ", properties[position].spelledName, " = ", StringLiteral.quoted(key))
      } else {
        writer.line("case ", properties[position].spelledName)
      }
    }
    writer.close()
  }
}
