import Foundation
import TestSupport
import Testing

/// Random schemas: what Joinery accepts, a server takes as it is; what Joinery refuses, a server refuses or changes.
@Suite struct RandomSchemaTests {
  /// Models of one schema.
  private static let size = 50

  @Test(arguments: TestServer.notSkipped)
  func agreesWithServer(_ server: TestServer) async throws {
    let start = UInt64(TestRun.firstSeed(1))
    let count =
      (Int(ProcessInfo.processInfo.environment["JOINERY_RANDOM_MODELS"] ?? "") ?? TestRun.cases(1_000)) / Self.size
    let trial = Trial(server: server)
    let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
      var tally = Tally()
      var running = 0
      for seed in start..<start + UInt64(count) {
        if running == ProcessInfo.processInfo.activeProcessorCount, let done = try await group.next() {
          tally.add(done)
          running -= 1
        }
        running += 1
        group.addTask {
          var maker = SchemaMaker(seed: seed, target: server.target)
          return try trial.run(maker.schema(models: Self.size, wildPercent: 30))
        }
      }
      for try await done in group { tally.add(done) }
      return tally
    }
    print("\(server): \(tally.summary)")
    for failure in tally.failures where !failure.contains("once more") { Issue.record("\(failure)") }
    // Most tame models are accepted, and the wild ones break many rules.
    #expect(tally.accepted > count * Self.size / 2)
    #expect(tally.refused.count > 25)
  }
}
