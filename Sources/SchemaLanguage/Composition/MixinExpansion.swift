public import Diagnostics

extension SchemaDocument {
  /// The document with what mixins bring written into the models that use them; it has no mixins any more.
  ///
  /// A model's own columns, associations, indexes and checks come first, then those of its mixins in the order of `uses`,
  /// behind each mixin those of the mixins that it uses itself. A mixin counts once for a model. What comes keeps the place
  /// where the mixin says it. A name that the model has already is reported with both places, and the later one left out.
  ///
  /// - Returns: `nil` if it is not known what a model has: `uses` leads to no mixin or in a circle, or mixins exceed
  ///   ``LanguageRule/mixinLimit``.
  public func expandingMixins(diagnostics: inout DiagnosticCollector) -> SchemaDocument? {
    var document = self
    var expansion = MixinExpansion(mixins)
    expansion.checkMixins()
    document.mixins = []
    for index in models.indices where !models[index].uses.isEmpty {
      expansion.expand(&document.models[index])
      if expansion.isExhausted { break }
    }
    diagnostics.add(contentsOf: expansion.diagnostics)
    return expansion.isWhole ? document : nil
  }
}

/// The mixins of a schema, and how far they were taken in.
private struct MixinExpansion {
  /// The deepest chain of mixins: the walk over it recurses.
  private static let deepest = 100
  /// The most declarations that mixins bring, each mixin counted as one more.
  private static let mostDeclarations = 2_000_000

  private(set) var diagnostics = DiagnosticCollector()
  /// Whether each name in `uses` led to a mixin, and all was taken in.
  private(set) var isWhole = true
  /// Whether mixins can be walked over: none takes itself in, and no chain is too deep.
  private var isWalkable = true
  /// Whether ``mostDeclarations`` is reached.
  private(set) var isExhausted = false

  private let mixins: [MixinDeclaration]
  private var positions: [String: Int] = [:]
  /// For each mixin, how many mixins the longest chain has that begins with it; `nil` while that is not known.
  private var heights: [Int?]
  private var count = 0

  init(_ mixins: [MixinDeclaration]) {
    self.mixins = mixins
    for (position, mixin) in mixins.enumerated() { positions[mixin.name.value] = position }
    heights = Array(repeating: nil, count: mixins.count)
  }

  // MARK: Checking

  /// Follows the `uses` of every mixin, also of those that no model uses.
  mutating func checkMixins() {
    var chain: [(mixin: Int, use: SourceRange)] = []
    for position in mixins.indices { _ = check(position, &chain) }
  }

  /// The height of a mixin, at the end of the `chain` of those that are being checked, each with the place where it uses the
  /// next.
  private mutating func check(_ position: Int, _ chain: inout [(mixin: Int, use: SourceRange)]) -> Int {
    if let height = heights[position] { return height }
    let mixin = mixins[position]
    var height = 1
    var isInCircle = false
    checkRepetition(in: mixin.uses, of: "Mixin '\(mixin.name.value)'")
    for use in mixin.uses {
      guard let used = find(use, for: "Mixin '\(mixin.name.value)'") else { continue }
      chain.append((position, use.range))
      defer { chain.removeLast() }
      if let start = chain.firstIndex(where: { $0.mixin == used }) {
        // One circle that a mixin closes is enough to see what is wrong with it.
        if !isInCircle { reportCircle(use, chain[start...]) }
        isInCircle = true
        continue
      }
      guard chain.count < Self.deepest else {
        reportDepth(use)
        break
      }
      let heightFromHere = 1 + check(used, &chain)
      guard heightFromHere <= Self.deepest else {
        reportDepth(use)
        break
      }
      height = max(height, heightFromHere)
    }
    heights[position] = height
    return height
  }

  private mutating func find(_ use: Located<String>, for subject: String) -> Int? {
    if let position = positions[use.value] { return position }
    isWhole = false
    let near = nearestName(to: use.value, among: mixins.lazy.map(\.name.value))
    diagnostics.error(
      LanguageRule.unknownMixin, at: use.range,
      "\(subject) uses mixin '\(use.value)', which does not exist" + (near.map { "; did you mean '\($0)'?" } ?? ""),
      explanation: near == nil ? "Declare it under `mixins`, here or in a file that the schema imports." : nil,
      fixIts: near.map {
        [Diagnostic.FixIt("Replace '\(use.value)' with '\($0)'", at: use.range, replacement: $0)]
      } ?? [])
    return nil
  }

  private mutating func checkRepetition(in uses: [Located<String>], of subject: String) {
    guard uses.count > 1 else { return }
    var firsts: [String: SourceRange] = [:]
    for use in uses {
      guard let first = firsts.updateValue(use.range, forKey: use.value) else { continue }
      diagnostics.error(
        LanguageRule.repeatedMixin, at: use.range, "\(subject) uses mixin '\(use.value)' twice",
        explanation: "Take one of them away.", notes: [Diagnostic.Note("It stands here, too", at: first)])
    }
  }

