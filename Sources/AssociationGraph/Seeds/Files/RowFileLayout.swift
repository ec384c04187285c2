import CSVSyntax
import Diagnostics
import SchemaLanguage

/// What the header of a file of rows says.
struct RowFileLayout: Sendable {
  /// One field of the header.
  struct Field: Sendable {
    let name: Located<String>
    /// What the fields below it hold; `nil` for a label that is no column.
    let content: Content?
    /// Whether they are the labels of the rows.
    let isLabel: Bool
  }

  enum Content: Sendable {
    /// Values of the column at this position.
    case column(Int)
    /// Labels of the rows that a belongsTo leads to.
    case reference(ID<Association>)
  }

  let file: RowFile
  let model: ID<Model>
  /// The field that stands for NULL, where the schema says so.
  let nullText: [UInt8]?
  /// The whole header's place.
  let range: SourceRange
  let fields: [Field]

  /// Whether a field stands for NULL: it is the schema's own text for that, or nothing in a place that may be NULL.
  func isNull(_ field: CSVReader.Field, in reader: CSVReader, isNullable: Bool) -> Bool {
    guard !field.isQuoted else { return false }
    guard let nullText else { return field.isEmpty && isNullable }
    return reader.withBytes(of: field) { $0.elementsEqual(nullText) }
  }

  /// Whether a record is a line with nothing in it.
  func isBlank(_ reader: CSVReader) -> Bool {
    fields.count > 1 && reader.fields.count == 1 && reader.fields[0].isEmpty && !reader.fields[0].isQuoted
  }

  /// What is wrong with the number of a record's fields.
  func fieldCountProblem(_ reader: CSVReader) -> Diagnostic? {
    guard reader.fields.count != fields.count else { return nil }
    let place = reader.fields.count > fields.count ? reader.range(of: reader.fields[fields.count]) : reader.recordRange
    return Diagnostic(
      RowFileRule.fieldCount.identifier, at: place,
      "A record has as many fields as the header, and this one has \(reader.fields.count), not \(fields.count)",
      explanation: "Write every field, also an empty one; put quotes around a field that holds a comma.",
      notes: [Diagnostic.Note("The header is here", at: range)])
  }

  /// What is wrong with a field whose bytes are no text.
  static func encodingProblem(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      RowFileRule.encoding.identifier, at: range, "A file of rows is UTF-8, and this field is not",
      explanation: "Save the file as UTF-8.")
  }

  /// What the form of a file is wrong in.
  static func diagnostic(of problem: CSVProblem) -> Diagnostic {
    let (summary, explanation) =
      switch problem.kind {
      case .openQuote:
        ("A field in quotes ends with a quote, and this one does not end", "Write a quote inside of it as two: `\"\"`.")
      case .bareQuote:
        ("A quote stands in a field in quotes, as two", "Write `\"a \"\"b\"\" c\"` for `a \"b\" c`.")
      case .textBehindQuote:
        (
          "A comma or a line end follows the quote that ends a field",
          "Write a quote inside of the field as two: `\"\"`."
        )
      case .tooLong:
        ("A record has at most 64 MiB", "Look for a quote that is not closed, or load the row in another way.")
      }
    return Diagnostic(RowFileRule.syntax.identifier, at: problem.range, summary, explanation: explanation)
  }
}

extension GraphResolver {
  /// Opens a file of rows and reads its header; `nil` with diagnostics.
  mutating func openRows(_ file: RowFile, _ options: SeedOptions, of model: ID<Model>) -> (CSVReader, RowFileLayout)? {
    do throws(RowFileError) {
      let reader = try CSVReader(file)
      guard try reader.next() else {
        diagnostics.add(
          reader.problem.map(RowFileLayout.diagnostic)
            ?? Diagnostic(
              RowFileRule.header.identifier, at: options.file?.range,
              "A file of rows begins with the names of its columns, and '\(file.path)' is empty"))
        return nil
      }
      return readHeader(reader, file, options, of: model).map { (reader, $0) }
    } catch {
      reportUnreadable(error, at: options.file?.range)
      return nil
    }
  }

