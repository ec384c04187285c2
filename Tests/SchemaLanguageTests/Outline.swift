import Diagnostics
import SchemaLanguage

/// A value of the document on one line, for comparison as a whole.
///
/// Places are left out, and so are fields that are nil, false or empty. Structs are `(field: value, …)`, enum cases
/// `.name(…)`, texts stand in double quotes.
func outline(of value: Any) -> String {
  switch value {
  case let text as String: return "\"\(text)\""
  case let number as any BinaryInteger: return "\(number)"
  case let flag as Bool: return "\(flag)"
  case let field as FieldSyntax: return "(name: \(outline(of: field.name)), value: \(outline(of: field.value)))"
  default: break
  }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional:
    return mirror.children.first.map { outline(of: $0.value) } ?? "nil"
  case .collection:
    return "[" + mirror.children.map { outline(of: $0.value) }.joined(separator: ", ") + "]"
  case .enum:
    guard let child = mirror.children.first else { return ".\(value)" }
    if child.value is SourceRange { return ".\(child.label ?? "")" }
    let content = Mirror(reflecting: child.value)
    guard content.displayStyle == .tuple else { return ".\(child.label ?? "")(\(outline(of: child.value)))" }
    let parts = content.children.filter { !($0.value is SourceRange) }.map { outline(of: $0.value) }
    return ".\(child.label ?? "")(\(parts.joined(separator: ", ")))"
  case .class:
    return mirror.children.first.map { outline(of: $0.value) } ?? "()"
  default:
    let fields = mirror.children.filter { !($0.value is SourceRange) }
    // What is rare.
    if mirror.children.count == 1, let place = fields.first, place.label == "place" { return outline(of: place.value) }
    // A located value, and a value with its place.
    if fields.count == 1, mirror.children.count == 2, ["value", "content"].contains(fields.first?.label) {
      return outline(of: fields[fields.startIndex].value)
    }
    let shown = fields.compactMap { field -> String? in
      let text = outline(of: field.value)
      // A property with a wrapper has an underscore in front.
      let label = field.label?.drop { $0 == "_" } ?? ""
      return ["nil", "false", "[]", "()"].contains(text) ? nil : "\(label): \(text)"
    }
    return "(" + shown.joined(separator: ", ") + ")"
  }
}
