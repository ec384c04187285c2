internal import AssociationGraph
internal import SchemaLanguage

extension MySQLEmitter {
  /// The clause PARTITION BY behind the options of a table.
  ///
  /// On a MySQL target it is what SHOW CREATE TABLE prints: in a comment for the versions that have it, names without
  /// backticks where they need none, two spaces before COLUMNS.
  func partitioning(_ partitioning: Partitioning, of model: Model, into writer: inout SQLWriter) {
    let isMariaDB = graph.target.isMariaDB
    writer.write("\n")
    if !isMariaDB {
      switch (partitioning.method, partitioning.function) {
      case (.range, .columns), (.list, .columns): writer.write("/*!50500 ")
      default: writer.write("/*!50100 ")
      }
    }
    writer.write("PARTITION BY ")
    function(partitioning, of: model, into: &writer)
    if let count = partitioning.count { writer.write("\nPARTITIONS \(count)") }
    for (number, partition) in partitioning.partitions.enumerated() {
      writer.write(number == 0 ? "\n(PARTITION " : ",\n PARTITION ")
      writer.nameOfPartitions(partition.name)
      bounds(of: partition, partitioning, model, into: &writer)
      if !isMariaDB { writer.write(" ENGINE = \(model.options.engine)") }
    }
    if !partitioning.partitions.isEmpty { writer.write(")") }
    if !isMariaDB { writer.write(" */") }
  }

  private func function(_ partitioning: Partitioning, of model: Model, into writer: inout SQLWriter) {
    switch partitioning.method {
    case .hash: writer.write("HASH ")
    case .key: writer.write("KEY ")
    case .range: writer.write("RANGE ")
    case .list: writer.write("LIST ")
    }
    switch partitioning.function {
    case .expression(let expression):
      writer.write("(")
      writer.expression(expression)
      writer.write(")")
    case .column(let position):
      writer.write("(")
      writer.name(model.columns[position].name)
      writer.write(")")
    case .columns(let positions):
      if partitioning.method != .key { writer.write(graph.target.isMariaDB ? "COLUMNS " : " COLUMNS") }
      writer.write("(")
      for (number, position) in positions.enumerated() {
        if number > 0 { writer.write(",") }
        writer.nameOfPartitions(model.columns[position].name)
      }
      writer.write(")")
    }
  }

  private func bounds(
    of partition: Partition, _ partitioning: Partitioning, _ model: Model, into writer: inout SQLWriter
  ) {
    let isRange = partitioning.method == .range
    writer.write(isRange ? " VALUES LESS THAN " : " VALUES IN ")
    switch partitioning.function {
    case .expression, .column:
      // MAXVALUE of an expression stands without parentheses.
      if partition.bounds == [[.maximum]] { return writer.write("MAXVALUE") }
    case .columns: break
    }
    if !isRange { writer.write("(") }
    for (number, bound) in printed(partition.bounds, partitioning).enumerated() {
      if number > 0 { writer.write(",") }
      let isTuple = isRange || bound.count > 1
      if isTuple { writer.write("(") }
      for (position, part) in bound.enumerated() {
        if position > 0 { writer.write(",") }
        switch part {
        case .maximum: writer.write("MAXVALUE")
        case .value(let value): boundValue(value, into: &writer)
        }
      }
      if isTuple { writer.write(")") }
    }
    if !isRange { writer.write(")") }
  }

  /// The values of a list as the server prints them: NULL first, where an expression is looked at.
  private func printed(_ bounds: [[PartitionBound]], _ partitioning: Partitioning) -> [[PartitionBound]] {
    if case .columns = partitioning.function { return bounds }
    return bounds.filter { $0 == [.value(.null)] } + bounds.filter { $0 != [.value(.null)] }
  }

  private func boundValue(_ value: Value, into writer: inout SQLWriter) {
    switch value {
    case .text(let text):
      // The server prints what its own utf8mb3 cannot hold in hexadecimal digits.
      guard text.unicodeScalars.contains(where: { $0.value > 0xFFFF }) else { return writer.tableLiteral(text) }
      writer.write("_utf8mb4 ")
      writer.prefixedHexadecimal(Array(text.utf8))
    case .bytes(let bytes):
      if bytes.isEmpty { return writer.write("''") }
      writer.write("_binary ")
      writer.prefixedHexadecimal(bytes)
    case .expression(let expression): writer.expression(expression)
    case .null, .number, .serverDefault, .lookup: writer.value(value)
    }
  }
}
