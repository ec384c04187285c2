internal import Diagnostics

/// Collects the nodes of a document as their events come, into a ``NodeTable``.
struct TreeBuilder: ~Copyable {
  /// Thrown where reading on makes no sense; the reason has been reported.
  struct Stopped: Error {}

  /// A collection whose end has not come yet.
  struct OpenCollection {
    var record: UInt32
    var count: UInt32 = 0
    /// Levels of collections inside, those behind aliases included.
    var height = 0
    /// ``expandedNodes`` at its start.
    var expandedBefore: Int
    var isMapping: Bool
    var isFlow: Bool
  }

  /// A node that an alias can repeat.
  private struct Anchor {
    var record: UInt32
    var height: Int
    /// How many nodes an alias to it stands for; `nil` as long as the node is not complete.
    var expandedNodes: Int?
  }

  let file: SourceFileID
  let text: TextBytes
  private(set) var diagnostics = DiagnosticCollector()
  /// The collections around the next node, the innermost last.
  private(set) var open: [OpenCollection] = []

  private var nodes: NodeTable

  private var anchors: [String: Anchor] = [:]
  /// The names whose nodes are still open, by record.
  private var openAnchors: [UInt32: String] = [:]
  /// Aliases that lead nowhere; a tree with such is not given out.
  private var brokenAliases: Set<UInt32> = []
  private var aliasedNodes = 0
  private var keys = KeySet()
  /// The end of what has been read last: a missing node stands there.
  private(set) var previousEnd: Int

  init(file: SourceFileID, text: TextBytes) {
    self.file = file
    self.text = text
    previousEnd = text.start
    nodes = NodeTable(bytes: text.bytes.count)
  }

  /// Nodes so far, with those that aliases repeat.
  private var expandedNodes: Int { nodes.count + aliasedNodes }

  // MARK: Nodes

  /// Adds a scalar that is written at `range`, with the text `content`.
  mutating func addScalar(
    at range: Range<Int>, content: UnsafeBufferPointer<UInt8>, isPlain: Bool, tag: YAMLTag?, anchor: String?
  ) throws(Stopped) {
    try makeRoom(for: range)
    let isWritten = isSame(content, NodeTable.inside(range, isPlain: isPlain))
    let record = nodes.appendScalar(at: range, decoded: isWritten ? nil : content, isPlain: isPlain, tag: tag)
    if let anchor { anchors[anchor] = Anchor(record: record, height: 0, expandedNodes: 1) }
    previousEnd = range.upperBound
  }

  /// Adds a sequence or mapping that starts at `lower`.
  mutating func startCollection(
    isMapping: Bool, isFlow: Bool, at lower: Int, tag: YAMLTag?, anchor: String?
  ) throws(Stopped) {
    guard open.count < YAMLLimits.nesting else {
      throw stop(
        .tooDeep, at: lower..<min(lower + 1, text.bytes.count),
        "Values are nested in more than \(YAMLLimits.nesting) levels")
    }
    let before = expandedNodes
    try makeRoom(for: lower..<lower)
    let record = nodes.appendCollection(isMapping: isMapping, at: lower, tag: tag)
    open.append(OpenCollection(record: record, expandedBefore: before, isMapping: isMapping, isFlow: isFlow))
    if let anchor {
      anchors[anchor] = Anchor(record: record, height: 0, expandedNodes: nil)
      openAnchors[record] = anchor
    }
    // In a flow collection something can stand behind the bracket at the earliest.
    let hasBracket = isFlow && text.isBracket(lower)
    previousEnd = hasBracket ? lower + 1 : lower
  }

  /// Ends the innermost collection: behind its closing bracket at `end`, or without one (`nil`) behind its last node.
  mutating func endCollection(at end: Int?) throws(Stopped) {
    guard let collection = open.popLast() else { return }
    previousEnd = max(previousEnd, end ?? previousEnd)
    let isMapping = collection.isMapping
    nodes.close(collection.record, count: isMapping ? collection.count / 2 : collection.count, at: previousEnd)
    if isMapping, !hasOrdinaryKeys(collection.record) { try relist(collection.record) }
    let height = collection.height + 1
    raiseHeight(to: height)
    if let anchor = openAnchors.removeValue(forKey: collection.record), anchors[anchor]?.record == collection.record {
      anchors[anchor] = Anchor(
        record: collection.record, height: height, expandedNodes: expandedNodes - collection.expandedBefore)
    }
  }

