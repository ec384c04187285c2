import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// Data as it was written, to be read by a column's type later.
  mutating func readValue(_ node: YAMLNode) -> ValueSyntax {
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
  mutating func readFields(_ node: YAMLNode) -> [FieldSyntax] {
    var fields: [FieldSyntax] = []
    fields.reserveCapacity(node.count)
    var rest = node.entries.makeIterator()
    while let entry = rest.next() {
      let whole = readCutValue(entry, rest: &rest, noun: "value")
      let value = whole.map { ValueSyntax(.scalar($0.value, .plain), at: $0.range) } ?? readValue(entry.value)
      fields.append(FieldSyntax(name: Located(entry.key.text, at: entry.key.range), value: value))
    }
    return fields
  }
}
