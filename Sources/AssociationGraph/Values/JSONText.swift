import Diagnostics
import SchemaLanguage

/// `syntax` as JSON text: mappings are objects, lists arrays; a bare number, `true`, `false` or `null` is itself, any other
/// scalar a string.
func jsonText(_ syntax: ValueSyntax) -> String {
  var text = ""
  write(syntax, into: &text)
  return text
}

/// The first number in `syntax` that is beyond the range of a double, which the server refuses (error 3140).
func firstNumberBeyondDouble(_ syntax: ValueSyntax) -> Located<String>? {
  switch syntax.content {
  case .scalar(let text, .plain) where isJSONNumber(text):
    Double(text)?.isFinite == true ? nil : Located(text, at: syntax.range)
  case .null, .scalar: nil
  case .list(let items): items.lazy.compactMap(firstNumberBeyondDouble).first
  case .mapping(let fields): fields.lazy.compactMap { firstNumberBeyondDouble($0.value) }.first
  }
}

private func write(_ syntax: ValueSyntax, into text: inout String) {
  switch syntax.content {
  case .null: text += "null"
  case .scalar(let scalar, .plain) where scalar == "true" || scalar == "false" || isJSONNumber(scalar): text += scalar
  case .scalar(let scalar, _): JSONString.write(scalar, to: &text, isShown: false)
  case .list(let items):
    text += "["
    for (index, item) in items.enumerated() {
      if index > 0 { text += ", " }
      write(item, into: &text)
    }
    text += "]"
  case .mapping(let fields):
    text += "{"
    for (index, field) in fields.enumerated() {
      if index > 0 { text += ", " }
      JSONString.write(field.name.value, to: &text, isShown: false)
      text += ": "
      write(field.value, into: &text)
    }
    text += "}"
  }
}

/// Whether `text` is a number of RFC 8259: no leading zeros, digits around the point.
private func isJSONNumber(_ text: String) -> Bool {
  guard DecimalText.isFloat(text), !text.hasPrefix("+") else { return false }
  let unsigned = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
  let whole = unsigned.prefix { $0.isASCII && $0.isNumber }
  guard !whole.isEmpty, whole == "0" || !whole.hasPrefix("0") else { return false }
  let rest = unsigned.dropFirst(whole.count)
  return !rest.hasPrefix(".") || rest.dropFirst().first.map { $0.isASCII && $0.isNumber } == true
}