  /// Adds the alias `*name`, which is written at `range`.
  mutating func addAlias(named name: String, at range: Range<Int>) throws(Stopped) {
    let anchor = anchors[name]
    guard let anchor, let repeated = anchor.expandedNodes else {
      // An empty scalar stands in, so that the rest can be checked.
      try makeRoom(for: range)
      let record = nodes.appendScalar(
        at: range, decoded: UnsafeBufferPointer(start: nil, count: 0), isPlain: true, tag: nil)
      brokenAliases.insert(record)
      previousEnd = range.upperBound
      try reportBrokenAlias(named: name, at: range, inside: anchor?.record)
      return
    }
    guard open.count + anchor.height <= YAMLLimits.nesting else {
      throw stop(
        .tooDeep, at: range,
        "Values are nested in more than \(YAMLLimits.nesting) levels, counted with what alias \(quoted(name)) repeats",
        notes: [note("Repeated from here", at: anchor.record)])
    }
    aliasedNodes += repeated
    guard aliasedNodes <= YAMLLimits.aliasedNodes else {
      throw stop(
        .aliasExpansion, at: range, "Aliases repeat more than 1,000,000 values in all",
        explanation: "Aliases that repeat values with aliases in them multiply. Write the values out, or repeat less.")
    }
    try makeRoom(for: range)
    _ = nodes.appendAlias(of: anchor.record, at: range)
    raiseHeight(to: anchor.height)
    previousEnd = range.upperBound
  }

  /// The tree, or `nil` if there is nothing in it or an alias leads nowhere.
  func finish(_ source: [UInt8]) -> YAMLTree? {
    guard nodes.count > 0, brokenAliases.isEmpty else { return nil }
    if nodes.range(of: 0).isEmpty, nodes.isPlain(0), nodes.tag(of: 0) == nil { return nil }
    return YAMLTree(file: file, source: source, nodes: nodes)
  }

  /// Counts a node that comes next, at `range`.
  private mutating func makeRoom(for range: Range<Int>) throws(Stopped) {
    guard nodes.count < YAMLLimits.nodes else {
      throw stop(.tooLarge, at: range, "File has more than 50,000,000 keys and values")
    }
    if !open.isEmpty { open[open.count - 1].count += 1 }
  }

  private mutating func raiseHeight(to height: Int) {
    guard !open.isEmpty else { return }
    open[open.count - 1].height = max(open[open.count - 1].height, height)
  }

  private func isSame(_ content: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard content.count == range.count else { return false }
    for offset in 0..<content.count where content[offset] != text.bytes[range.lowerBound + offset] { return false }
    return true
  }

  // MARK: Keys

  /// Whether a complete mapping has scalars for keys, each once, and no merge key.
  private mutating func hasOrdinaryKeys(_ mapping: UInt32) -> Bool {
    guard case .mapping(let end, let count) = nodes.content(of: mapping) else { return true }
    keys.removeAll(expecting: Int(count))
    var key = mapping + 1
    while key < end {
      guard isScalar(key), !isMergeKey(key), insertKey(key) == nil else { return false }
      key = self.end(of: key + 1)
    }
    return true
  }

  /// Lists the entries of a mapping anew: without those that break a rule, which are reported, and with those that
  /// merge keys bring. Keys of its own go before merged ones, and those of a mapping merged earlier before those of a
  /// later one.
  private mutating func relist(_ mapping: UInt32) throws(Stopped) {
    guard case .mapping(let end, let count) = nodes.content(of: mapping) else { return }
    keys.removeAll(expecting: Int(count))
    var own: [UInt32] = []
    var mergeKey: UInt32?
    var key = mapping + 1
    while key < end {
      if isMergeKey(key) {
        if let mergeKey {
          try report(
            .duplicateKey, at: range(of: key), "Key '<<' stands twice in one mapping",
            explanation: "Name all mappings in one list: `<<: [*first, *second]`.",
            notes: [note("The first is here", at: mergeKey)])
        } else {
          mergeKey = key
          own.append(key)
        }
      } else if !isScalar(key) {
        try report(
          .keyNotScalar, at: range(of: key), "A key must be a single value, not a list or a mapping",
          explanation: "If this was meant as text, put it between quotes.")
      } else if let first = insertKey(key) {
        try report(
          .duplicateKey, at: range(of: key), "Key \(withText(of: key, quoted)) stands twice in one mapping",
          notes: [note("The first is here", at: first)])
      } else {
        own.append(key)
      }
      // The parts of a cut value share the fate of its key, and are no keys themselves.
      key = isScalar(key) ? endOfEntry(key) : self.end(of: self.end(of: key))
    }

    var entries: [NodeTable.Entry] = []
    for key in own {
      if key == mergeKey {
        for source in try mergeSources(of: key + 1) {
          appendEntries(of: source.mapping, through: source.alias, to: &entries)
        }
      } else {
        appendEntry(key, through: NodeTable.none, to: &entries)
      }
    }
    nodes.relist(mapping, entries)
  }

