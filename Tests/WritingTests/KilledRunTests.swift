import Foundation
import TestSupport
import Testing

/// Runs that are stopped or killed.
@Suite struct KilledRunTests {
  /// When a run is killed.
  private enum Moment: CaseIterable {
    /// At any time of the run.
    case anywhere
    /// While the files are made.
    case preparing
    /// While the files are put in their places.
    case changing
  }

  private static let models = 12

  @Test("a killed run leaves the old file or the new one, and the next run whole outputs", arguments: 0..<4)
  func killed(part: Int) throws {
    var generator = SeededGenerator(state: UInt64(part))
    let project = try ShopProject(models: Self.models)
    let outputs = try ShopProject.Version.allCases.map {
      ($0, try ShopProject.outputs(of: $0, models: Self.models))
    }
    let duration = try ContinuousClock().measure { try project.generate(.first) }

    var mixtures = 0
    var leftovers = 0
    for number in 0..<TestRun.cases(50) {
      let (version, new) = outputs[(number + 1) % 2]
      let old = try Snapshot(of: project.generated)
      try project.set(version)
      let tool = try Tool(["generate"], in: project.folder)
      wait(for: Moment.allCases[number % 3], of: tool, project, (old, new), duration, using: &generator)
      tool.signal(SIGKILL)
      _ = try tool.wait()

      let left = try Snapshot(of: project.generated)
      #expect(left.damages(from: old, to: new) == [])
      leftovers += left.hasLeftovers ? 1 : 0
      mixtures += left.damages(from: old, to: old) != [] && left.damages(from: new, to: new) != [] ? 1 : 0
      if number % 5 == 4 {
        try project.generate(version)
        #expect(try Snapshot(of: project.generated) == new)
      }
    }
    // Else the test shows nothing.
    #expect(leftovers > 0, "No run was killed while it wrote")
    #expect(mixtures > 0, "No run was killed while it changed files")
  }

  @Test(
    "a run that is asked to end leaves all of the old or all of the new", arguments: [SIGINT, SIGTERM, SIGHUP])
  func stopped(signal: Int32) throws {
    var generator = SeededGenerator(state: UInt64(signal))
    let project = try ShopProject(models: Self.models)
    let outputs = try ShopProject.Version.allCases.map {
      ($0, try ShopProject.outputs(of: $0, models: Self.models))
    }
    let duration = try ContinuousClock().measure { try project.generate(.first) }

    var stopped = 0
    for number in 0..<TestRun.cases(12) {
      let (version, new) = outputs[(number + 1) % 2]
      let old = try Snapshot(of: project.generated)
      try project.set(version)
      let tool = try Tool(["generate"], in: project.folder)
      wait(for: Moment.allCases[number % 3], of: tool, project, (old, new), duration, using: &generator)
      tool.signal(signal)
      let ending = try tool.wait()

      let left = try Snapshot(of: project.generated)
      #expect(left == old || left == new)
      #expect(ending.status == -signal || (ending.status == 0 && left == new))
      stopped += ending.status == -signal ? 1 : 0
    }
    #expect(stopped > 0, "Every run had ended before")
  }

  @Test("what the caller ignores stays ignored") func ignored() throws {
    let project = try ShopProject(models: Self.models)
    let tool = try Tool(["generate"], in: project.folder, by: ["sh", "-c", #"trap '' HUP; exec "$@""#, "sh"])
    while tool.isRunning, try !Snapshot(of: project.generated).hasLeftovers { usleep(50) }
    tool.signal(SIGHUP)
    #expect(try tool.wait().status == 0)
  }

  /// Waits for a moment of a run, and some random time more.
  private func wait(
    for moment: Moment, of tool: Tool, _ project: ShopProject, _ change: (old: Snapshot, new: Snapshot),
    _ duration: Duration,
    using generator: inout SeededGenerator
  ) {
    var rest = duration * Double.random(in: 0..<1, using: &generator)
    switch moment {
    case .anywhere: break
    case .preparing:
      let staging = project.shop.appending(path: ".joinery-1").path
      while tool.isRunning, !exists(staging) { usleep(50) }
      rest /= 2
    case .changing:
      // The first change takes away what the new version does not have.
      let removed = change.old.paths.first { change.new.entries[$0] == nil && !$0.contains(".joinery-") }
      if let path = removed.map({ project.generated.appending(path: $0).path }) {
        while tool.isRunning, exists(path) { usleep(10) }
      }
      rest = .microseconds(Int.random(in: 0..<300, using: &generator))
    }
    usleep(UInt32(rest / .microseconds(1)))
  }

  private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
