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
        reportUnknown(
          GraphRule.unknownCharset,
          "Character set '\(charset.value)' is none of the target '\(graph.target.rawValue)'", charset,
          candidates: charsets.names)
        return chosen
      }
    }
    guard let collation else { return chosen }
    let name = collation.value.lowercased()
    let canonical = name.hasPrefix("utf8_") ? "utf8mb3_" + name.dropFirst(5) : name
    let named = Collation(canonical)
    if charsets.defaultCollation(of: named.charset) == nil {
      reportUnknown(
        GraphRule.unknownCollation,
        "Collation '\(collation.value)' belongs to no character set of the target '\(graph.target.rawValue)'",
        collation, candidates: charsets.names.compactMap { charsets.defaultCollation(of: $0)?.name })
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