  /// The mappings that the `value` of a merge key names, each with the alias that leads to it.
  private mutating func mergeSources(
    of value: UInt32
  ) throws(Stopped) -> [(mapping: UInt32, alias: UInt32)] {
    let target = nodes.resolved(value)
    let alias = target == value ? NodeTable.none : value
    var candidates = [(written: value, mapping: target, alias: alias)]
    if case .sequence(let end, _) = nodes.content(of: target) {
      candidates = []
      var element = target + 1
      while element < end {
        let mapping = nodes.resolved(element)
        let origin = alias != NodeTable.none ? alias : mapping == element ? NodeTable.none : element
        candidates.append((element, mapping, origin))
        element = self.end(of: element)
      }
    }
    var sources: [(mapping: UInt32, alias: UInt32)] = []
    for candidate in candidates where !brokenAliases.contains(candidate.written) {
      switch nodes.content(of: candidate.mapping) {
      case .mapping, .relisted: sources.append((candidate.mapping, candidate.alias))
      case .written, .decoded, .sequence, .alias:
        try report(
          .merge, at: range(of: candidate.written), "The value of '<<' must be a mapping or a list of mappings",
          explanation: "Write `<<: *name`, where `&name` stands at a mapping above.")
      }
    }
    return sources
  }

  private mutating func appendEntries(
    of mapping: UInt32, through alias: UInt32, to entries: inout [NodeTable.Entry]
  ) {
    func origin(_ entry: NodeTable.Entry) -> UInt32 { alias == NodeTable.none ? entry.alias : alias }
    switch nodes.content(of: mapping) {
    case .mapping(let end, _):
      var key = mapping + 1
      while key < end {
        if insertKey(key) == nil { appendEntry(key, through: alias, to: &entries) }
        key = endOfEntry(key)
      }
    case .relisted(_, let list):
      let positions = nodes.lists[Int(list)]
      var position = positions.lowerBound
      while position < positions.upperBound {
        let entry = nodes.entries[Int(position)]
        if insertKey(entry.key) == nil { appendEntry(entry.key, through: origin(entry), to: &entries) }
        position += 1 + partCount(of: entry.key)
      }
    case .written, .decoded, .sequence, .alias: break
    }
  }

  /// Lists the entry of `key`, and those behind it that are parts of its value.
  private func appendEntry(_ key: UInt32, through alias: UInt32, to entries: inout [NodeTable.Entry]) {
    for part in 0...partCount(of: key) {
      entries.append(NodeTable.Entry(key: key + 2 * part, value: key + 2 * part + 1, alias: alias))
    }
  }

  /// Remembers a key; gives the key with the same text that was there before, if one was.
  private mutating func insertKey(_ key: UInt32) -> UInt32? {
    // Taken out for the time, so that the closure may read the rest.
    var keys = KeySet()
    swap(&keys, &self.keys)
    defer { swap(&keys, &self.keys) }
    return withText(of: key) { bytes in
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      return keys.insert(key, hash: hasher.finalize()) { other in
        withText(of: other) { $0.count == bytes.count && $0.elementsEqual(bytes) }
      }
    }
  }

  private func end(of index: UInt32) -> UInt32 { nodes.end(of: index) }

  private func isScalar(_ index: UInt32) -> Bool { nodes.content(of: nodes.resolved(index)).isScalar }

  private func isMergeKey(_ index: UInt32) -> Bool {
    guard nodes.isPlain(index), nodes.tag(of: index) == nil, case .written(let place) = nodes.content(of: index),
      place.count == 2
    else { return false }
    let start = Int(place.lowerBound)
    return text.bytes[start] == UInt8(ascii: "<") && text.bytes[start + 1] == UInt8(ascii: "<")
  }

