extension NameCase {
  /// Each kind of association by itself, and by other names than its models'.
  ///
  /// Optional keys are written as `?`, where Sequelize has them by silence.
  static let associations = [
    NameCase(
      "assoc_belongs_to_default", settings: "",
      """
      user: { columns: { name: string? } }
      task: { columns: { title: string? }, belongsTo: [user?] }
      """,
      """
      users: id name? createdAt updatedAt
      tasks: id title? createdAt updatedAt userId?
        userId -> users.id setNull cascade
      """),
    NameCase(
      "assoc_has_one_default",
      """
      foo: { columns: { name: string? }, hasOne: [bar] }
      bar: { columns: { title: string? }, belongsTo: [foo?] }
      """,
      """
      foos: id name?
      bars: id title? fooId?
        fooId -> foos.id setNull cascade
      """),
    // Sequelize keeps the capital: TeamId.
    NameCase(
      "assoc_has_many_default",
      """
      Team: { columns: { name: string? }, hasMany: [Player] }
      Player: { columns: { name: string? }, belongsTo: [Team?] }
      """,
      """
      teams: id name?
      players: id name? teamId?
        teamId -> teams.id setNull cascade
      """),
    NameCase(
      "assoc_belongs_to_many_default", settings: "",
      """
      Movie: { columns: { name: string? }, belongsToMany: { actors: { model: Actor, through: ActorMovies } } }
      Actor: { columns: { name: string? }, belongsToMany: { movies: { model: Movie, through: ActorMovies } } }
      """,
      """
      movies: id name? createdAt updatedAt
      actors: id name? createdAt updatedAt
      actor_movies: createdAt updatedAt movieId actorId; key (movieId, actorId)
        movieId -> movies.id cascade cascade
        actorId -> actors.id cascade cascade
      """),
    NameCase(
      "assoc_belongs_to_many_one_sided",
      """
      user: { columns: { name: string? }, belongsToMany: { profiles: { model: profile, through: User_Profiles } } }
      profile: { columns: { name: string? } }
      """,
      """
      users: id name?
      profiles: id name?
      user_profiles: userId profileId; key (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      """),
    NameCase(
      "assoc_belongs_to_many_one_sided/reverse_order_of_calls",
      """
      profile: { columns: { name: string? }, belongsToMany: { users: { model: user, through: User_Profiles } } }
      user: { columns: { name: string? }, belongsToMany: { profiles: { model: profile, through: User_Profiles } } }
      """,
      """
      profiles: id name?
      users: id name?
      user_profiles: profileId userId; key (profileId, userId)
        profileId -> profiles.id cascade cascade
        userId -> users.id cascade cascade
      """),
    // One side says that the table has no timestamps, and that counts for the table.
    NameCase(
      "assoc_belongs_to_many_one_sided/timestamps_false_in_options", settings: "",
      """
      user:
        timestamps: false
        belongsToMany: { profiles: { model: profile, through: User_Profiles, timestamps: false } }
      profile: { timestamps: false, belongsToMany: { users: { model: user, through: User_Profiles } } }
      """,
      """
      users: id
      profiles: id
      user_profiles: userId profileId; key (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      """),
    // What a model says of its timestamps is about its own table: no other takes it over.
    NameCase(
      "assoc_belongs_to_many_one_sided/source_model_createdAt_name_leaks_into_junction", settings: "",
      """
      user:
        timestamps: { createdAt: made_at, updatedAt: false }
        belongsToMany: { profiles: { model: profile, through: User_Profiles } }
      profile: { timestamps: false }
      """,
      """
      users: id made_at
      profiles: id
      user_profiles: createdAt updatedAt userId profileId; key (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      """),
    // The table of a made model has its plural too.
    NameCase(
      "assoc_belongs_to_many_one_sided/hasMany_to_auto_junction_model_steals_alias",
      """
      user: { belongsToMany: { profiles: { model: profile, through: UP } }, hasMany: [UP] }
      profile: { belongsToMany: { users: { model: user, through: UP } } }
      """,
      """
      users: id
      profiles: id
      ups: userId profileId; key (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      """),
    NameCase(
      "assoc_alias_belongs_to",
      """
      ship:
        columns: { name: string? }
        belongsTo: { leader: captain?, boss: { model: captain?, foreignKey: bossRef } }
      captain: { columns: { name: string? } }
      """,
      """
      captains: id name?
      ships: id name? leaderId? bossRef?
        leaderId -> captains.id setNull cascade
        bossRef -> captains.id setNull cascade
      """),
    NameCase(
      "assoc_alias_has_many",
      """
      user:
        columns: { name: string? }
        hasMany:
          Instruments: tool
          Gizmata: { model: tool, foreignKey: gizmoOwnerId }
          sameKey: tool
      tool: { columns: { name: string?, size: string? } }
      """,
      """
      users: id name?
      tools: id name? size? userId? gizmoOwnerId?
        userId -> users.id setNull cascade
        gizmoOwnerId -> users.id setNull cascade
      """),
    NameCase(
      "assoc_alias_single_no_multi_assoc/same_default_association_twice_overwrites",
      """
      a: { belongsTo: { b: b?, second: { model: b?, foreignKey: secondId } } }
      b: {}
      """,
      """
      bs: id
      as: id bId? secondId?
        bId -> bs.id setNull cascade
        secondId -> bs.id setNull cascade
      """),
    // Sequelize refuses it; here the column is `owner`, and the association where one is looked for.
    NameCase(
      "assoc_alias_single_no_multi_assoc/alias_equals_attribute",
      """
      a: { columns: { owner: string? }, belongsTo: { owner: b? } }
      b: {}
      """,
      """
      bs: id
      as: id owner? ownerId?
        ownerId -> bs.id setNull cascade
      """),
    NameCase(
      "assoc_alias_single_no_multi_assoc/alias_equals_fk",
      """
      a: { belongsTo: { owner: { model: b?, foreignKey: owner } } }
      b: {}
      """,
      """
      bs: id
      as: id owner?
        owner -> bs.id setNull cascade
      """),
    NameCase(
      "assoc_alias_single_no_multi_assoc/unaliased_multi_then_as_model_plural",
      """
      a: { hasMany: [b] }
      b: {}
      """,
      """
      as: id
      bs: id aId?
        aId -> as.id setNull cascade
      """),
    aliasesOfPairs("", "", ["productId", "categoryId"]),
    aliasesOfPairs(
      "/both_keys_both_calls", "foreignKey: objectId, otherKey: typeId", "foreignKey: typeId, otherKey: objectId"),
    aliasesOfPairs("/foreignKey_in_both_calls", "foreignKey: objectId", "foreignKey: typeId"),
    aliasesOfPairs("/foreignKey_in_first_only", "foreignKey: objectId", ["objectId", "categoryId"]),
    aliasesOfPairs("/foreignKey_in_second_only", "", "foreignKey: typeId", ["productId", "typeId"]),
    // In these two Sequelize forgets the other key, or makes two more of it.
    aliasesOfPairs("/otherKey_in_first_only", "otherKey: typeId", ["productId", "typeId"]),
    aliasesOfPairs("/otherKey_in_second_only", "", "otherKey: objectId", ["objectId", "categoryId"]),
    // In these two what one side says of both keys goes for the other side.
    aliasesOfPairs("/both_keys_first_only", "foreignKey: objectId, otherKey: typeId"),
    aliasesOfPairs("/both_keys_second_only", "", "foreignKey: typeId, otherKey: objectId"),
    aliasesOfPairs(
      "/object_keys", "foreignKey: { name: objectId, nullable: false }, otherKey: { name: typeId }",
      "foreignKey: { name: typeId }"),
  ]

  /// Products and their categories over one table, with the options of each side.
  private static func aliasesOfPairs(
    _ name: String, _ first: String, _ second: String = "", _ columns: [String] = ["objectId", "typeId"]
  ) -> NameCase {
    func options(_ text: String) -> String { text.isEmpty ? "" : ", " + text }
    return NameCase(
      "assoc_alias_belongs_to_many" + name,
      """
      product: { belongsToMany: { groups: { model: category, through: product_categories\(options(first)) } } }
      category: { belongsToMany: { items: { model: product, through: product_categories\(options(second)) } } }
      """,
      """
      products: id
      categories: id
      product_categories: \(columns[0]) \(columns[1]); key (\(columns[0]), \(columns[1]))
        \(columns[0]) -> products.id cascade cascade
        \(columns[1]) -> categories.id cascade cascade
      """)
  }

  private static func aliasesOfPairs(_ name: String, _ first: String, _ columns: [String]) -> NameCase {
    aliasesOfPairs(name, first, "", columns)
  }
}
