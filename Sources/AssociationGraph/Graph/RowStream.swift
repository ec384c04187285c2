public import CSVSyntax
public import Diagnostics
import SchemaLanguage

/// Rows of one model that are read from a file when they are written, so that nobody holds all of them.
///
/// They were read and checked when the graph was made. Each pass over the file gives the same rows.
public struct RowStream: Sendable {
  /// The model.
  public let model: ID<Model>
  /// The columns that the rows give: positions in the model, ascending.
  public let columns: [Int]
  /// The columns that are set in a row that is there already; `nil` where such a row is refused.
  public var updatedColumns: [Int]?

  /// Where the values of a column come from.
  enum Cell: Sendable {
    /// A field of each record.
    case field(Int, FieldReader)
    /// A field with a label of a row: the key that it stands for, this part of it.
    case reference(Int, ReferencedKeys, part: Int)
    /// Numbers from this one on, but for those that the field gives; none where the server numbers.
    case number(Int?, FieldReader, first: UInt64?)
    /// UUIDs of the names that begin so and end with the position, from this one on, but for those that the field gives.
    case name(Int?, FieldReader, prefix: String, first: Int)
    /// The same in every row.
    case constant(Value)
  }

  let layout: RowFileLayout
  /// The size of the file's largest record, in bytes.
  var largestRecord = 0
  /// One for each of ``columns``.
  let cells: [Cell]

  /// As many bytes as the values of a row have at most, to tell large rows from others without a look at each.
  public var largestRow: Int {
    // What a field becomes is no longer than twice the field, and what is made of it: a number in full, a function's name.
    cells.reduce(largestRecord * 2) { size, cell in
      switch cell {
      case .constant(let value): size + value.byteCount
      case .reference(_, let keys, let part): size + keys.keys.values.reduce(0) { max($0, $1[part].byteCount) }
      case .field, .number: size + 128
      case .name(_, _, let prefix, _): size + prefix.utf8.count + 128
      }
    }
  }

  /// Opens the file.
  public func makeReader() throws(RowFileError) -> RowStreamReader {
    try RowStreamReader(self, demands: cells.map { _ in .value })
  }

  /// What is wanted of the fields of a column.
  enum Demand {
    /// Their values.
    case value
    /// That they are looked at.
    case check
    /// Nothing.
    case nothing
  }

  /// Opens the file for those who want the values of some columns, positions in ``columns``; the others are checked, or
  /// left alone.
  func makeReader(of positions: Set<Int>, checksOthers: Bool) throws(RowFileError) -> RowStreamReader {
    try RowStreamReader(
      self, demands: cells.indices.map { positions.contains($0) ? .value : checksOthers ? .check : .nothing })
  }
}

/// Keys of rows by their labels. (A class, since it is asked for each row.)
final class ReferencedKeys: Sendable {
  let association: String
  let model: String
  let isRequired: Bool
  let keys: [String: [Value]]

  init(association: String, model: String, isRequired: Bool, keys: [String: [Value]]) {
    self.association = association
    self.model = model
    self.isRequired = isRequired
    self.keys = keys
  }
}

/// Reads the rows of a ``RowStream`` in their order.
public final class RowStreamReader {
  /// The values of the row that was read last, one for each of the stream's columns.
  public private(set) var values: [Value]
  /// What is wrong with the record that was read last.
  private(set) var problems: [Diagnostic] = []
  /// Where the row that was read last begins.
  public var place: SourceRange { reader.recordRange }
  /// The size of the largest record that was read, in bytes.
  private(set) var largestRecord = 0
  /// How many rows were read.
  private(set) var rowCount = 0
  /// Whether nothing more can be read, since the form of the file is wrong.
  var isAtSyntaxProblem: Bool { reader.problem != nil }

  private let stream: RowStream
  private let reader: CSVReader
  private var cells: [RowStream.Cell]
  private let demands: [RowStream.Demand]

  init(_ stream: RowStream, demands: [RowStream.Demand]) throws(RowFileError) {
    self.stream = stream
    self.demands = demands
    reader = try CSVReader(stream.layout.file)
    cells = stream.cells
    values = Array(repeating: .null, count: cells.count)
    _ = try reader.next()
  }

  /// Reads the next row into ``values``; `false` at the end.
  ///
  /// - Throws: also where a row is no longer right: then the file has changed since it was checked.
  public func next() throws(RowFileError) -> Bool {
    let isRow = try advance()
    guard problems.isEmpty else {
      throw RowFileError(path: stream.layout.file.path, reason: "It has changed while it was read")
    }
    return isRow
  }

  /// Reads the next record; `false` at the end. Where the record is wrong, ``problems`` says why.
  func advance() throws(RowFileError) -> Bool {
    if !problems.isEmpty { problems.removeAll(keepingCapacity: true) }
    repeat {
      guard try reader.next() else {
        if let problem = reader.problem { problems.append(RowFileLayout.diagnostic(of: problem)) }
        return false
      }
    } while stream.layout.isBlank(reader)
    rowCount += 1
    largestRecord = max(largestRecord, reader.recordSize)
    if let problem = stream.layout.fieldCountProblem(reader) {
      problems.append(problem)
      return true
    }
    for position in cells.indices {
      switch demands[position] {
      case .value: values[position] = value(at: position) ?? .null
      case .check: if !isPlain(at: position) { _ = value(at: position) }
      case .nothing: continue
      }
    }
    return true
  }