  private func withText<Result>(of index: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch nodes.content(of: nodes.resolved(index)) {
    case .written(let place):
      return body(UnsafeBufferPointer(rebasing: text.bytes[Int(place.lowerBound)..<Int(place.upperBound)]))
    case .decoded(let place):
      return nodes.decoded.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[Int(place.lowerBound)..<Int(place.upperBound)]))
      }
    case .sequence, .mapping, .relisted, .alias:
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  // MARK: Cut values

  /// The value at the end of the innermost mapping, if it is cut at a comma and not complete.
  var cutValue: CutValue? {
    guard let mapping = open.last?.record, case .mapping = nodes.content(of: mapping) else { return nil }
    // The last complete entries, backwards: keys and values are scalars.
    var pieces: [Range<Int>] = []
    var key = nodes.count - 2
    while key > mapping, isPart(UInt32(key)) {
      pieces.append(range(of: UInt32(key)))
      key -= 2
    }
    guard key > mapping, !pieces.isEmpty, isOpen(UInt32(key) + 1) else { return nil }
    pieces.append(range(of: UInt32(key) + 1))
    return CutValue(key: range(of: UInt32(key)), pieces: pieces.reversed())
  }

  /// The number of keys behind `key`, a scalar, that are parts of its value; see ``CutValue``.
  private func partCount(of key: UInt32) -> UInt32 {
    guard isOpen(key + 1) else { return 0 }
    var part = key + 2
    while part + 1 < nodes.count, isPart(part) {
      if nodes.isPlain(part), withText(of: part, { $0.contains(UInt8(ascii: ")")) }) { return (part - key) / 2 }
      part += 2
    }
    return 0
  }

  /// The record behind the entry of `key`, a scalar, and behind the parts of its value.
  private func endOfEntry(_ key: UInt32) -> UInt32 {
    let parts = partCount(of: key)
    return parts == 0 ? end(of: key + 1) : key + 2 * parts + 2
  }

  /// Whether a value is bare and has a parenthesis that is not closed.
  private func isOpen(_ value: UInt32) -> Bool {
    nodes.isPlain(value)
      && withText(of: value) { $0.contains(UInt8(ascii: "(")) && !$0.contains(UInt8(ascii: ")")) }
  }

  /// Whether there is a scalar with a comma in front of it and nothing that could be its value behind it.
  private func isPart(_ key: UInt32) -> Bool {
    guard nodes.content(of: key).isScalar else { return false }
    let (range, value) = (nodes.range(of: key), nodes.range(of: key + 1))
    guard nodes.isPlain(key + 1), value.isEmpty, value.lowerBound == range.upperBound else { return false }
    let comma = text.skipTrivia(from: Int(nodes.range(of: key - 1).upperBound))
    return comma < range.lowerBound && text.bytes[comma] == UInt8(ascii: ",")
  }

  // MARK: Diagnostics

  /// Adds an error at `range`; throws when there are too many.
  mutating func report(
    _ rule: SyntaxRule, at range: Range<Int>, _ summary: String, explanation: String? = nil,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) throws(Stopped) {
    guard diagnostics.diagnostics.count < YAMLLimits.diagnostics else {
      throw stop(.tooManyErrors, at: range, "File has more than 1,000 mistakes; the others are not reported")
    }
    diagnostics.error(rule, at: sourceRange(range), summary, explanation: explanation, notes: notes, fixIts: fixIts)
  }

  /// Adds an error after which nothing is read any more, and gives what is to be thrown.
  mutating func stop(
    _ rule: SyntaxRule, at range: Range<Int>, _ summary: String, explanation: String? = nil,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) -> Stopped {
    diagnostics.error(rule, at: sourceRange(range), summary, explanation: explanation, notes: notes, fixIts: fixIts)
    return Stopped()
  }

  /// The bytes of `range` as a place.
  func sourceRange(_ range: Range<Int>) -> SourceRange {
    SourceRange(file: file, lower: UInt32(range.lowerBound), upper: UInt32(range.upperBound))
  }

  /// The first byte of the record at `index`, where a collection that is still open starts, too.
  func start(of index: UInt32) -> Int { Int(nodes.range(of: index).lowerBound) }

  private func range(of index: UInt32) -> Range<Int> {
    let range = nodes.range(of: index)
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  private func note(_ message: String, at index: UInt32) -> Diagnostic.Note {
    Diagnostic.Note(message, at: sourceRange(range(of: index)))
  }

  private mutating func reportBrokenAlias(
    named name: String, at range: Range<Int>, inside record: UInt32?
  ) throws(Stopped) {
    if let record {
      let start = start(of: record)
      try report(
        .recursiveAlias, at: range, "Alias \(quoted(name)) stands inside the value that it repeats",
        notes: [Diagnostic.Note("The value starts here", at: sourceRange(start..<start))])
      return
    }
    // Each search goes over all anchors, so only the first few aliases get a proposal.
    var near: String?
    if brokenAliases.count <= 20 {
      near = nearestName(to: name, among: anchors.sorted { $0.value.record < $1.value.record }.lazy.map(\.key))
    }
    try report(
      .undefinedAlias, at: range,
      "Alias \(quoted(name)) has no anchor above it" + (near.map { "; did you mean \(quoted($0))?" } ?? ""),
      explanation: "Put an anchor, `&` and the same name, in front of the value, further up in the same file.",
      fixIts: near.map {
        [Diagnostic.FixIt("Replace \(quoted(name)) with \(quoted($0))", at: sourceRange(range), replacement: "*\($0)")]
      } ?? [])
  }
}
