import CSVSyntax
import Diagnostics
import SchemaLanguage

/// A key that rows in memory name, and that none of them has: a row of a file may.
struct OpenReference {
  let row: Int
  let edge: ID<Edge>
  let key: [Value]
}

extension GraphResolver {
  /// Reads every file of rows once, or as often as it takes: its values, its keys, and the rows that it names.
  ///
  /// No row is kept. Of keys that are to be unique, and of keys that rows of other files name, hashes of 64 bits are
  /// kept in a ``KeyTable``. Two equal hashes are looked at again before they are reported; that a key is not there goes
  /// unseen where another one has its hash, which among a million keys is one chance in 10¹³ for each.
  mutating func checkFiles(_ draft: inout SeedDraft, _ index: inout RowIndex) {
    for number in draft.streams.indices where draft.streams[number].row >= draft.firstOwnRow {
      let row = draft.streams[number].row
      let wasBroken = draft.rows[row].isBroken
      // It is no row: the checks of rows pass it over.
      draft.rows[row].isBroken = true
      if wasBroken { continue }
      readFile(number, &draft, &index)
    }
    do throws(RowFileError) {
      try checkKeysOfFiles(&draft, &index)
    } catch {
      reportUnreadable(error, at: nil)
    }
  }

  /// Checks the keys of files, each of which was read once.
  private mutating func checkKeysOfFiles(_ draft: inout SeedDraft, _ index: inout RowIndex) throws(RowFileError) {
    for model in graph.models.indices {
      let files = draft.streams.indices.filter { draft.rows[draft.streams[$0].row].model.index == model }
      let isChanged = files.contains { draft.streams[$0].row >= draft.firstOwnRow }
      let hasNewRows = draft.rowsOf[model].last.map { $0 >= draft.firstOwnRow } ?? false
      if !files.isEmpty, isChanged || hasNewRows {
        try checkUniqueness(of: ID(model), files, draft, &index)
      }
    }
    for number in draft.streams.indices where draft.streams[number].row >= draft.firstOwnRow {
      for edge in draft.streams[number].openEdges { try checkParents(along: edge, of: number, &draft) }
    }
  }

  // MARK: Values

  /// Reads the rows of a file for the first time.
  private mutating func readFile(_ number: Int, _ draft: inout SeedDraft, _ index: inout RowIndex) {
    let id = draft.rows[draft.streams[number].row].model
    let earlierFiles = draft.streams[..<number].filter {
      $0.row >= draft.firstOwnRow && draft.rows[$0.row].model == id
    }
    let earlierRows =
      draft.rowsOf[id.index].count { $0 >= draft.firstOwnRow } + earlierFiles.reduce(0) { $0 + $1.rowCount }
    guard var stream = makeStream(draft.streams[number], earlierRows: earlierRows, draft) else { return }
    let edges = graph[id].foreignKeys.compactMap { FileReference($0, of: stream, in: graph) }
    let model = graph[id]
    let evaluators = model.checks.compactMap { CheckEvaluator($0, of: model) }
    var report = RowFileReport()
    var parents: [Set<Int>] = edges.map { _ in [] }
    var isOpen = edges.map { _ in false }
    do throws(RowFileError) {
      var keys = FirstReading(of: graph[id], stream)
      var places = keys.places
      for edge in edges { places.formUnion(edge.key.places) }
      for evaluator in evaluators {
        places.formUnion(evaluator.columns.compactMap { stream.columns.firstIndex(of: $0) })
      }
      let reader = try stream.makeReader(of: places, checksOthers: true)
      while try reader.advance() || !reader.problems.isEmpty {
        for problem in reader.problems {
          guard report.add(problem, to: &diagnostics) else { return }
        }
        if !reader.problems.isEmpty {
          if reader.isAtSyntaxProblem { return }
          continue
        }
        keys.note(reader.values)
        for evaluator in evaluators {
          let isBroken = evaluator.isBroken { column in
            model.columns[column].filled(stream.columns.firstIndex(of: column).map { reader.values[$0] })
          }
          guard isBroken else { continue }
          let place = evaluator.columns.lazy.compactMap { stream.columns.firstIndex(of: $0) }.first ?? 0
          guard report.add(evaluator.finding(at: reader.range(ofColumnAt: place)), to: &diagnostics) else { return }
        }
        for (position, edge) in edges.enumerated() {
          let key = edge.key.values(reader.values)
          guard key.allSatisfy(\.isKnown) else { continue }
          let found = index.rows(of: edge.parentModel, edge.parent, with: key, in: edge.parentColumns, draft)
          if let parent = found.first {
            parents[position].insert(parent)
          } else if mayBeInFile(key, edge.id, draft) {
            isOpen[position] = true
          } else if !mayHaveParent(key, edge.id, draft) {
            let problem = missingParent(edge.id, at: reader.range(ofColumnAt: edge.key.place))
            guard report.add(problem, to: &diagnostics) else { return }
          }
        }
      }
      stream.largestRecord = reader.largestRecord
      draft.streams[number].rowCount = reader.rowCount
      draft.streams[number].repeatedHashes = keys.repeatedHashes
      for position in stream.columns.indices {
        if let next = reader.nextNumber(at: position) {
          draft.numbersBehindFiles[id.index] = max(draft.numbersBehindFiles[id.index], next)
        }
      }
    } catch {
      reportUnreadable(error, at: draft.streams[number].options.file?.range)
      return
    }
    draft.streams[number].stream = stream
    draft.streams[number].openEdges = zip(edges, isOpen).filter(\.1).map(\.0.id)
    for (edge, parents) in zip(edges, parents) {
      draft.streams[number].needs += parents.sorted().map { RowNeed(parent: $0, edge: edge.id) }
    }
  }

