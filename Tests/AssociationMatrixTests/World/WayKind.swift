/// The kinds of associations that the matrix crosses.
enum WayKind: CaseIterable {
  case belongsTo, uniqueHasOne, plainHasOne, hasMany, madeJunction, junctionWithColumns, junctionWithOwnKey, chain,
    scope
  /// To one of the models of a polymorphic belongsTo, by type and id and over the key of an exclusive arc.
  case typeAndId, exclusiveArc
  /// To whichever of its models a polymorphic belongsTo names.
  case polymorphic
  /// From one of those models back.
  case polymorphicInverse
  /// Over a junction table with a polymorphic key.
  case polymorphicJunction
}
