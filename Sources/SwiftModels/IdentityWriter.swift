/// Writes what `Identifiable` asks for beyond the stored properties.
struct IdentityWriter {
  let library: LibraryNames
  let access: String

  /// Writes `id`, and the struct `ID` of a composite key, for `properties` that `identity` counts in.
  func write(_ identity: SwiftNames.Identity, of properties: PropertyList, to writer: inout CodeWriter) {
    switch identity {
    case .none, .property: return
    case .column(let position):
      let property = properties.properties[position]
      writer.blank()
      writer.line(
        access, "var id: ", property.type, property.isOptional ? "?" : "", " { ", SwiftIdentifier.alone(property.name),
        " }")
    case .composite(let positions):
      var key = PropertyList(access: access)
      for position in positions {
        var property = properties.properties[position]
        property.documentation = nil
        key.properties.append(property)
      }
      writer.blank()
      writer.documentation("The primary key.")
      writer.open(access, "struct ID: ", library[.hashable], ", ", library[.sendable])
      key.writeDeclarations(to: &writer)
      writer.blank()
      key.writeInitializer(to: &writer)
      writer.close()
      writer.blank()
      writer.documentation("The primary key.")
      writer.list("\(access)var id: ID { ID(", count: positions.count, ") }") { position, writer in
        let property = key.properties[position]
        writer.append(SwiftIdentifier.label(property.name), ": ", property.spelledName)
      }
    }
  }
}
