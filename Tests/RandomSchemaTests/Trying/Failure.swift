/// How Joinery and a server disagree about a schema.
struct Failure: CustomStringConvertible {
  /// What stays the same when the schema is made smaller: the error's number, the rule.
  let kind: String
  /// What was said.
  let description: String
}
