import Foundation
import TestSupport
import Testing

/// Several runs at once on one folder.
@Suite struct SimultaneousRunTests {
  @Test("end with one whole result") func wholeResult() throws {
    let versions = try ShopProject.Version.allCases.map { try ShopProject.outputs(of: $0, models: 8) }
    // Two projects of their own, with one output folder.
    let projects = try ShopProject.Version.allCases.map { version in
      let project = try ShopProject(models: 8)
      try project.set(version)
      return project
    }
    let output = TemporaryFolder()
    for number in 0..<TestRun.cases(8) {
      // In some rounds there is nothing yet.
      if number % 3 == 0 { try? FileManager.default.removeItem(at: output.url) }
      let tools = try (0..<4).map { part in
        try Tool(["generate", "--output", output.url.path], in: projects[part % 2].folder)
      }
      for tool in tools { #expect(try tool.wait().status == 0) }
      let result = try Snapshot(of: output.url)
      #expect(versions.contains(result))
    }
  }

  @Test("wait for each other, and say so") func waits() throws {
    let project = try ShopProject()
    try project.generate(.first)
    try project.set(.second)
    let old = try Snapshot(of: project.generated)
    let folder = open(project.shop.path, O_RDONLY)
    try #require(folder >= 0 && flock(folder, LOCK_EX) == 0)
    let tool = try Tool(["generate"], in: project.folder)
    while tool.isRunning, try tool.errors.isEmpty { usleep(1000) }
    #expect(try tool.errors == "joinery: waiting for another run that writes to 'generated/shop'\n")
    #expect(try Snapshot(of: project.generated) == old)
    close(folder)
    #expect(try tool.wait().status == 0)
    #expect(try Snapshot(of: project.generated) == ShopProject.outputs(of: .second))
  }

  @Test("go on where the folder is gone when their turn comes") func goneFolder() throws {
    let project = try ShopProject()
    try project.generate(.first)
    let folder = open(project.shop.path, O_RDONLY)
    try #require(folder >= 0 && flock(folder, LOCK_EX) == 0)
    let tool = try Tool(["generate", "--no-cache"], in: project.folder)
    while tool.isRunning, try tool.errors.isEmpty { usleep(1000) }
    try FileManager.default.removeItem(at: project.generated)
    close(folder)
    #expect(try tool.wait().status == 0)
    #expect(try Snapshot(of: project.generated) == ShopProject.outputs(of: .first))
  }
}
