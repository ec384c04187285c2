/// The kinds of associations that the matrix crosses.
enum WayKind: CaseIterable {
  case belongsTo, uniqueHasOne, plainHasOne, hasMany, madeJunction, junctionWithColumns, junctionWithOwnKey, chain,
    scope
}
