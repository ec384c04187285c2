extension NameCase {
  /// Tables between two others.
  static let junctions = [
    users("empty_model", "{}", "userId profileId; key (userId, profileId)"),
    users(
      "payload", "{ columns: { selfGranted: boolean?, since: date? } }",
      "selfGranted? since? userId profileId; key (userId, profileId)"),
    users(
      "payload_with_timestamps", "{ columns: { selfGranted: boolean? }, timestamps: true }",
      "selfGranted? createdAt updatedAt userId profileId; key (userId, profileId)"),
    users(
      "own_id", "{ columns: { id: { type: integer, primaryKey: true, autoIncrement: true }, selfGranted: boolean? } }",
      "id selfGranted? userId? profileId?; unique (userId, profileId)"),
    users(
      "own_id_one_call", "{ columns: { id: { type: integer, primaryKey: true, autoIncrement: true } } }",
      "id userId? profileId?; unique (userId, profileId)", isPaired: false),
    users(
      "own_uuid_pk", "{ columns: { grantId: { type: uuid, primaryKey: true, default: uuid } } }",
      "grantId userId? profileId?; key (grantId); unique (userId, profileId)"),
    users(
      "own_pk_not_first", "{ columns: { note: string?, code: { type: string(8), primaryKey: true } } }",
      "note? code userId? profileId?; key (code); unique (userId, profileId)"),
    // Sequelize makes the pair UNIQUE beside its primary key.
    users(
      "fks_declared_with_references_model", "{ columns: { userId: integer, profileId: integer } }",
      "userId profileId; key (userId, profileId)"),
    users(
      "fks_declared_one_call_only", "{ columns: { userId: integer, profileId: integer } }",
      "userId profileId; key (userId, profileId)", isPaired: false),
    // The pair begins with the key of the side that is written first, wherever its columns stand.
    users(
      "fks_declared_plain", "{ columns: { note: string?, profileId: integer, userId: integer } }",
      "note? profileId userId; key (userId, profileId)"),
    users(
      "fks_declared_as_primary_keys",
      "{ columns: { profileId: { type: integer, primaryKey: true }, userId: { type: integer, primaryKey: true } } }",
      "profileId userId; key (profileId, userId)"),
    users(
      "one_fk_declared", "{ columns: { profileId: integer, extra: string? } }",
      "profileId extra? userId; key (userId, profileId)"),
    users(
      "unique_false_with_own_id", "{ columns: { id: { type: integer, primaryKey: true, autoIncrement: true } } }",
      "id userId? profileId?", options: "unique: false"),
    // Said on either side, of the table: Sequelize listens to the last call alone.
    users(
      "unique_false_first_call_only", "{ columns: { id: { type: integer, primaryKey: true, autoIncrement: true } } }",
      "id userId? profileId?", options: "unique: false"),
    users(
      "unique_false_without_own_id", "{}", "userId profileId; key (userId, profileId)", options: "unique: false"),
    users("tableName_on_through", "{ table: tbl_up }", "userId profileId; key (userId, profileId)", table: "tbl_up"),
    users(
      "through_underscored_own_id", settings: "defaults: { timestamps: false }\nnaming: { underscored: true }",
      "{ columns: { id: { type: integer, primaryKey: true, autoIncrement: true } } }",
      "id user_id? profile_id?; unique (user_id, profile_id)", keys: ["user_id", "profile_id"]),
    NameCase(
      "through_model_variants/string_naming_an_existing_model",
      """
      user: { belongsToMany: { profiles: { model: profile, through: Grant } } }
      profile: { belongsToMany: { users: { model: user, through: Grant } } }
      Grant: { columns: { note: string? } }
      """,
      """
      users: id
      profiles: id
      grants: note? userId profileId; key (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      """),
    NameCase(
      "through_model_variants/two_aliases_same_through_same_keys",
      """
      user: { belongsToMany: { admins: { model: profile, through: Link }, guests: { model: profile, through: Link } } }
      profile: { belongsToMany: { users: { model: user, through: Link } } }
      Link: { columns: { kind: string? } }
      """,
      """
      users: id
      profiles: id
      links: kind? userId profileId; key (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      """),
    // Sequelize takes the first pair's other key away.
    NameCase(
      "through_model_variants/two_pairs_same_through",
      """
      user: { belongsToMany: { profiles: { model: profile, through: Link }, tags: { model: tag, through: Link } } }
      profile: { belongsToMany: { users: { model: user, through: Link } } }
      tag: { belongsToMany: { users: { model: user, through: Link } } }
      Link: { columns: { id: { type: integer, primaryKey: true, autoIncrement: true }, kind: string? } }
      """,
      """
      users: id
      profiles: id
      tags: id
      links: id kind? userId? profileId? tagId?; unique (userId, profileId); unique (userId, tagId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
        tagId -> tags.id cascade cascade
      """),
    NameCase(
      "through_model_variants/two_junctions_between_same_models",
      """
      user:
        belongsToMany: { liked: { model: profile, through: Like }, blocked: { model: profile, through: Block } }
      profile:
        belongsToMany: { likers: { model: user, through: Like }, blockers: { model: user, through: Block } }
      """,
      """
      users: id
      profiles: id
      likes: userId profileId; key (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      blocks: userId profileId; key (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      """),
    // The unique key's name is too long for a server; here it is made shorter.
    NameCase(
      "through_model_variants/long_unique_name_error",
      """
      user:
        belongsToMany:
          longs: { model: averyveryveryverylongmodelname, through: AnotherVeryVeryLongJunctionModelName }
      averyveryveryverylongmodelname: {}
      AnotherVeryVeryLongJunctionModelName:
        columns: { id: { type: integer, primaryKey: true, autoIncrement: true } }
      """,
      """
      users: id
      averyveryveryverylongmodelnames: id
      another_very_very_long_junction_model_names: id userId? averyveryveryverylongmodelnameId?; unique (userId, averyveryveryverylongmodelnameId)
        userId -> users.id cascade cascade
        averyveryveryverylongmodelnameId -> averyveryveryverylongmodelnames.id cascade cascade
      """),
    // The belongsTo at the other end makes the keys required where it has no `?`.
    NameCase(
      "super_m2m",
      """
      user: { belongsToMany: { profiles: { model: profile, through: grant } }, hasMany: [grant] }
      profile: { belongsToMany: { users: { model: user, through: grant } }, hasMany: [grant] }
      grant:
        columns: { id: { type: integer, primaryKey: true, autoIncrement: true }, selfGranted: boolean? }
        belongsTo: [user?, profile?]
      """,
      """
      users: id
      profiles: id
      grants: id selfGranted? userId? profileId?; unique (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      """),
    // Sequelize gives these keys SET NULL, because the calls come in another order.
    NameCase(
      "super_m2m/hasMany_first_then_belongsToMany",
      """
      user: { hasMany: [grant], belongsToMany: { profiles: { model: profile, through: grant } } }
      profile: { hasMany: [grant], belongsToMany: { users: { model: user, through: grant } } }
      grant:
        columns: { id: { type: integer, primaryKey: true, autoIncrement: true } }
        belongsTo: [user?, profile?]
      """,
      """
      users: id
      profiles: id
      grants: id userId? profileId?; unique (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      """),
    NameCase(
      "super_m2m/without_own_id_hasMany_through_composite_pk",
      """
      user: { belongsToMany: { profiles: { model: profile, through: grant } }, hasMany: [grant] }
      profile: { belongsToMany: { users: { model: user, through: grant } }, hasMany: [grant] }
      grant: { belongsTo: [user, profile] }
      """,
      """
      users: id
      profiles: id
      grants: userId profileId; key (userId, profileId)
        userId -> users.id cascade cascade
        profileId -> profiles.id cascade cascade
      """),
    // A model with itself: the other key has the association's name, and two associations have each other's.
    NameCase(
      "self_default_names/one_association",
      """
      User: { belongsToMany: { friends: { model: User, through: Friendship } } }
      """,
      """
      users: id
      friendships: userId friendId; key (userId, friendId)
        userId -> users.id cascade cascade
        friendId -> users.id cascade cascade
      """),
    NameCase(
      "self_default_names/two_associations",
      """
      User:
        belongsToMany: { followers: { model: User, through: Follow }, following: { model: User, through: Follow } }
      """,
      """
      users: id
      follows: followingId followerId; key (followingId, followerId)
        followingId -> users.id cascade cascade
        followerId -> users.id cascade cascade
      """),
    NameCase(
      "self_default_names/one_to_many",
      """
      Employee: { hasMany: { reports: Employee }, belongsTo: { employee: Employee? } }
      """,
      """
      employees: id employeeId?
        employeeId -> employees.id setNull cascade
      """),
  ]

  /// Users and profiles through the model `User_Profile`.
  private static func users(
    _ name: String, settings: String = "defaults: { timestamps: false }", _ model: String, _ columns: String,
    isPaired: Bool = true, options: String = "", table: String = "user_profiles",
    keys: [String] = ["userId", "profileId"]
  ) -> NameCase {
    let option = options.isEmpty ? "" : ", " + options
    let back = isPaired ? "{ belongsToMany: { users: { model: user, through: User_Profile } } }" : "{}"
    return NameCase(
      "through_model_variants/" + name, settings: settings,
      """
      user: { belongsToMany: { profiles: { model: profile, through: User_Profile\(option) } } }
      profile: \(back)
      User_Profile: \(model)
      """,
      """
      users: id
      profiles: id
      \(table): \(columns)
        \(keys[0]) -> users.id cascade cascade
        \(keys[1]) -> profiles.id cascade cascade
      """)
  }
}