  /// Whether files of the parent give the columns of a key, so that they are to be searched.
  func mayBeInFile(_ key: [Value], _ id: ID<Edge>, _ draft: SeedDraft) -> Bool {
    draft.streamsOf[graph[id].parent.index].contains { draft.gives(graph[id].parentColumns, stream: $0, graph) }
  }

  /// Whether a parent may be there though no row shows it: with a key that the server makes, or that its collation holds
  /// equal.
  func mayHaveParent(_ key: [Value], _ id: ID<Edge>, _ draft: SeedDraft) -> Bool {
    let edge = graph[id]
    return zip(key, edge.parentColumns).contains { ValueComparison(graph[edge.parent].columns[$1]).isUndecided($0) }
      || hasParentOfUnknownKey(edge, draft)
      || draft.streamsOf[edge.parent.index].contains { !draft.gives(edge.parentColumns, stream: $0, graph) }
  }

  /// That no row has the key that a row names.
  func missingParent(_ id: ID<Edge>, at place: SourceRange) -> Diagnostic {
    let edge = graph[id]
    let columns = edge.childColumns.map { graph[edge.child].columns[$0].attribute }.joined(separator: ", ")
    return Diagnostic(
      SeedRule.noParent.identifier, at: place,
      "No row of '\(graph[edge.parent].name)' has the key that \(columns) names",
      explanation: "Name a row that the seeds hold, or add it.")
  }

  // MARK: Unique keys

  /// Checks that no two rows of files, and no row of a file and one in memory, have the same primary or unique key.
  private mutating func checkUniqueness(
    of id: ID<Model>, _ files: [Int], _ draft: SeedDraft, _ index: inout RowIndex
  ) throws(RowFileError) {
    let model = graph[id]
    var found = DiagnosticCollector()
    defer { diagnostics.add(contentsOf: found) }
    for (salt, columns) in model.uniqueKeys.enumerated() {
      let rules = columns.map { model.columns[$0] }
      let keyed = files.compactMap { draft.streams[$0].stream }.compactMap { stream in
        StreamKey(columns, of: stream, comparedAs: rules, salt: salt).map { (stream, $0) }
      }
      // Numbers and names that Joinery gives are unique by themselves.
      guard keyed.contains(where: { stream, key in !stream.makes(key.columns) }) else { continue }
      let known = files.count == 1 ? draft.streams[files[0]].repeatedHashes[salt] : nil
      let repeated = if let known { known } else { try repeatedHashes(keyed) }
      var seen: [[Value]: SourceRange] = [:]
      let hasRowsInMemory = !draft.rowsOf[id.index].isEmpty
      guard !repeated.isEmpty || hasRowsInMemory else { continue }
      var report = RowFileReport()
      for (stream, key) in keyed {
        try stream.forEachRow(key.places) { reader in
          guard let hash = key.hash(reader.values) else { return true }
          var first: SourceRange?
          if hasRowsInMemory {
            let values = key.values(reader.values)
            first = index.rows(of: model, id, with: values, in: columns, draft).first.map {
              draft.rows[$0].places[columns[0]] ?? draft.rows[$0].place
            }
          }
          if first == nil, repeated.contains(hash), let compared = key.compared(reader.values) {
            first = seen[compared]
            if first == nil { seen[compared] = reader.range(ofColumnAt: key.place) }
          }
          guard let first else { return true }
          let names = columns.map { model.columns[$0].attribute }.joined(separator: ", ")
          return report.add(
            Diagnostic(
              SeedRule.duplicateKey.identifier, at: reader.range(ofColumnAt: key.place),
              "Two rows of '\(model.name)' have the same unique key (\(names))",
              notes: [Diagnostic.Note("The first is here", at: first)]), to: &found)
        }
      }
    }
  }

