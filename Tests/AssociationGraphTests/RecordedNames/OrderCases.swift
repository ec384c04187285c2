extension NameCase {
  /// In which order columns and tables stand, and circles of tables.
  static let orders = [
    // Keys stand in the order of the document, where Sequelize has that of its calls: cId, bId, secondId.
    NameCase(
      "column_order", settings: "",
      """
      a: { columns: { x: string?, y: string? }, belongsTo: { c: c?, second: b? } }
      b: { columns: { z: string? }, hasMany: [a] }
      c: { hasOne: [b] }
      """,
      """
      cs: id createdAt updatedAt
      bs: id z? createdAt updatedAt cId?
        cId -> cs.id setNull cascade
      as: id x? y? createdAt updatedAt cId? secondId? bId?
        cId -> cs.id setNull cascade
        secondId -> bs.id setNull cascade
        bId -> bs.id setNull cascade
      """),
    NameCase(
      "column_order/explicit_id_in_the_middle", settings: "",
      "m: { columns: { a: string?, id: { type: integer, primaryKey: true, autoIncrement: true }, b: string? } }",
      "ms: a? id b? createdAt updatedAt"),
    NameCase(
      "column_order/explicit_timestamps_in_the_middle", settings: "",
      "m: { columns: { a: string?, updatedAt: datetime?, createdAt: datetime(3)?, b: string? } }",
      "ms: id a? updatedAt? createdAt? b?"),
    NameCase(
      "column_order/renamed_timestamps", settings: "",
      "m: { columns: { a: string? }, timestamps: { createdAt: born, updatedAt: changed } }", "ms: id a? born changed"),
    NameCase(
      "column_order/only_updatedAt", settings: "",
      "m: { columns: { a: string? }, timestamps: { createdAt: false, updatedAt: updateTimestamp } }",
      "ms: id a? updateTimestamp"),
    NameCase(
      "column_order/only_createdAt", settings: "", "m: { columns: { a: string? }, timestamps: { updatedAt: false } }",
      "ms: id a? createdAt"),
    NameCase(
      "column_order/underscored_timestamps", settings: "naming: { underscored: true }",
      "m: { columns: { someField: string? } }",
      "ms: id some_field? created_at updated_at"),
    // The words of a model that is no English word stay: here Sequelize's table is `zeta`, its key `zetumId`.
    NameCase(
      "column_order/creation_order_independent_of_definition",
      """
      zeta: { belongsTo: [xray?] }
      yank: { belongsTo: [zeta?] }
      xray: { belongsTo: [victor?] }
      whisky: {}
      victor: {}
      """,
      """
      victors: id
      xrays: id victorId?
        victorId -> victors.id setNull cascade
      zetas: id xrayId?
        xrayId -> xrays.id setNull cascade
      yanks: id zetaId?
        zetaId -> zetas.id setNull cascade
      whiskies: id
      """),
    NameCase(
      "column_order/creation_order_all_independent", "m1: {}\nm2: {}\nm3: {}\nm4: {}",
      "m1s: id\nm2s: id\nm3s: id\nm4s: id"),
    NameCase(
      "column_order/creation_order_diamond",
      """
      d: { belongsTo: [b?, c?] }
      c: { belongsTo: [a?] }
      b: { belongsTo: [a?] }
      a: {}
      """,
      """
      as: id
      bs: id aId?
        aId -> as.id setNull cascade
      cs: id aId?
        aId -> as.id setNull cascade
      ds: id bId? cId?
        bId -> bs.id setNull cascade
        cId -> cs.id setNull cascade
      """),
    // The key of `orders` is `orderId` in Sequelize, which takes the singular of a model's name.
    NameCase(
      "column_order/creation_order_many_roots",
      """
      orders: { belongsTo: [customer?] }
      customer: { hasMany: [address] }
      product: { belongsToMany: { tags: { model: tag, through: product_tag } } }
      orderItem: { belongsTo: [orders?, product?] }
      address: {}
      payment: { belongsTo: { order: orders? } }
      tag: {}
      """,
      """
      customers: id
      orders: id customerId?
        customerId -> customers.id setNull cascade
      products: id
      order_items: id ordersId? productId?
        ordersId -> orders.id setNull cascade
        productId -> products.id setNull cascade
      addresses: id customerId?
        customerId -> customers.id setNull cascade
      payments: id orderId?
        orderId -> orders.id setNull cascade
      tags: id
      product_tags: productId tagId; key (productId, tagId)
        productId -> products.id cascade cascade
        tagId -> tags.id cascade cascade
      """),

    NameCase(
      "self_tree",
      "category: { columns: { name: string? }, belongsTo: { parent: category? }, hasMany: { children: { model: category, inverse: parent } } }",
      """
      categories: id name? parentId?
        parentId -> categories.id setNull cascade
      """),
    NameCase(
      "cyclic_constraints",
      """
      document:
        columns: { author: string? }
        hasMany: [version]
        belongsTo: { current: { model: version?, foreignKey: currentVersionId, constraint: false } }
      version: { columns: { label: string? } }
      """,
      """
      documents: id author? currentVersionId?
        currentVersionId -> versions.id no constraint
      versions: id label? documentId?
        documentId -> documents.id setNull cascade
      """),
    NameCase(
      "cyclic_constraints/cycle_with_constraints",
      """
      document:
        columns: { author: string? }
        hasMany: [version]
        belongsTo: { Current: { model: version?, foreignKey: currentVersionId } }
      version: { columns: { label: string? } }
      """,
      """
      versions: id label? documentId?
        documentId -> documents.id setNull cascade
      documents: id author? currentVersionId?
        currentVersionId -> versions.id setNull cascade
      """),
    NameCase(
      "cyclic_constraints/three_cycle",
      """
      a: { belongsTo: [b?] }
      b: { belongsTo: [c?] }
      c: { belongsTo: [a?] }
      """,
      """
      cs: id aId?
        aId -> as.id setNull cascade
      bs: id cId?
        cId -> cs.id setNull cascade
      as: id bId?
        bId -> bs.id setNull cascade
      """),
    NameCase(
      "cyclic_constraints/cycle_with_unique_and_indexes",
      """
      a:
        columns: { code: { type: string(10)?, unique: true }, n: { type: integer, default: 3 } }
        indexes: [n]
        belongsTo: [b?]
      b: { belongsTo: [a] }
      """,
      """
      bs: id aId
        aId -> as.id noAction cascade
      as: id code? n bId?; unique (code)
        bId -> bs.id setNull cascade
      """),
    NameCase(
      "cyclic_constraints/self_cycle_is_not_a_cycle", "a: { belongsTo: { up: a? } }",
      """
      as: id upId?
        upId -> as.id setNull cascade
      """),
  ]

  /// Names in snake_case.
  static let underscored = [
    // The junction table has its plural too.
    NameCase(
      "underscored", settings: "naming: { underscored: true }",
      """
      User:
        columns: { userName: string?, eMail: { type: string?, column: EMAIL_ADDR } }
        hasMany: [Task]
      Task:
        columns: { taskTitle: string?, dueOn: date? }
        belongsTo: [User?]
        belongsToMany: { tagNames: { model: TagName, through: TaskTag } }
      TagName:
        columns: { labelText: string? }
        belongsToMany: { tasks: { model: Task, through: TaskTag } }
      """,
      """
      users: id user_name? EMAIL_ADDR? created_at updated_at
      tasks: id task_title? due_on? created_at updated_at user_id?
        user_id -> users.id setNull cascade
      tag_names: id label_text? created_at updated_at
      task_tags: created_at updated_at task_id tag_name_id; key (task_id, tag_name_id)
        task_id -> tasks.id cascade cascade
        tag_name_id -> tag_names.id cascade cascade
      """),
    NameCase(
      "underscored/global_define_underscored", settings: "naming: { underscored: true }",
      """
      BlogPost: { columns: { postTitle: string? }, hasMany: [PostComment] }
      PostComment: { belongsTo: [BlogPost?] }
      """,
      """
      blog_posts: id post_title? created_at updated_at
      post_comments: id created_at updated_at blog_post_id?
        blog_post_id -> blog_posts.id setNull cascade
      """),
    // Sequelize names the key of the hasOne after its alias, main_line_id; here all three are one key.
    NameCase(
      "fk_naming_matrix/underscored_source_and_target",
      settings: "defaults: { timestamps: false }\nnaming: { underscored: true }",
      """
      OrderLine:
        belongsTo: [UserProfile?]
        belongsToMany: { manyT: { model: UserProfile, through: LineProfile } }
      UserProfile:
        hasMany: { theLines: OrderLine }
        hasOne: { mainLine: OrderLine }
        belongsToMany: { manyS: { model: OrderLine, through: LineProfile } }
      """,
      """
      user_profiles: id
      order_lines: id user_profile_id?
        user_profile_id -> user_profiles.id setNull cascade
      line_profiles: order_line_id user_profile_id; key (order_line_id, user_profile_id)
        order_line_id -> order_lines.id cascade cascade
        user_profile_id -> user_profiles.id cascade cascade
      """),
    // A run of capitals is one word, where Sequelize has one for each letter: h_t_m_l_pages, some_u_r_l.
    NameCase(
      "fk_naming_matrix/underscored_acronyms_and_digits",
      settings: "defaults: { timestamps: false }\nnaming: { underscored: true }",
      """
      HTMLPage:
        columns: { someURL: string?, HTTPStatus: int?, address2Line: int?, iPhone: int?, already_snake: int?, X: int?, userID: int?, A1B2: int?, v2API: int? }
      """,
      "html_pages: id some_url? http_status? address2_line? i_phone? already_snake? x? user_id? a1_b2? v2_api?"),
  ]
}
