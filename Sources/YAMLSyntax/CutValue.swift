/// A bare value inside braces that YAML has cut at the commas in its parentheses.
///
/// `{ type: enum(a, b) }` reads as the value `enum(a` of the key `type`, and as a key `b)` without a value.
struct CutValue {
  /// Where the key stands to which the value belongs.
  var key: Range<Int>
  /// Where the pieces stand between which there is a comma: the value, and the keys behind it.
  var pieces: [Range<Int>]
}