  /// The hashes that come more than once: at most some hundred of them.
  private func repeatedHashes(_ streams: [(RowStream, StreamKey)]) throws(RowFileError) -> Set<UInt64> {
    var repeated: Set<UInt64> = []
    var table = KeyTable()
    var keyCount = 0
    for (stream, key) in streams {
      try stream.forEachRow(key.places) { reader in
        guard let hash = key.hash(reader.values) else { return true }
        keyCount += 1
        if keyCount <= KeyTable.capacity, !table.insert(hash) { repeated.insert(hash) }
        return repeated.count <= RowFileReport.largest
      }
    }
    guard keyCount > KeyTable.capacity else { return repeated }
    let parts = KeyTable.parts(of: keyCount)
    for part in 0..<parts {
      table.removeAll()
      for (stream, key) in streams {
        try stream.forEachRow(key.places) { reader in
          guard let hash = key.hash(reader.values), KeyTable.part(of: hash, among: parts) == part else { return true }
          if !table.insert(hash) { repeated.insert(hash) }
          return repeated.count <= RowFileReport.largest
        }
      }
    }
    return repeated
  }

  // MARK: Parents in files

  /// Checks that the rows of a file name rows of other files that are there; those of its own model stand further up.
  private mutating func checkParents(
    along id: ID<Edge>, of number: Int, _ draft: inout SeedDraft
  ) throws(RowFileError) {
    let edge = graph[id]
    var found = DiagnosticCollector()
    defer { diagnostics.add(contentsOf: found) }
    guard let stream = draft.streams[number].stream else { return }
    let rules = edge.parentColumns.map { graph[edge.parent].columns[$0] }
    guard let child = StreamKey(edge.childColumns, of: stream, comparedAs: rules, salt: 0) else { return }
    var isOwn = false
    var parents: [(stream: RowStream, key: StreamKey, isOwn: Bool)] = []
    var keyCount = 0
    for file in draft.streamsOf[edge.parent.index] {
      guard let place = draft.rows[file].stream, let parent = draft.streams[place].stream,
        let key = StreamKey(edge.parentColumns, of: parent, comparedAs: rules, salt: 0)
      else { continue }
      keyCount += draft.streams[place].rowCount
      parents.append((parent, key, place == number))
      if place == number { isOwn = true } else { draft.streams[number].needs.append(RowNeed(parent: file, edge: id)) }
    }
    var index = RowIndex()
    var report = RowFileReport()
    let parts = KeyTable.parts(of: keyCount)
    var table = KeyTable()
    for part in 0..<parts {
      table.removeAll()
      for (parent, key, isOwn) in parents where !isOwn {
        try parent.forEachRow(key.places) { reader in
          if let hash = key.hash(reader.values), KeyTable.part(of: hash, among: parts) == part {
            _ = table.insert(hash)
          }
          return true
        }
      }
      let own = parents.first { $0.isOwn }?.key
      try stream.forEachRow(child.places.union(own?.places ?? [])) { reader in
        // A row may name itself.
        if let hash = own?.hash(reader.values), KeyTable.part(of: hash, among: parts) == part { _ = table.insert(hash) }
        guard let hash = child.hash(reader.values), KeyTable.part(of: hash, among: parts) == part, !table.contains(hash)
        else { return true }
        let key = child.values(reader.values)
        guard index.rows(of: graph[edge.parent], edge.parent, with: key, in: edge.parentColumns, draft).isEmpty,
          !mayHaveParent(key, id, draft)
        else { return true }
        var problem = missingParent(id, at: reader.range(ofColumnAt: child.place))
        if isOwn {
          problem.identifier = RowFileRule.order.identifier
          problem.summary =
            "A row of a file names a row of '\(graph[edge.parent].name)' that comes before it, and none has this key"
          problem.explanation =
            "Put the row that is named further up, or add it. A file with 'label' in its options may have any order."
        }
        return report.add(problem, to: &found)
      }
    }
  }

  /// Finds the parents of rows in memory that no row in memory is, in the files of the parents.
  mutating func findParentsInFiles(
    _ open: [OpenReference], _ needs: inout [[RowNeed]], _ draft: SeedDraft
  ) throws(RowFileError) {
    for (id, references) in Dictionary(grouping: open, by: \.edge).sorted(by: { $0.key.index < $1.key.index }) {
      let edge = graph[id]
      let rules = edge.parentColumns.map { graph[edge.parent].columns[$0] }
      var wanted = Dictionary(grouping: references) { zip($0.key, rules).map { $0.comparisonKey(in: $1) } }
      for file in draft.streamsOf[edge.parent.index] {
        guard let place = draft.rows[file].stream, let stream = draft.streams[place].stream,
          let key = StreamKey(edge.parentColumns, of: stream, comparedAs: rules, salt: 0)
        else { continue }
        try stream.forEachRow(key.places) { reader in
          guard let compared = key.compared(reader.values), let found = wanted.removeValue(forKey: compared) else {
            return true
          }
          for reference in found { needs[reference.row].append(RowNeed(parent: file, edge: id)) }
          return !wanted.isEmpty
        }
      }
      for reference in wanted.values.joined().sorted(by: { $0.row < $1.row })
      where !mayHaveParent(reference.key, id, draft) {
        let row = draft.rows[reference.row]
        diagnostics.add(missingParent(id, at: row.places[edge.childColumns[0]] ?? row.place))
      }
    }
  }
}

