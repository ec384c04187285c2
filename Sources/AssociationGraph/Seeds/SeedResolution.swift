import CSVSyntax
import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Reads the rows of `seeds`, then those of each set, which come after them.
  mutating func resolveSeeds() {
    var draft = SeedDraft(modelCount: graph.models.count)
    if let plan = resolveRows(takeSeeds(), &draft) { graph.seeds = plan }
    for set in document.seedSets {
      var own = draft
      own.begin(set.name.value)
      if let plan = resolveRows(set.seeds, &own) { graph.seedSets.append(SeedSet(name: set.name.value, plan: plan)) }
    }
  }

  /// Reads rows, gives them their keys, follows their references and orders them; `nil` with diagnostics.
  private mutating func resolveRows(_ seeds: consuming [SeedDeclaration], _ draft: inout SeedDraft) -> SeedPlan? {
    guard !seeds.isEmpty else { return nil }
    var fields: [(row: Int, fields: [FieldSyntax])] = []
    let count = seeds.reduce(0) { $0 + $1.rows.count }
    fields.reserveCapacity(count)
    draft.rows.reserveCapacity(draft.rows.count + count)
    for declaration in seeds {
      guard let model = modelIDs[declaration.model.value] else {
        reportUnknown(
          GraphRule.unknownModel, "Seeds name model '\(declaration.model.value)', which does not exist",
          declaration.model, candidates: graph.models.map(\.name))
        continue
      }
      let upsertKey = readOptions(of: declaration, model, &draft)
      let defaults = knownFields(declaration.options?.defaults ?? [], of: model)
      var rows = declaration.rows
      if let options = declaration.options, let file = options.rows {
        if options.label == nil {
          addStream(file, options, of: model, upsertKey: upsertKey, defaults: defaults, &draft, &fields)
        } else {
          rows += labelledRows(file, options, of: model)
        }
      } else if declaration.options?.file != nil {
        draft.modelsWithUnreadRows.insert(model)
      }
      for row in rows {
        checkLabel(of: row, model, draft)
        var written = RowDraft(model: model, label: row.label, range: row.range)
        written.upsertKey = upsertKey
        fields.append((draft.add(written), self.fields(of: row, with: defaults, model)))
      }
    }
    seeds = []
    var references = readColumns(consume fields, &draft)
    // Labels are known now; rows that associations bring along are appended while this list is walked.
    var next = 0
    while next < references.count {
      let (row, written) = references[next]
      references[next].fields = []
      next += 1
      for field in readColumns(written, into: &draft.rows[row]) { readReference(field, of: row, &draft, &references) }
    }
    deferKeys(&draft)
    numberRows(&draft)
    var index = RowIndex()
    findReferencedRows(&draft, &index)
    takeReferencedKeys(&draft)
    index = RowIndex()
    checkFiles(&draft, &index)
    checkUpserts(draft)
    checkRows(draft)
    checkArcs(draft)
    checkTables(draft)
    let truncation = truncation(draft)
    guard !diagnostics.hasErrors else { return nil }
    guard let needs = findParents(draft, &index), let order = orderRows(draft, needs) else { return nil }
    var plan = statements(for: draft, order)
    plan.statements = truncation + plan.statements
    return plan
  }

  /// Checks that no other row of the model has the label.
  private mutating func checkLabel(of row: RowSyntax, _ model: ID<Model>, _ draft: SeedDraft) {
    guard let label = row.label, let first = draft.labels[model.index][label.value] else { return }
    // That two schema files have it was reported when they were put together.
    guard first < draft.firstOwnRow || isInRowFile(label.range) || isInRowFile(draft.rows[first].place) else { return }
    diagnostics.error(
      SeedRule.labelTwice, at: label.range, "Two rows of '\(graph[model].name)' have the label '\(label.value)'",
      explanation: "Give one of the two another label.",
      notes: [Diagnostic.Note("The other one is here", at: draft.rows[first].place)])
  }

  /// Whether a place is in a file of rows.
  private func isInRowFile(_ place: SourceRange) -> Bool { rowFiles.contains(place.file) }

  /// The fields of `defaults` that the model has; the others are reported once, and not for each row.
  private mutating func knownFields(_ fields: [FieldSyntax], of model: ID<Model>) -> [FieldSyntax] {
    fields.filter { field in
      let name = field.name.value
      if columnPosition(name, of: model) != nil || associationIDs[model.index][name] != nil
        || polymorphicIDs[model.index][name] != nil
      {
        return true
      }
      if !brokenNames[model.index].contains(name) { reportUnknownField(field, of: model) }
      return false
    }
  }

  private mutating func reportUnknownField(_ field: FieldSyntax, of model: ID<Model>) {
    let known =
      graph[model].columns.map(\.attribute) + graph[model].associations.map { graph[$0].name }
      + polymorphicIDs[model.index].keys.sorted()
    reportUnknown(
      SeedRule.unknownField, "Model '\(graph[model].name)' has no column or association '\(field.name.value)'",
      field.name, candidates: known)
  }

  // MARK: Fields

  /// So many rows are read before what was written of them is let go of.
  private static let rowsAtATime = 2_048

  /// Reads the columns of rows; gives the rows that have other fields, with these.
  private mutating func readColumns(
    _ fields: consuming [(row: Int, fields: [FieldSyntax])], _ draft: inout SeedDraft
  ) -> [(row: Int, fields: [FieldSyntax])] {
    var others: [(row: Int, fields: [FieldSyntax])] = []
    for start in stride(from: 0, to: fields.count, by: Self.rowsAtATime) {
      let turn = start..<min(start + Self.rowsAtATime, fields.count)
      for (position, var read) in zip(turn, readColumns(of: fields, at: turn, draft.rows)) {
        let row = fields[position].row
        swap(&draft.rows[row], &read.row)
        if !read.others.isEmpty { others.append((row, read.others)) }
        fields[position].fields = []
      }
    }
    return others
  }

  /// Reads the columns of the rows at some positions of `fields`; gives each with the rest of its fields.
  private mutating func readColumns(
    of fields: [(row: Int, fields: [FieldSyntax])], at positions: Range<Int>, _ rows: [RowDraft]
  ) -> [(row: RowDraft, others: [FieldSyntax])] {
    Array(
      inParts(of: positions) { resolver, positions in
        positions.map { position in
          var row = rows[fields[position].row]
          row.makeRoom(forColumns: resolver.graph[row.model].columns.count)
          let others = resolver.readColumns(fields[position].fields, into: &row)
          return (row, others)
        }
      }.joined())
  }

  /// Reads the columns among the fields of a row; gives the associations.
  private mutating func readColumns(_ fields: [FieldSyntax], into row: inout RowDraft) -> [FieldSyntax] {
    var associations: [FieldSyntax] = []
    // No closure: the optimizer copies the whole resolver for what a closure asks of it.
    for field in fields {
      let name = field.name.value
      if brokenNames[row.model.index].contains(name) {
        row.isBroken = true
      } else if let position = columnPosition(name, of: row.model) {
        readColumn(field, position, of: &row)
      } else if associationIDs[row.model.index][name] != nil || polymorphicIDs[row.model.index][name] != nil {
        associations.append(field)
      } else {
        row.isBroken = true
        reportUnknownField(field, of: row.model)
      }
    }
    return associations
  }

  private mutating func readReference(
    _ field: FieldSyntax, of row: Int, _ draft: inout SeedDraft, _ fields: inout [(row: Int, fields: [FieldSyntax])]
  ) {
    let model = draft.rows[row].model
    if let id = associationIDs[model.index][field.name.value] {
      readAssociation(field, graph[id], of: row, &draft, &fields)
    } else if let id = polymorphicIDs[model.index][field.name.value] {
      readPolymorphic(field, graph[id], of: row, &draft, &fields)
    }
  }

  private mutating func readColumn(_ field: FieldSyntax, _ position: Int, of row: inout RowDraft) {
    let column = graph[row.model].columns[position]
    guard column.generation == nil else {
      diagnostics.error(
        SeedRule.generatedColumn, at: field.name.range,
        "Column '\(column.attribute)' is computed by the server, so a row cannot give it")
      return
    }
    let value: Value?
    if case .mapping(let members) = field.value.content, members.count == 1, members[0].name.value == "sql",
      case .scalar(let expression, _) = members[0].value.content, column.type != .json
    {
      value = .expression(expression)
    } else {
      value = readValue(field.value, as: column)
    }
    guard let value else {
      row.isBroken = true
      return
    }
    if value == .null, !column.isNullable {
      row.isBroken = true
      diagnostics.error(
        ValueRule.null, at: field.value.range, "Column '\(column.attribute)' is not nullable",
        explanation: "Give it a value, or write '?' behind its type.")
      return
    }
    if let given = row.values[position],
      given.comparisonKey(in: column) != value.comparisonKey(in: column)
    {
      row.isBroken = true
      diagnostics.error(
        SeedRule.givenTwice, at: field.value.range,
        "Column '\(column.attribute)' is given twice, with two values",
        notes: [Diagnostic.Note("It is given here too", at: row.places[position] ?? row.place)])
      return
    }
    row.values[position] = value
    row.places[position] = field.value.range
  }

  private mutating func readAssociation(
    _ field: FieldSyntax, _ association: Association, of row: Int, _ draft: inout SeedDraft,
    _ fields: inout [(row: Int, fields: [FieldSyntax])]
  ) {
    guard !association.isChain else {
      draft.rows[row].isBroken = true
      diagnostics.error(
        SeedRule.associationValue, at: field.name.range,
        "Association '\(association.name)' goes over others, so a row cannot give it",
        explanation: "Give the associations that it goes over.")
      return
    }
    let first = association.steps[0]
    switch (association.steps.count, first.direction) {
    case (1, .toParent):
      guard let target = referenceTarget(field.value, of: association, &draft, row) else { return }
      addReference(RowReference(edge: first.edge, target: target, range: field.value.range), to: row, &draft)
    case (1, .toChild):
      for child in nestedRows(field.value, of: association, &draft, row) {
        let position = addRow(of: association.target, at: child.range, broughtBy: row, &draft)
        addReference(RowReference(edge: first.edge, target: .row(row), range: child.range), to: position, &draft)
        giveScope(association, to: position, at: child.range, &draft)
        fields.append((position, child.fields))
      }
    default:
      guard case .list(let items) = field.value.content else {
        draft.rows[row].isBroken = true
        diagnostics.error(
          SeedRule.associationValue, at: field.value.range,
          "Association '\(association.name)' leads to many rows, so it takes a list",
          explanation: "Write \(association.name): [label, …].")
        return
      }
      for item in items { addJunctionRow(item, of: association, from: row, &draft, &fields) }
    }
  }

  /// `commentable: { Post: hello }`: the model, then the row as any association names it.
  private mutating func readPolymorphic(
    _ field: FieldSyntax, _ association: PolymorphicAssociation, of row: Int, _ draft: inout SeedDraft,
    _ fields: inout [(row: Int, fields: [FieldSyntax])]
  ) {
    if case .null = field.value.content, !association.isRequired { return }
    let models = association.alternatives.map { graph[graph[$0].target].name }
    guard case .mapping(let members) = field.value.content, members.count == 1, let member = members.first else {
      draft.rows[row].isBroken = true
      diagnostics.error(
        SeedRule.associationValue, at: field.value.range,
        "Association '\(association.name)' takes a row under its model's name",
        explanation: "Write "
          + models.map { "\(association.name): { \($0): label }" }.joined(separator: " or ") + ".")
      return
    }
    guard let position = models.firstIndex(of: member.name.value) else {
      draft.rows[row].isBroken = true
      reportUnknown(
        SeedRule.associationValue, "Association '\(association.name)' does not lead to '\(member.name.value)'",
        member.name, candidates: models)
      return
    }
    readAssociation(
      FieldSyntax(name: field.name, value: member.value), graph[association.alternatives[position]], of: row, &draft,
      &fields)
  }

  /// One item of a many-to-many list: a label, or a label with columns of the junction table.
  private mutating func addJunctionRow(
    _ item: ValueSyntax, of association: Association, from row: Int, _ draft: inout SeedDraft,
    _ fields: inout [(row: Int, fields: [FieldSyntax])]
  ) {
    var reference = item
    var columns: [FieldSyntax] = []
    if case .mapping(let members) = item.content, members.count == 1, case .mapping(let own) = members[0].value.content
    {
      reference = ValueSyntax(.scalar(members[0].name.value, .plain), at: members[0].name.range)
      columns = own
    }
    guard let target = referenceTarget(reference, of: association, &draft, row) else { return }
    let position = addRow(of: graph.destination(of: association.steps[0]), at: item.range, broughtBy: row, &draft)
    addReference(
      RowReference(edge: association.steps[0].edge, target: .row(row), range: item.range), to: position, &draft)
    addReference(
      RowReference(edge: association.steps[1].edge, target: target, range: reference.range), to: position, &draft)
    giveScope(association, to: position, at: item.range, &draft)
    fields.append((position, columns))
  }

  /// Gives a row that an association makes, its first table's, the values that the association asks for.
  private func giveScope(_ association: Association, to row: Int, at range: SourceRange, _ draft: inout SeedDraft) {
    for term in association.scope where term.step == 0 {
      draft.rows[row].values[term.column] = term.value
      draft.rows[row].places[term.column] = range
    }
  }

  private mutating func addRow(
    of model: ID<Model>, at range: SourceRange, broughtBy row: Int, _ draft: inout SeedDraft
  ) -> Int {
    var brought = RowDraft(model: model, label: nil, range: range, columnCount: graph[model].columns.count)
    brought.upsertKey = mode(of: model, broughtBy: row, at: range, draft).upsertKey
    return draft.add(brought)
  }

  private func addReference(_ reference: RowReference, to row: Int, _ draft: inout SeedDraft) {
    draft.rows[row].references.append(reference)
  }

  private mutating func nestedRows(
    _ value: ValueSyntax, of association: Association, _ draft: inout SeedDraft, _ row: Int
  ) -> [(fields: [FieldSyntax], range: SourceRange)] {
    let items: [ValueSyntax]
    switch value.content {
    case .list(let list) where association.cardinality == .many || list.count == 1: items = list
    case .mapping where association.cardinality != .many: items = [value]
    default: items = []
    }
    let rows = items.compactMap { item -> (fields: [FieldSyntax], range: SourceRange)? in
      guard case .mapping(let fields) = item.content else { return nil }
      return (fields, item.range)
    }
    if case .list(let list) = value.content, list.isEmpty { return [] }
    if rows.count != items.count || items.isEmpty {
      draft.rows[row].isBroken = true
      let form = association.cardinality == .many ? "[{ column: value, … }]" : "{ column: value, … }"
      diagnostics.error(
        SeedRule.associationValue, at: value.range,
        "Association '\(association.name)' takes rows of '\(graph[association.target].name)'",
        explanation: "Write \(association.name): \(form). A row that stands under its own model names this one by "
          + "the other end of the association.")
    }
    return rows
  }

  // MARK: References

  private mutating func referenceTarget(
    _ value: ValueSyntax, of association: Association, _ draft: inout SeedDraft, _ row: Int
  ) -> RowReference.Target? {
    let target = association.target
    switch value.content {
    case .null where !graph[association.steps[0].edge].isRequired: return nil
    case .null:
      draft.rows[row].isBroken = true
      diagnostics.error(
        ValueRule.null, at: value.range, "Association '\(association.name)' is required, so a row cannot leave it NULL",
        explanation: "Name a row of '\(graph[target].name)', or write '?' behind the association's target.")
      return nil
    case .scalar(let label, _):
      if let found = draft.labels[target.index][label] { return .row(found) }
      draft.rows[row].isBroken = true
      // That the file with the labels was not found is reported.
      if draft.modelsWithUnreadRows.contains(target) { return nil }
      let labels = draft.labels[target.index]
      reportUnknown(
        SeedRule.unknownLabel, "Model '\(graph[target].name)' has no row with the label '\(label)'",
        Located(label, at: value.range), candidates: searchesLeft > 0 ? labels.keys.sorted() : [],
        explanation: labels.isEmpty
          ? "Its rows have no labels: write them as a mapping from label to row, or name the row by its values, "
            + "\(association.name): { column: value }." : nil)
      return nil
    case .mapping(let fields): return .values(fields)
    default:
      draft.rows[row].isBroken = true
      diagnostics.error(
        SeedRule.associationValue, at: value.range,
        "Association '\(association.name)' takes the label of a row of '\(graph[target].name)', or its values",
        explanation: "Write \(association.name): label, or \(association.name): { column: value }.")
      return nil
    }
  }

  /// Turns references by values into positions of rows.
  private mutating func findReferencedRows(_ draft: inout SeedDraft, _ index: inout RowIndex) {
    for row in draft.rows.indices {
      for number in draft.rows[row].references.indices {
        let reference = draft.rows[row].references[number]
        guard case .values(let fields) = reference.target else { continue }
        if let found = findRow(fields, of: graph[reference.edge].parent, at: reference.range, draft, &index) {
          draft.rows[row].references[number].target = .row(found)
        } else {
          draft.rows[row].isBroken = true
        }
      }
    }
  }

  private mutating func findRow(
    _ fields: [FieldSyntax], of model: ID<Model>, at range: SourceRange, _ draft: SeedDraft, _ index: inout RowIndex
  ) -> Int? {
    var wanted: [(column: Int, value: Value)] = []
    for field in fields {
      guard let position = findColumn(field.name, of: model) else { return nil }
      guard let value = readValue(field.value, as: graph[model].columns[position]) else { return nil }
      wanted.append((position, value))
    }
    wanted.sort { $0.column < $1.column }
    let found = index.rows(of: graph[model], model, with: wanted.map(\.value), in: wanted.map(\.column), draft)
    guard found.count == 1, let row = found.first else {
      diagnostics.error(
        SeedRule.reference, at: range,
        found.isEmpty
          ? "No row of '\(graph[model].name)' has these values"
          : "\(found.count) rows of '\(graph[model].name)' have these values, where one is meant",
        explanation: draft.streamsOf[model.index].isEmpty
          ? "Name a row by values that it alone has, or give it a label."
          : "Rows of a file are not looked through, unless '$options' name its column of labels: 'label: name'.",
        notes: found.prefix(2).map { Diagnostic.Note("This row has them", at: draft.rows[$0].place) })
      return nil
    }
    return row
  }

  /// Copies the keys of referenced rows into the rows that name them; a key may itself be such a copy.
  private mutating func takeReferencedKeys(_ draft: inout SeedDraft) {
    enum State { case waiting, open, done }
    var states = Array(repeating: State.waiting, count: draft.rows.count)
    for start in draft.rows.indices where states[start] == .waiting {
      var path = [start]
      states[start] = .open
      while let row = path.last {
        let targets = draft.rows[row].references.compactMap { reference -> Int? in
          guard case .row(let target) = reference.target, states[target] == .waiting,
            needsOwnReferences(reference.edge)
          else { return nil }
          return target
        }
        if let target = targets.first {
          states[target] = .open
          path.append(target)
          continue
        }
        for reference in draft.rows[row].references { takeKey(reference, into: row, &draft) }
        states[row] = .done
        path.removeLast()
      }
    }
  }

  /// Whether the columns that an edge references are themselves foreign keys.
  private func needsOwnReferences(_ id: ID<Edge>) -> Bool {
    let edge = graph[id]
    return graph[edge.parent].foreignKeys.contains { key in
      graph[key].childColumns.contains(where: edge.parentColumns.contains)
    }
  }

  private mutating func takeKey(_ reference: RowReference, into row: Int, _ draft: inout SeedDraft) {
    guard case .row(let target) = reference.target else { return }
    let edge = graph[reference.edge]
    var columns = zip(edge.childColumns, edge.parentColumns).map { ($0, draft.rows[target].values[$1], $1) }
    if let discriminator = edge.discriminator { columns.append((discriminator.column, discriminator.value, 0)) }
    for (child, value, parent) in columns {
      guard let value, value != .serverDefault else {
        // The parent's own diagnostic says what is missing, unless nobody can know its key.
        if !draft.rows[target].isBroken, !draft.rows[row].isBroken {
          let column = graph[edge.parent].columns[parent]
          draft.rows[row].isBroken = true
          diagnostics.error(
            SeedRule.reference, at: reference.range,
            "The row that is referenced gives no '\(column.attribute)', so it cannot be named",
            notes: [Diagnostic.Note("It is written here", at: draft.rows[target].place)])
        }
        continue
      }
      let column = graph[edge.child].columns[child]
      if let given = draft.rows[row].values[child],
        given.comparisonKey(in: column) != value.comparisonKey(in: column)
      {
        draft.rows[row].isBroken = true
        diagnostics.error(
          SeedRule.givenTwice, at: reference.range,
          "Column '\(graph[edge.child].columns[child].attribute)' is given twice, with two values",
          notes: [Diagnostic.Note("It is given here too", at: draft.rows[row].places[child] ?? draft.rows[row].place)])
        continue
      }
      draft.rows[row].values[child] = value
      draft.rows[row].places[child] = reference.range
    }
  }
}
