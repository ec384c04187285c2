import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// Data as it was written, to be read by a column's type later.
  func readValue(_ node: YAMLNode) -> ValueSyntax {
    switch node.kind {
    case .scalar:
      if node.isNull { return ValueSyntax(.null, at: node.range) }
      let style: ValueSyntax.ScalarStyle = node.tag == .binary ? .binary : node.isPlain ? .plain : .quoted
      return ValueSyntax(.scalar(node.text, style), at: node.range)
    case .sequence:
      var elements: [ValueSyntax] = []
      elements.reserveCapacity(node.count)
      for element in node.elements { elements.append(readValue(element)) }
      return ValueSyntax(.list(elements), at: node.range)
    case .mapping:
      return ValueSyntax(.mapping(readFields(node)), at: node.range)
    }
  }

  /// The entries of a mapping of data.
  func readFields(_ node: YAMLNode) -> [FieldSyntax] {
    var fields: [FieldSyntax] = []
    fields.reserveCapacity(node.count)
    for entry in node.entries {
      fields.append(
        FieldSyntax(name: Located(entry.key.text, at: entry.key.range), value: readValue(entry.value)))
    }
    return fields
  }
}