/// What the first reading of a file finds out about the unique keys of its rows without another pass: that whole numbers
/// ascend, and the hashes of one further key, if they are no more than a ``KeyTable`` takes.
private struct FirstReading {
  private var ascending: [(number: Int, key: StreamKey, last: Int64)] = []
  private var hashed: (number: Int, key: StreamKey)?
  private var table = KeyTable()
  private var repeated: Set<UInt64> = []
  private(set) var places: Set<Int> = []

  init(of model: Model, _ stream: RowStream) {
    for (number, columns) in model.uniqueKeys.enumerated() {
      guard
        let key = StreamKey(columns, of: stream, comparedAs: columns.map { model.columns[$0] }, salt: number),
        !stream.makes(columns)
      else { continue }
      if key.isWholeNumber {
        ascending.append((number, key, .min))
      } else if hashed == nil {
        hashed = (number, key)
      } else {
        continue
      }
      places.formUnion(key.places)
    }
  }

  /// For each key about which something is known, the hashes that come more than once.
  var repeatedHashes: [Int: Set<UInt64>] {
    var hashes: [Int: Set<UInt64>] = [:]
    for key in ascending { hashes[key.number] = [] }
    if let hashed, !table.isFull { hashes[hashed.number] = repeated }
    return hashes
  }

  mutating func note(_ values: [Value]) {
    var position = 0
    while position < ascending.count {
      if let number = ascending[position].key.number(values), number > ascending[position].last {
        ascending[position].last = number
        position += 1
      } else {
        ascending.remove(at: position)
      }
    }
    guard let hashed, !table.isFull, repeated.count <= RowFileReport.largest, let hash = hashed.key.hash(values) else {
      return
    }
    if !table.insert(hash) { repeated.insert(hash) }
  }
}

/// A foreign key that the rows of a file give.
private struct FileReference {
  let id: ID<Edge>
  let key: StreamKey
  let parent: ID<Model>
  let parentModel: Model
  let parentColumns: [Int]

  /// `nil` for a key that has no constraint, that the file does not give, or that is the same in all rows.
  init?(_ id: ID<Edge>, of stream: RowStream, in graph: AssociationGraph) {
    let edge = graph[id]
    guard edge.constraint != nil, !stream.isConstant(edge.childColumns),
      let key = StreamKey(
        edge.childColumns, of: stream, comparedAs: edge.parentColumns.map { graph[edge.parent].columns[$0] }, salt: 0)
    else { return nil }
    self.id = id
    self.key = key
    parent = edge.parent
    parentModel = graph[edge.parent]
    parentColumns = edge.parentColumns
  }
}

extension RowStream {
  /// Calls `body` for each row with the values at `positions`, until it gives `false`.
  fileprivate func forEachRow(
    _ positions: Set<Int>, _ body: (RowStreamReader) -> Bool
  ) throws(RowFileError) {
    let reader = try makeReader(of: positions, checksOthers: false)
    while try reader.advance() {
      // What is wrong with a row was reported when it was read first.
      if reader.problems.isEmpty, !body(reader) { return }
    }
  }

  /// Whether Joinery numbers or names one of the columns in every row.
  fileprivate func makes(_ columns: [Int]) -> Bool {
    zip(self.columns, cells).contains { column, cell in
      switch cell {
      case .number(nil, _, _), .name(nil, _, _, _): columns.contains(column)
      default: false
      }
    }
  }

  /// Whether all rows have the same in these columns.
  fileprivate func isConstant(_ columns: [Int]) -> Bool {
    zip(self.columns, cells).allSatisfy { column, cell in
      if !columns.contains(column) { return true }
      if case .constant = cell { return true }
      return false
    }
  }
}

extension SeedDraft {
  /// Whether the file that stands at `row` gives all of these columns.
  fileprivate func gives(_ columns: [Int], stream row: Int, _ graph: AssociationGraph) -> Bool {
    guard let place = rows[row].stream else { return false }
    // A file that is wrong was reported.
    guard let stream = streams[place].stream else { return true }
    return columns.allSatisfy(stream.columns.contains)
  }
}
