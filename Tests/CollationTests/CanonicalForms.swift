/// What stands for each character under a collation, made from the server's weights: for each weight the first character
/// that has it alone.
struct CanonicalForms {
  /// The replacements of the characters that do not stand for themselves.
  private(set) var replacements: [UInt32: [UInt32]] = [:]
  /// The characters that are compared as one, in order, with what stands for them.
  private(set) var contractions: [(scalars: [UInt32], canonical: [UInt32])] = []
  /// Whether every weight has a character that has it alone.
  private(set) var isComplete = true

  private var standIns: [ServerWeights.Weight: UInt32] = [:]

  init(_ server: ServerWeights, contractions: [(scalars: [UInt32], weights: [ServerWeights.Weight])] = []) {
    let scalars = server.weights.keys.sorted()
    for scalar in scalars {
      guard let weights = server.weights[scalar], weights.count == 1, standIns[weights[0]] == nil else { continue }
      standIns[weights[0]] = scalar
    }
    for scalar in scalars {
      let canonical = standIns(for: server.weights[scalar] ?? [])
      if canonical != [scalar] { replacements[scalar] = canonical }
    }
    for contraction in contractions {
      self.contractions.append((contraction.scalars, standIns(for: contraction.weights)))
    }
  }

  private mutating func standIns(for weights: [ServerWeights.Weight]) -> [UInt32] {
    let found = weights.compactMap { standIns[$0] }
    if found.count != weights.count { isComplete = false }
    return found
  }

  /// The replacements that differ from those of `other`; a character may stand for itself.
  func replacements(unlike other: CanonicalForms) -> [UInt32: [UInt32]] {
    var different: [UInt32: [UInt32]] = [:]
    for scalar in Set(replacements.keys).union(other.replacements.keys) {
      let own = replacements[scalar] ?? [scalar]
      if own != other.replacements[scalar] ?? [scalar] { different[scalar] = own }
    }
    return different
  }

  /// Takes out the syllables of Hangul that are their letters, which `CollationTable` computes.
  mutating func leaveOutHangul() {
    for syllable in UInt32(0xAC00)...0xD7A3 {
      let number = syllable - 0xAC00
      let letters =
        [0x1100 + number / 588, 0x1161 + number % 588 / 28] + (number % 28 > 0 ? [0x11A7 + number % 28] : [])
      if replacements[syllable] == letters { replacements[syllable] = nil } else { isComplete = false }
    }
  }
}
