/// The names of an enumeration's cases in Swift, one for each member, all different and none empty.
///
/// A member's words in lower camel case. A member without a word is `empty`, or its characters' code points behind `u`; a
/// name that is taken gets a number behind it.
func enumerationCases(of members: [String]) -> [String] {
  var names = UniqueNames()
  return members.map { member in
    let words = Words(of: member)
    if !words.words.isEmpty { return names.take(words.lowerCamelCase) }
    if member.isEmpty { return names.take("empty") }
    return names.take("u" + member.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "_"))
  }
}
