internal import Diagnostics

/// Finds names that differ from another by one slip of the pen: a letter too many, missing, wrong, or two swapped.
///
/// Two such names have a form in common when one letter is left out of each, so a look-up costs as much as the name is
/// long, however many names there are.
struct SlipIndex {
  private var names: [String: [String]] = [:]

  /// Remembers `name`.
  mutating func insert(_ name: String) {
    for form in Self.forms(of: name) { names[form, default: []].append(name) }
  }

  /// A remembered name, other than `name`, from which `name` is one slip away.
  func slip(of name: String) -> String? {
    let candidates = Self.forms(of: name).flatMap { names[$0] ?? [] }.filter { $0 != name }
    return nearestName(to: name, among: candidates, within: 1)
  }

  /// The name, and the name without each of its letters.
  private static func forms(of name: String) -> [String] {
    let scalars = Array(name.unicodeScalars)
    return [name]
      + scalars.indices.map { left in
        var form = String.UnicodeScalarView()
        for (position, scalar) in scalars.enumerated() where position != left { form.append(scalar) }
        return String(form)
      }
  }
}
