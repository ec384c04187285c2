/// The stored properties of a struct, with what is written about all of them: the declarations, an initializer, the
/// keys of coding.
struct PropertyList {
  /// One stored property.
  struct Property {
    /// Its name, unescaped.
    let name: String
    /// Its name where it is declared or stands alone.
    let spelledName: String
    /// Its type, with `?` where it may be missing.
    var type: String
    /// The column of a result that it is read from; `nil` where nothing is coded.
    var key: String?
    /// Lines of its doc comment.
    var documentation: String?
    /// Whether the initializer's argument may be left out.
    var isOptional = false

    init(name: String, type: String, key: String? = nil, documentation: String? = nil) {
      self.name = name
      spelledName = SwiftIdentifier.spelled(name)
      self.type = type
      self.key = key
      self.documentation = documentation
    }
  }

  /// The properties in order.
  var properties: [Property] = []
  /// `public `, or nothing.
  var access: String

  /// Writes the declarations.
  func writeDeclarations(to writer: inout CodeWriter) {
    for property in properties {
      if let documentation = property.documentation { writer.documentation(documentation) }
      writer.line(access, "var ", property.spelledName, ": ", property.type)
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
    let arguments = properties.map { property in
      "\(property.spelledName): \(property.type)\(property.isOptional ? " = nil" : "")"
    }
    if properties.isEmpty {
      writer.line(access, "init() {}")
      return
    }
    writer.list("\(access)init(", arguments, ") {")
    writer.indentBlock()
    for property in properties {
      writer.line("self.", SwiftIdentifier.member(property.name), " = ", property.spelledName)
    }
    writer.close()
  }

  /// Writes `CodingKeys`, whose raw values are the columns' names.
  func writeCodingKeys(to writer: inout CodeWriter, library: LibraryNames) {
    guard !properties.isEmpty else { return }
    writer.open(
      access, "enum CodingKeys: ", library[.string], ", ", library[.codingKey], ", ", library[.caseIterable])
    for property in properties {
      let key = property.key ?? property.name
      writer.line(
        "case ", property.spelledName,
        key.utf8.elementsEqual(property.name.utf8) ? "" : " = \(StringLiteral.quoted(key))")
    }
    writer.close()
  }
}
