import AssociationGraph

/// Writes an enumeration whose raw values are the members of an ENUM or SET.
struct EnumerationWriter {
  let names: SwiftNames
  let id: ID<Enumeration>

  /// Writes the declaration.
  func write(to writer: inout CodeWriter) {
    let enumeration = names.graph[id]
    let library = names.library
    var inherited = [library[.string], library[.caseIterable], library[.codable], library[.sendable]]
    if names.areSetMembers[id.index] { inherited.append("\(SwiftIdentifier.spelled(names.namespace)).SetMember") }
    writer.documentation(
      enumeration.isShared ? "The members of an enumeration that columns share." : "The members of a column's type.")
    writer.open(
      names.access, "enum ", SwiftIdentifier.spelled(names.enumerations[id.index]), ": ",
      inherited.joined(separator: ", "))
    for (name, member) in zip(enumeration.swiftCases, enumeration.members) {
      let name = SwiftNames.property(name)
      let isSame = name.utf8.elementsEqual(member.utf8)
      writer.line("case ", SwiftIdentifier.spelled(name), isSame ? "" : " = \(StringLiteral.quoted(member))")
    }
    writer.close()
  }
}
