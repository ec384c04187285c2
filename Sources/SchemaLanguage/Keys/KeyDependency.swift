/// How the keys of a mapping depend on one another.
///
/// The reader says the same in better words, each at its place; this is for tools that check a schema by its shape.
enum KeyDependency<Key: Sendable>: Sendable {
  /// At least one of the keys is there.
  case atLeastOne([Key])
  /// Just one of the keys is there.
  case exactlyOne([Key])
  /// Where the key is, there is at least one of the others.
  case needs(Key, [Key])
  /// Where the key is, there is none of the others.
  case excludes(Key, [Key])
}
