import AssociationGraph
import Diagnostics
import Foundation
import MySQL
import TestSupport

/// Shows random schemas to one server.
struct Trial: Sendable {
  let server: TestServer
  private let reported = Reported()

  /// A trial on `server`.
  init(server: TestServer) { self.server = server }

  /// Tries all models of `schema`.
  func run(_ schema: RandomSchema) throws -> Tally {
    let judgement = try Judgement(schema)
    var tally = Tally()
    tally.leftOut = judgement.leftOut
    var accepted = judgement.accepted
    while !accepted.models.isEmpty, let failure = try failure(ofAccepted: accepted) {
      let culprit = try accepted.models.first {
        try self.failure(ofAccepted: accepted.restricted(to: [$0.name])) != nil
      }
      let start = culprit.map { accepted.restricted(to: [$0.name]) } ?? accepted
      let kind = try self.failure(ofAccepted: start)?.kind ?? failure.kind
      tally.failures.append(try report(start, kind) { try self.failure(ofAccepted: $0) })
      guard let culprit else { break }
      accepted = accepted.removing([culprit.name])
    }
    tally.accepted = accepted.models.count
    for (name, errors) in judgement.errors.sorted(by: { $0.key < $1.key }) {
      let identifiers = Set(errors.map(\.identifier.rawValue))
      for identifier in identifiers { tally.refused[identifier, default: 0] += 1 }
      let own = schema.restricted(to: [name])
      let isAlone = own.models.allSatisfy { $0.name == name || judgement.errors[$0.name] == nil }
      switch isAlone ? try answer(toRefused: own, identifiers) : .unknown {
      case .unknown: tally.notShown += 1
      case .refuses: tally.refusedByServer += 1
      case .changes: tally.changedByServer += 1
      case .disagrees(let failure):
        tally.notShown += 1
        tally.failures.append(
          try report(own, failure.kind) { smaller in
            let still = Set(try Judgement(smaller).errors[name]?.map(\.identifier.rawValue) ?? [])
            guard still == identifiers, case .disagrees(let failure) = try answer(toRefused: smaller, still) else {
              return nil
            }
            return failure
          })
      }
    }
    return tally
  }

  /// The failure of the smallest part of `schema` that fails in the same way, with that part's text.
  private func report(
    _ schema: RandomSchema, _ kind: String, _ failure: (RandomSchema) throws -> Failure?
  ) throws -> String {
    guard reported.isNew(kind) else { return "\(server): \(kind), once more\n\(schema.rendered.text)" }
    let smallest = try schema.shrunk { try failure($0)?.kind == kind }
    return "\(server): \(try failure(smallest)?.description ?? kind)\n\(smallest.rendered.text)"
  }

  // MARK: Accepted schemas

  /// What the server does with a schema that Joinery accepts; `nil` if that is all right, or if Joinery refuses it after all.
  private func failure(ofAccepted schema: RandomSchema) throws -> Failure? {
    let text = schema.rendered.text
    let compilation = Compilation(Array(text.utf8), path: "schemas/random.yaml", verifies: true)
    guard let graph = compilation.graph else { return nil }
    let files = compilation.outputs
    return try server.withDatabase(for: graph) { database in
      do {
        try database.run(files.text(of: "sql/schema.sql"))
      } catch let error as ServerError {
        return Failure(kind: "error \(error.number)", description: "\(error)")
      }
      let difference = try Readback(graph, files).difference(in: database)
      if !difference.isEmpty { return Failure(kind: "change", description: difference) }
      do {
        try database.run(files.text(of: "sql/drop.sql"))
      } catch let error as ServerError {
        return Failure(kind: "drop \(error.number)", description: "\(error)")
      }
      let rest = try database.tables()
      return rest.isEmpty ? nil : Failure(kind: "rest", description: "not dropped: \(rest)")
    }
  }

  // MARK: Refused schemas

  /// What the server does with a schema that Joinery refuses.
  private enum Answer {
    /// It could not be shown to the server.
    case unknown
    case refuses
    case changes
    /// It takes it as it is, or refuses it with another number than the rule has.
    case disagrees(Failure)
  }

  /// Shows a schema to the server that breaks the rules `identifiers`, past the verifier.
  private func answer(toRefused schema: RandomSchema, _ identifiers: Set<String>) throws -> Answer {
    let rules = identifiers.compactMap { ServerRules.rule($0) }
    let text = schema.rendered.text
    guard rules.count == identifiers.count,
      let graph = Compilation(Array(text.utf8), path: "schemas/random.yaml").graph
    else { return .unknown }
    let files = FileTree(["sql/schema.sql": MySQLEmitter(graph: graph).schema()])
    let answers = rules.map { server == .mysql ? $0.mysql : $0.mariadb }
    return try server.withDatabase(for: graph) { database in
      do {
        try database.run(files.text(of: "sql/schema.sql"))
      } catch let error as ServerError {
        if answers.contains(.changesSilently) { return .refuses }
        let numbers = answers.flatMap { if case .refuses(let numbers) = $0 { numbers } else { [Int]() } }
        if numbers.contains(error.number) || identifiers.count > 1 { return .refuses }
        return .disagrees(
          Failure(kind: "error \(error.number)", description: "\(identifiers) has \(numbers), but: \(error)"))
      }
      if answers.contains(.changesSilently) { return .changes }
      return try Readback(graph, files).difference(in: database).isEmpty
        ? .disagrees(Failure(kind: "takes", description: "refused by \(identifiers), but the server takes it as it is"))
        : .changes
    }
  }
}
