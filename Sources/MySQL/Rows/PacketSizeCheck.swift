internal import AssociationGraph
internal import CSVSyntax
internal import Diagnostics

/// Finds the rows whose INSERT no packet of the server takes, though nothing else stands in it (error 1153).
struct PacketSizeCheck {
  private let graph: AssociationGraph
  /// The most rows that are reported.
  private static let mostReported = 100

  init(_ graph: AssociationGraph) { self.graph = graph }

  func check(_ diagnostics: inout DiagnosticCollector) {
    var found = 0
    for plan in [graph.seeds] + graph.seedSets.map(\.plan) {
      var writer = SeedWriter(graph: graph, plan: plan)
      for statement in plan.statements {
        switch statement {
        case .insert(let rows):
          let rest = writer.sizeWithoutRows(SeedWriter.Insertion(rows))
          for (values, place) in zip(rows.rows, rows.places) where mayExceed(values, rest) {
            report(values, of: rows.model, at: place, rest, &writer, &found, &diagnostics)
          }
        case .stream(let stream):
          let rest = writer.sizeWithoutRows(SeedWriter.Insertion(stream))
          // Files are read once more only where one of their records is that large.
          guard largestLiterals(of: stream.largestRow, in: stream.columns.count) + rest > graph.maxAllowedPacket,
            let reader = try? stream.makeReader()
          else { continue }
          // A file that cannot be read any more is reported when it is to be written.
          while found < Self.mostReported, (try? reader.next()) == true {
            report(reader.values, of: stream.model, at: reader.place, rest, &writer, &found, &diagnostics)
          }
        case .release, .delete, .update: continue
        }
      }
    }
  }

  /// Whether a row can be too large, without a look at its literals.
  private func mayExceed(_ values: [Value], _ rest: Int) -> Bool {
    var size = 0
    for value in values {
      // How long a subquery is shows when it is written.
      if case .lookup = value { return true }
      size += value.byteCount
    }
    return largestLiterals(of: size, in: values.count) + rest > graph.maxAllowedPacket
  }

  /// As many bytes as the literals of so many values have at most: hexadecimal digits, and what stands around them.
  private func largestLiterals(of size: Int, in count: Int) -> Int { size * 2 + count * 16 + 8 }

  private func report(
    _ values: [Value], of model: ID<Model>, at place: SourceRange, _ rest: Int, _ writer: inout SeedWriter,
    _ found: inout Int, _ diagnostics: inout DiagnosticCollector
  ) {
    writer.writeRow(values, of: model)
    let size = writer.row.bytes.count + rest
    guard size > graph.maxAllowedPacket, found < Self.mostReported else { return }
    found += 1
    diagnostics.error(
      SeedRule.packetSize, at: place,
      "An INSERT has at most the \(graph.maxAllowedPacket) bytes of 'maxAllowedPacket', and this row of "
        + "'\(graph[model].name)' takes \(size)",
      explanation: "Write the server's own max_allowed_packet into 'target' if it is larger, or make the row smaller.")
  }
}