  /// Reports that a file cannot be read.
  mutating func reportUnreadable(_ error: RowFileError, at place: SourceRange?) {
    diagnostics.error(
      RowFileRule.unreadable, at: place, "File '\(error.path)' cannot be read",
      explanation: "The system says: \(error.reason).")
  }

  private mutating func readHeader(
    _ reader: CSVReader, _ file: RowFile, _ options: SeedOptions, of model: ID<Model>
  ) -> RowFileLayout? {
    var fields: [RowFileLayout.Field] = []
    var firsts: [String: SourceRange] = [:]
    var givenAt: [Int: SourceRange] = [:]
    var isRight = true
    for field in reader.fields {
      let range = reader.range(of: field)
      guard let text = reader.text(of: field) else {
        diagnostics.add(RowFileLayout.encodingProblem(range))
        return nil
      }
      let name = Located(text, at: range)
      if let first = firsts.updateValue(range, forKey: text) {
        diagnostics.error(
          RowFileRule.header, at: range, "The header names each column once, and '\(text)' twice",
          notes: [Diagnostic.Note("It is named here, too", at: first)])
        isRight = false
        continue
      }
      let isLabel = text == options.label?.value
      let content = readHeader(name, of: model, isLabel: isLabel)
      if content == nil, !isLabel { isRight = false }
      for column in content.map({ columns(of: $0) }) ?? [] {
        if let first = givenAt.updateValue(range, forKey: column) {
          diagnostics.error(
            SeedRule.givenTwice, at: range, "Column '\(graph[model].columns[column].attribute)' is given twice",
            notes: [Diagnostic.Note("It is given here too", at: first)])
          isRight = false
        }
      }
      fields.append(RowFileLayout.Field(name: name, content: content, isLabel: isLabel))
    }
    if let label = options.label, !fields.contains(where: \.isLabel) {
      reportUnknown(
        RowFileRule.header, "File '\(file.path)' has no column '\(label.value)'", label,
        candidates: fields.map(\.name.value))
      isRight = false
    }
    guard isRight else { return nil }
    return RowFileLayout(
      file: file, model: model, nullText: options.nullText.map { Array($0.value.utf8) },
      range: reader.range(of: reader.fields[0]), fields: fields)
  }

  /// The columns that a field gives.
  func columns(of content: RowFileLayout.Content) -> [Int] {
    switch content {
    case .column(let column): [column]
    case .reference(let association): graph[graph[association].steps[0].edge].childColumns
    }
  }

  /// What a name of the header stands for.
  private mutating func readHeader(
    _ name: Located<String>, of model: ID<Model>, isLabel: Bool
  ) -> RowFileLayout.Content? {
    if let position = columnPosition(name.value, of: model) {
      guard graph[model].columns[position].generation == nil else {
        diagnostics.error(
          SeedRule.generatedColumn, at: name.range,
          "Column '\(name.value)' is computed by the server, so a row cannot give it")
        return nil
      }
      return .column(position)
    }
    if let id = associationIDs[model.index][name.value] {
      let association = graph[id]
      guard association.steps.count == 1, association.steps[0].direction == .toParent else {
        diagnostics.error(
          RowFileRule.header, at: name.range,
          "A file of rows gives columns and belongsTo associations, and '\(name.value)' is neither",
          explanation: "Give the rows that it leads to in a file of their own.")
        return nil
      }
      return .reference(id)
    }
    guard !isLabel, !brokenNames[model.index].contains(name.value) else { return nil }
    reportUnknown(
      SeedRule.unknownField, "Model '\(graph[model].name)' has no column or association '\(name.value)'", name,
      candidates: graph[model].columns.map(\.attribute) + graph[model].associations.map { graph[$0].name })
    return nil
  }

  // MARK: Rows with labels