  private mutating func reportCircle(_ use: Located<String>, _ circle: ArraySlice<(mixin: Int, use: SourceRange)>) {
    isWhole = false
    isWalkable = false
    let names = circle.map { mixins[$0.mixin].name.value } + [use.value]
    diagnostics.error(
      LanguageRule.mixinCircle, at: use.range,
      "Mixins use one another in no circle: \(names.map { "'\($0)'" }.joined(separator: " uses "))",
      explanation: "Put what both need into a mixin that uses neither.",
      notes: zip(circle.dropLast(), names).map { Diagnostic.Note("'\($1)' uses the next one here", at: $0.use) })
  }

  private mutating func reportDepth(_ use: Located<String>) {
    isWhole = false
    isWalkable = false
    diagnostics.error(
      LanguageRule.mixinLimit, at: use.range, "Mixins use one another at most \(Self.deepest) deep",
      explanation: "Let fewer mixins stand between this one and the last.")
  }

  // MARK: Taking in

  /// Writes what the mixins of `model` hold into it.
  mutating func expand(_ model: inout ModelDeclaration) {
    let subject = "Model '\(model.name.value)'"
    checkRepetition(in: model.uses, of: subject)
    var taken = TakenNames(model)
    let uses = model.uses
    model.uses = []
    for use in uses {
      guard let position = find(use, for: subject), isWalkable else { continue }
      takeIn(position, by: use, into: &model, &taken)
      if isExhausted { return }
    }
  }

  /// Takes in the mixin at `position` and those that it uses; `use` is the model's word that led here.
  private mutating func takeIn(
    _ position: Int, by use: Located<String>, into model: inout ModelDeclaration, _ taken: inout TakenNames
  ) {
    guard taken.mixins.insert(position).inserted else { return }
    let mixin = mixins[position]
    count +=
      1 + mixin.uses.count + mixin.columns.count + mixin.associations.count + mixin.indexes.count + mixin.checks.count
    guard count <= Self.mostDeclarations else {
      reportCount(use)
      return
    }
    for column in mixin.columns {
      if let other = taken.columns.firstPlace(of: column.name) {
        reportCollision(use, mixin, "column", column.name, model, other)
      } else {
        model.columns.append(column)
      }
    }
    for association in mixin.associations {
      if let name = association.name, let other = taken.associations.firstPlace(of: name) {
        reportCollision(use, mixin, "association", name, model, other)
      } else {
        model.associations.append(association)
      }
    }
    for index in mixin.indexes {
      if let name = index.name, let other = taken.indexes.firstPlace(of: name) {
        reportCollision(use, mixin, "index", name, model, other)
      } else {
        model.indexes.append(index)
      }
    }
    for var check in mixin.checks {
      if let name = check.name, let other = taken.checks.firstPlace(of: name) {
        reportCollision(use, mixin, "check", name, model, other)
      } else {
        check.isNamedAfterTable = true
        model.checks.append(check)
      }
    }
    for further in mixin.uses {
      if let next = positions[further.value] { takeIn(next, by: use, into: &model, &taken) }
      if isExhausted { return }
    }
  }

  private mutating func reportCollision(
    _ use: Located<String>, _ mixin: MixinDeclaration, _ kind: String, _ name: Located<String>,
    _ model: ModelDeclaration, _ other: SourceRange
  ) {
    diagnostics.error(
      LanguageRule.mixinCollision, at: use.range,
      "Mixin '\(mixin.name.value)' brings \(kind) '\(name.value)', which model '\(model.name.value)' has already",
      explanation: "Give one of the two another name, or take it away.",
      notes: [
        Diagnostic.Note("The mixin's is here", at: name.range), Diagnostic.Note("The other one is here", at: other),
      ])
  }

  private mutating func reportCount(_ use: Located<String>) {
    isWhole = false
    isExhausted = true
    diagnostics.error(
      LanguageRule.mixinLimit, at: use.range,
      "Mixins bring at most 2,000,000 declarations to the models of a schema",
      explanation: "Let fewer models use the large mixins, or make those smaller.")
  }
}

/// The names that a model has, with their places, and the mixins that it has taken in.
private struct TakenNames {
  /// The names of one kind.
  struct Kind {
    private var places: [String: SourceRange] = [:]

    init(_ names: some Sequence<Located<String>>) {
      for name in names { _ = firstPlace(of: name) }
    }

    /// Where a thing of this name stands already; `nil` for a new name, which is remembered.
    mutating func firstPlace(of name: Located<String>) -> SourceRange? {
      if let first = places[name.value] { return first }
      places[name.value] = name.range
      return nil
    }
  }

  var columns: Kind
  var associations: Kind
  var indexes: Kind
  var checks: Kind
  /// By position.
  var mixins: Set<Int> = []

  init(_ model: ModelDeclaration) {
    columns = Kind(model.columns.lazy.map(\.name))
    associations = Kind(model.associations.lazy.compactMap(\.name))
    indexes = Kind(model.indexes.lazy.compactMap(\.name))
    checks = Kind(model.checks.lazy.compactMap(\.name))
  }
}
