/// The bounds within which a file is read, so that no input costs unbounded time, memory or stack.
public enum YAMLLimits {
  /// The deepest nesting of collections, aliases counted with what they repeat: a walk over the tree may recurse.
  public static let nesting = 200
  /// The most nodes (keys, values, aliases) that are read from one file.
  public static let nodes = 50_000_000
  /// The most nodes that aliases may repeat, all together.
  public static let aliasedNodes = 1_000_000
  /// The most `%` lines in front of a document: libyaml compares each with each.
  public static let directives = 20
  /// The most mistakes that are reported for one file.
  public static let diagnostics = 1_000
}