  /// Where the record that was read last gives a column; its beginning where none of its fields does.
  func range(ofColumnAt position: Int) -> SourceRange {
    switch cells[position] {
    case .field(let field, _), .reference(let field, _, _), .number(let field?, _, _), .name(let field?, _, _, _):
      field < reader.fields.count ? reader.range(of: reader.fields[field]) : reader.recordRange
    case .number, .name, .constant: reader.recordRange
    }
  }

  /// The number that the next row would get, of the column at `position`.
  func nextNumber(at position: Int) -> UInt64? {
    if case .number(_, _, let first) = cells[position] { first } else { nil }
  }

  /// Whether the field of a column is right at a glance.
  private func isPlain(at position: Int) -> Bool {
    guard case .field(let number, let column) = cells[position], stream.layout.nullText == nil else { return false }
    let field = reader.fields[number]
    return !field.isEmpty && column.isPlain(field, in: reader)
  }

  private func value(at position: Int) -> Value? {
    switch cells[position] {
    case .field(let field, let column): return read(field, column) ?? .serverDefault
    case .constant(let value): return value
    case .reference(let field, let keys, let part): return key(field, keys, part)
    case .number(let field, let column, let next):
      if let field, let written = read(field, column) {
        guard case .number(let text) = written, let number = UInt64(text) else { return written }
        if number == 0 {
          problems.append(
            Diagnostic(
              SeedRule.zeroKey.identifier, at: range(ofColumnAt: position),
              "Column '\(column.column.attribute)' is numbered by the server, which takes 0 for 'the next number'",
              explanation: "Number from 1, or leave the field empty."))
        } else if let next, number >= next {
          cells[position] = .number(field, column, first: number == .max ? nil : number + 1)
        }
        return written
      }
      guard let next else { return .serverDefault }
      guard next <= column.column.type.largestInteger else {
        problems.append(
          Diagnostic(
            ValueRule.range.identifier, at: reader.recordRange,
            "Column '\(column.column.attribute)' ends at \(column.column.type.largestInteger), and this row would get a higher number",
            explanation: "Give the key a wider type."))
        return nil
      }
      cells[position] = .number(field, column, first: next + 1)
      return .number(String(next))
    case .name(let field, let column, let prefix, let first):
      if let field, let written = read(field, column) { return written }
      return .text(NameBasedUUID(namespace: .seeds, name: "\(prefix)#\(first + rowCount - 1)").text)
    }
  }

  /// The value of a field; `nil` for one that leaves its column out.
  private func read(_ position: Int, _ column: FieldReader) -> Value? {
    let field = reader.fields[position]
    if !field.isEmpty, stream.layout.nullText == nil, let value = column.plainValue(field, in: reader) { return value }
    if stream.layout.isNull(field, in: reader, isNullable: column.column.isNullable) {
      if !column.column.isNullable {
        problems.append(column.nullProblem(at: reader.range(of: field)))
      }
      return .null
    }
    if column.column.isLeftOut(by: field) { return nil }
    let range = reader.range(of: field)
    guard let text = reader.text(of: field) else {
      problems.append(RowFileLayout.encodingProblem(range))
      return .null
    }
    guard let syntax = column.column.syntax(of: text, isQuoted: field.isQuoted, at: range) else {
      problems.append(column.column.structureProblem(at: range))
      return .null
    }
    switch column.read(syntax) {
    case .success(.null) where !column.column.isNullable:
      problems.append(column.nullProblem(at: range))
      return .null
    case .success(let value): return value
    case .failure(let problem):
      problems.append(problem.diagnostic)
      return .null
    }
  }

  /// A part of the key of the row with the label that a field holds.
  private func key(_ position: Int, _ keys: ReferencedKeys, _ part: Int) -> Value {
    let field = reader.fields[position]
    // No label is empty.
    if stream.layout.isNull(field, in: reader, isNullable: true) {
      if keys.isRequired {
        problems.append(
          Diagnostic(
            ValueRule.null.identifier, at: reader.range(of: field),
            "Association '\(keys.association)' is required, so a row cannot leave it NULL",
            explanation: "Name a row of '\(keys.model)', or write '?' behind the association's target."))
      }
      return .null
    }
    guard let label = reader.text(of: field) else {
      problems.append(RowFileLayout.encodingProblem(reader.range(of: field)))
      return .null
    }
    if let key = keys.keys[label] { return key[part] }
    if part == 0 {
      problems.append(
        Diagnostic(
          SeedRule.unknownLabel.identifier, at: reader.range(of: field),
          "Model '\(keys.model)' has no row with the label '\(label)'",
          explanation: keys.keys.isEmpty
            ? "Its rows have no labels: give them some, or name the row by the columns of its key." : nil))
    }
    return .null
  }
}
