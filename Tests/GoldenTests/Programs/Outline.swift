import Foundation

/// Writes values as text on one line: `{id: 1, name: Ada, books: [{id: 7}], born: null}`.
struct Outline {
  /// Properties that are left out: of every type (`createdAt`), or of one (`Student.studentID`).
  var omitted: Set<String> = []
  /// Whether the elements of arrays are sorted by their text.
  var sortsArrays = false

  /// The text of `value`.
  func text(of value: Any) -> String {
    switch value {
    case let data as Data: return "0x" + data.map { String(format: "%02X", $0) }.joined()
    case let date as Date: return date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    case let text as String: return quoted(text)
    case let member as any RawRepresentable<String>: return quoted(member.rawValue)
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { text(of: $0.value) } ?? "null"
    case .collection:
      let elements = mirror.children.map { text(of: $0.value) }
      return "[" + (sortsArrays ? elements.sorted() : elements).joined(separator: ", ") + "]"
    case .set: return "{" + mirror.children.map { text(of: $0.value) }.sorted().joined(separator: ", ") + "}"
    case .dictionary:
      let members = mirror.children.map { child in
        Mirror(reflecting: child.value).children.map { text(of: $0.value) }.joined(separator: ": ")
      }
      return "{" + members.sorted().joined(separator: ", ") + "}"
    case .struct:
      if let described = value as? any CustomStringConvertible { return described.description }
      return structure(mirror)
    case .enum:
      guard let content = mirror.children.first else { return "\(value)" }
      return text(of: content.value)
    default: return "\(value)"
    }
  }

  /// The text as a Swift literal; characters that would not be seen, or turn the writing direction, as escapes.
  private func quoted(_ text: String) -> String {
    text.debugDescription.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .format ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }

  private func structure(_ mirror: Mirror) -> String {
    let properties = mirror.children.compactMap { child -> String? in
      guard let name = child.label, !omitted.contains(name), !omitted.contains("\(mirror.subjectType).\(name)") else {
        return nil
      }
      return "\(name): \(text(of: child.value))"
    }
    return "{" + properties.joined(separator: ", ") + "}"
  }
}