  /// The rows of a file that has labels: others may refer to them, so they are read as if they stood in the schema.
  mutating func labelledRows(_ file: RowFile, _ options: SeedOptions, of model: ID<Model>) -> [RowSyntax] {
    guard let (reader, layout) = openRows(file, options, of: model) else { return [] }
    var rows: [RowSyntax] = []
    var report = RowFileReport()
    do throws(RowFileError) {
      while try reader.next() {
        if layout.isBlank(reader) { continue }
        if let problem = layout.fieldCountProblem(reader) {
          guard report.add(problem, to: &diagnostics) else { return rows }
          continue
        }
        if let row = labelledRow(reader, layout, &report) { rows.append(row) }
        if report.isFull { return rows }
      }
      if let problem = reader.problem { diagnostics.add(RowFileLayout.diagnostic(of: problem)) }
    } catch {
      reportUnreadable(error, at: options.file?.range)
    }
    return rows
  }

  private mutating func labelledRow(
    _ reader: CSVReader, _ layout: RowFileLayout, _ report: inout RowFileReport
  ) -> RowSyntax? {
    var row = RowSyntax(label: nil, range: reader.recordRange, fields: [])
    for (field, head) in zip(reader.fields, layout.fields) {
      let range = reader.range(of: field)
      guard let text = reader.text(of: field) else {
        _ = report.add(RowFileLayout.encodingProblem(range), to: &diagnostics)
        return nil
      }
      if head.isLabel, !text.isEmpty { row.label = Located(text, at: range) }
      guard let content = head.content else { continue }
      let value: ValueSyntax.Content?
      switch content {
      case .reference:
        // No label is empty.
        let isNull = layout.isNull(field, in: reader, isNullable: true)
        value = isNull ? .null : .scalar(text, field.isQuoted ? .quoted : .plain)
      case .column(let position):
        let column = graph[layout.model].columns[position]
        if layout.isNull(field, in: reader, isNullable: column.isNullable) {
          value = .null
        } else if column.isLeftOut(by: field) {
          value = nil
        } else if let syntax = column.syntax(of: text, isQuoted: field.isQuoted, at: range) {
          value = syntax.content
        } else {
          _ = report.add(column.structureProblem(at: range), to: &diagnostics)
          return nil
        }
      }
      if let value {
        row.fields.append(
          FieldSyntax(name: Located(head.name.value, at: range), value: ValueSyntax(value, at: range)))
      }
    }
    return row
  }
}

extension Column {
  /// Whether an empty field leaves the column to the server or to Joinery: no value of its type is empty.
  func isLeftOut(by field: CSVReader.Field) -> Bool {
    guard field.isEmpty, !field.isQuoted, isAutoIncrement || defaultValue != nil else { return false }
    switch type {
    case .char, .varchar, .text, .binary, .varbinary, .blob, .enumeration, .set: return false
    default: return true
    }
  }

  /// The text of a field as a value is read: JSON is taken apart; `nil` where it is none.
  func syntax(of text: String, isQuoted: Bool, at range: SourceRange) -> ValueSyntax? {
    switch type {
    case .json, .vector: JSONField(text, at: range).value
    default: ValueSyntax(.scalar(text, isQuoted ? .quoted : .plain), at: range)
    }
  }

  /// That a field is not the JSON that the column takes.
  func structureProblem(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      ValueRule.type.identifier, at: range, "Column '\(attribute)' takes JSON",
      explanation: "A text is JSON only in its quotes, which are doubled in a field: `\"\"\"text\"\"\"`.")
  }
}

/// Counts the mistakes of a file: one that repeats in each row is not reported a million times.
struct RowFileReport {
  /// The most mistakes of one file that are reported.
  static let largest = 100
  private var count = 0

  /// Whether nothing more is to be reported.
  var isFull: Bool { count > Self.largest }

  /// Reports a mistake; `false` if no more of them are reported.
  mutating func add(_ problem: Diagnostic, to diagnostics: inout DiagnosticCollector) -> Bool {
    count += 1
    guard count > Self.largest else {
      diagnostics.add(problem)
      return true
    }
    if count == Self.largest + 1 {
      diagnostics.error(
        RowFileRule.tooManyErrors, at: problem.range,
        "File has more than \(Self.largest) mistakes; the others are not reported")
    }
    return false
  }
}
