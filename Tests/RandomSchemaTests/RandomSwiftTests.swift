import TestSupport
import Testing

/// The Swift of random schemas compiles.
@Suite struct RandomSwiftTests {
  @Test(arguments: TestServer.all.map(\.name), 0..<TestRun.cases(1))
  func compiles(_ server: String, _ round: Int) throws {
    let target = server == TestServer.mysql.name ? TestServer.mysql.target : TestServer.mariadb.target
    var maker = SchemaMaker(seed: 1_000_000 + UInt64(round), target: target)
    let judgement = try Judgement(maker.schema(models: 200, wildPercent: 10))
    #expect(judgement.accepted.models.count > 50)
    let said = try SwiftModule(judgement.compilation.outputs.swift).typeCheck()
    #expect(said == "")
  }
}
