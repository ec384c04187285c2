import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// The collation that `charset` and `collation` choose together, `otherwise` where both are silent.
  mutating func resolveCollation(
    charset: Located<String>?, collation: Located<String>?, otherwise: Collation
  ) -> Collation {
    var chosen = otherwise
    if let charset {
      if let standard = charsets.defaultCollation(of: charset.value) {
        chosen = standard
      } else {
        let others = Target.allCases.filter { CharacterSets(target: $0).defaultCollation(of: charset.value) != nil }
        let summary = "Character set '\(charset.value)' is none of the target '\(graph.target.rawValue)'"
        if others.isEmpty {
          reportUnknown(GraphRule.unknownCharset, summary, charset, candidates: charsets.names)
        } else {
          diagnostics.error(
            GraphRule.unknownCharset, at: charset.range, summary, explanation: Target.availability(on: others))
        }
        return chosen
      }
    }
    guard let collation else { return chosen }
    let name = collation.value.lowercased()
    let canonical = name.hasPrefix("utf8_") ? "utf8mb3_" + name.dropFirst(5) : name
    let named = Collation(canonical)
    let havers = CollationNames.targets(having: named)
    if havers.isEmpty {
      reportUnknown(
        GraphRule.unknownCollation, "Collation '\(collation.value)' is none of the target '\(graph.target.rawValue)'",
        collation, candidates: searchesLeft > 0 ? CollationNames(of: graph.target).sorted : [])
      return chosen
    }
    // A collation that another target has is the verifier's to report, unless its character set is missing, too.
    if charsets.defaultCollation(of: named.charset) == nil {
      diagnostics.error(
        GraphRule.unknownCollation, at: collation.range,
        "Collation '\(collation.value)' is none of the target '\(graph.target.rawValue)'",
        explanation: Target.availability(on: havers))
      return chosen
    }
    if let charset, named.charset != chosen.charset {
      diagnostics.error(
        GraphRule.unknownCollation, at: collation.range,
        "Collation '\(collation.value)' does not belong to character set '\(charset.value)'",
        explanation:
          "A collation's name begins with its character set's; write charset: \(named.charset), or a collation "
          + "that begins with \(chosen.charset)_.",
        notes: [Diagnostic.Note("The character set is chosen here", at: charset.range)])
      return chosen
    }
    return named
  }
}
