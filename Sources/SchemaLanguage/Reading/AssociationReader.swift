import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// The associations of one kind: a list of targets, or a mapping from names.
  mutating func readAssociations(
    _ entry: YAMLEntry, _ key: ModelKey, _ kind: AssociationKind, into associations: inout [AssociationDeclaration]
  ) {
    if entry.value.isNull { return }
    switch entry.value.kind {
    case .scalar:
      reportShape(
        entry.value, of: entry.key, expected: key.description.shape.phrase(.diagnostic),
        explanation: "Put the target in brackets, `[\(entry.value.text)]`, or give the association a name.",
        fixIts: replacement(of: entry.value, entry.value.text, with: "[\(entry.value.text)]"))
    case .sequence:
      for element in entry.value.elements {
        guard element.kind != .mapping else {
          reportShape(
            element, of: entry.key, isItem: true, expected: "a model's name",
            explanation: "Associations with names of their own stand in a mapping, without `-`.")
          continue
        }
        guard let target = readTarget(element, of: entry.key, kind, isItem: true) else { continue }
        if kind == .belongsToMany { reportNoThrough(at: element, target.name.value) }
        associations.append(
          AssociationDeclaration(kind: kind, name: nil, target: target.name, isOptional: target.isOptional))
      }
    case .mapping:
      for association in entry.value.entries {
        if let declaration = readAssociation(association, kind) { associations.append(declaration) }
      }
    }
  }

  private mutating func reportNoThrough(at node: YAMLNode, _ target: String) {
    report(
      .missingKey, at: node, "A belongsToMany association names its junction model in 'through'",
      explanation: "Write `courses: { model: \(target), through: Enrollment }`, with names of your own.")
  }

  private mutating func readAssociation(_ entry: YAMLEntry, _ kind: AssociationKind) -> AssociationDeclaration? {
    guard let name = readEntryName(entry.key, of: "an association") else { return nil }
    guard entry.value.kind == .mapping else {
      guard let target = readTarget(entry.value, of: entry.key, kind) else { return nil }
      if kind == .belongsToMany { reportNoThrough(at: entry.key, target.name.value) }
      return AssociationDeclaration(kind: kind, name: name, target: target.name, isOptional: target.isOptional)
    }
    var target: Target?
    var hasModel = false
    var hasThrough = false
    var hasOneOf = false
    var encodingKey: YAMLNode?
    var options = AssociationOptionValues()
    for part in entry.value.entries {
      guard let key = recognize(part, AssociationKey.self) else { continue }
      guard key.kinds.contains(kind) else {
        reportKind(part.key, key, kind)
        continue
      }
      switch key {
      case .model:
        hasModel = true
        target = readTarget(part.value, of: part.key, kind)
      case .foreignKey: options.foreignKey = readForeignKey(part, key)
      case .otherKey: options.otherKey = readForeignKey(part, key)
      case .targetKey: options.targetKey = readNameOrNames(part, key)
      case .sourceKey: options.sourceKey = readNameOrNames(part, key)
      case .inverse: options.inverse = readName(part.value, of: part.key)
      case .onDelete: options.onDelete = readChoice(part.value, of: part.key, ReferentialAction.self)
      case .onUpdate: options.onUpdate = readChoice(part.value, of: part.key, ReferentialAction.self)
      case .constraint: options.constraint = readConstraint(part)
      case .scope: options.scope = readScope(part, key)
      case .through:
        hasThrough = true
        readThrough(part, key, kind, into: &options)
      case .unique: options.isPairUnique = readBoolean(part.value, of: part.key)
      case .timestamps: options.timestamps = readBoolean(part.value, of: part.key)
      case .oneOf:
        hasOneOf = true
        options.oneOf = readAlternatives(part, key)
      case .encoding:
        encodingKey = part.key
        options.encoding = readChoice(part.value, of: part.key, PolymorphicEncoding.self)?.value
      }
    }
    if hasOneOf {
      refuseKeysOfPolymorphic(entry, options.encoding ?? .typeAndId)
      return options.oneOf.map { _ in
        AssociationDeclaration(
          kind: kind, name: name, target: nil, isOptional: false, options: AssociationOptions(options))
      }
    }
    if let encodingKey {
      report(
        .conflict, at: encodingKey, "'encoding' is for a polymorphic association",
        explanation: "Write the models in `oneOf: [Post, Photo]`, in place of `model`.")
    }
    if options.chain != nil {
      refuseKeysOfChain(entry)
      return AssociationDeclaration(
        kind: kind, name: name, target: target?.name, isOptional: false, options: AssociationOptions(options))
    }
    // A chain needs no model; what was wrong with it has been said.
    if !hasModel, kind == .belongsToMany || !hasThrough {
      reportMissing(AssociationKey.model, at: entry.key, "Association \(quoted(name.value)) has no 'model'")
    }
    if kind == .belongsToMany, !hasThrough { reportNoThrough(at: entry.key, target?.name.value ?? "Course") }
    return target.map {
      AssociationDeclaration(
        kind: kind, name: name, target: $0.name, isOptional: $0.isOptional, options: AssociationOptions(options))
    }
  }

  /// `through`: a junction model for a belongsToMany, a chain of associations for a hasOne or hasMany.
  private mutating func readThrough(
    _ entry: YAMLEntry, _ key: AssociationKey, _ kind: AssociationKind, into options: inout AssociationOptionValues
  ) {
    guard kind == .belongsToMany else {
      guard entry.value.kind == .sequence else {
        reportShape(
          entry.value, of: entry.key, expected: "a list of associations",
          explanation:
            "A junction model is for belongsToMany; for \(kind.rawValue) write the way: `through: [courses, teacher]`.")
        return
      }
      options.chain = readNames(entry.value, of: entry.key, key)
      return
    }
    guard entry.value.kind == .mapping else {
      options.through = readJunction(entry)
      return
    }
    for part in entry.value.entries {
      guard let key = recognize(part, ThroughKey.self) else { continue }
      switch key {
      case .model: options.through = readJunction(part)
      case .scope: options.throughScope = readScope(part, key)
      }
    }
    if options.through == nil {
      reportMissing(ThroughKey.model, at: entry.key, "'through' has no 'model'")
    }
  }

  /// The name of a junction model, which is made where none is declared.
  private mutating func readJunction(_ entry: YAMLEntry) -> Located<String>? {
    guard let name = readName(entry.value, of: entry.key, expected: .model) else { return nil }
    checkIdentifier(name.value, at: entry.value, of: "a junction model")
    return name
  }

  /// `scope`: columns with values.
  private mutating func readScope(_ entry: YAMLEntry, _ key: some SchemaKey) -> [FieldSyntax] {
    guard readEntries(entry, key) != nil else { return [] }
    return readFields(entry.value)
  }

  /// Reports what a chain cannot have: its keys are those of its associations.
  private mutating func refuseKeysOfChain(_ entry: YAMLEntry) {
    for part in entry.value.entries {
      guard let key = AssociationKey.named[part.key.text], key != .through, key != .model, key != .scope else {
        continue
      }
      report(
        .conflict, at: part.key, "'\(key.rawValue)' is not for a chain, which goes over the keys of its associations",
        explanation: "Write it in the association that it is about.")
    }
  }

  /// The models of a polymorphic association, at least one.
  private mutating func readAlternatives(_ entry: YAMLEntry, _ key: AssociationKey) -> [Located<String>]? {
    guard let names = readNames(entry.value, of: entry.key, key) else { return nil }
    for name in names where name.value.utf8.last == UInt8(ascii: "?") {
      report(
        .wrongKind, at: name.range, "The '?' behind a target is not for one of several models",
        explanation: "Write `foreignKey: { nullable: true }` to make the association optional.")
    }
    return names.contains { $0.value.utf8.last == UInt8(ascii: "?") } ? nil : names
  }

  /// Reports what a polymorphic belongsTo cannot have.
  private mutating func refuseKeysOfPolymorphic(_ entry: YAMLEntry, _ encoding: PolymorphicEncoding) {
    for part in entry.value.entries {
      let explanation: String
      switch (AssociationKey.named[part.key.text], encoding) {
      case (.foreignKey, .exclusiveArc) where namesColumns(part.value):
        explanation = """
          An exclusive arc has a key for each model; what is said of one is written at the other end: `hasMany: { comments: { model: \
          Comment, inverse: …, foreignKey: postId } }`.
          """
      case (.model, _): explanation = "Write the model in oneOf."
      case (.inverse, _):
        explanation =
          "Each of the models names this association: `hasMany: { comments: { model: Comment, inverse: … } }`."
      case (.constraint, .exclusiveArc): explanation = "It has a constraint for each model, named after its key."
      case (.onDelete, .typeAndId), (.onUpdate, .typeAndId), (.constraint, .typeAndId):
        explanation = "It has no FOREIGN KEY; `encoding: exclusiveArc` has one for each model."
      default: continue
      }
      report(
        .conflict, at: part.key, "\(quoted(part.key.text)) is not for a polymorphic association",
        explanation: explanation)
    }
  }

  /// Whether the value of `foreignKey` says more than whether the key is nullable.
  private func namesColumns(_ node: YAMLNode) -> Bool {
    guard node.kind == .mapping else { return true }
    return node.entries.contains { ForeignKeyKey.named[$0.key.text] != .nullable }
  }

  private mutating func reportKind(_ node: YAMLNode, _ key: AssociationKey, _ kind: AssociationKind) {
    let kinds = key.kinds.map(\.rawValue).joined(separator: ", ")
    let explanation: String? =
      switch (key, kind) {
      case (.targetKey, _): "The key is in the target here; what it references in this model is `sourceKey`."
      case (.sourceKey, _): "The key is in this model here; what it references in the target is `targetKey`."
      case (.unique, _): "Write `foreignKey: { unique: true }` for a key that no two rows share."
      default: nil
      }
    report(
      .wrongKind, at: node, "'\(key.rawValue)' is for \(kinds), not for \(kind.rawValue)", explanation: explanation)
  }

  /// A target as it was written: `Grade` or `Grade?`.
  private struct Target {
    var name: Located<String>
    var isOptional: Bool
  }

  private mutating func readTarget(
    _ node: YAMLNode, of keyNode: YAMLNode, _ kind: AssociationKind, isItem: Bool = false
  ) -> Target? {
    guard let written = readName(node, of: keyNode, isItem: isItem, expected: .model) else { return nil }
    guard written.value.utf8.last == UInt8(ascii: "?") else { return Target(name: written, isOptional: false) }
    let bytes = written.value.utf8
    let space = bytes.dropLast().reversed().prefix { $0 == UInt8(ascii: " ") }.count
    let length = bytes.count - 1 - space
    let name = String(decoding: bytes.prefix(length), as: UTF8.self)
    guard !name.isEmpty else {
      report(.badName, at: node, "\(subject(keyNode, isItem)) has no model's name in front of its '?'")
      return nil
    }
    if kind != .belongsTo {
      let mark = node.range(ofBytes: length..<bytes.count)
      report(
        .wrongKind, at: mark, "The '?' behind a target is for belongsTo, not for \(kind.rawValue)",
        explanation: kind == .belongsToMany
          ? "Any number of rows, also none, is what belongsToMany means."
          : "A \(kind.rawValue) may always be empty. `foreignKey: { nullable: true }` makes its key nullable.",
        fixIts: mark == node.range ? [] : [Diagnostic.FixIt("Take the '?' away", at: mark, replacement: "")])
    }
    return Target(name: Located(name, at: node.range(ofBytes: 0..<length)), isOptional: true)
  }

  private mutating func readConstraint(_ entry: YAMLEntry) -> Located<ConstraintDeclaration>? {
    readBooleanOrName(entry)?.map { value in
      switch value {
      case .boolean(let isThere): isThere ? .standard : .none
      case .name(let name): .named(name)
      }
    }
  }
}
