import Foundation
import Testing

#if os(Linux)
  /// A run whose messages nobody takes comes to what it would come to else.
  @Suite struct BrokenStreamTests {
    /// What a shell does with standard error: it is closed, full, or a pipe whose reader is gone.
    private static let redirections = ["2>&-", "2>/dev/full", "2> >(exec <&-; sleep 1)"]

    private func run(_ arguments: [String], _ redirection: String, in project: ShopProject) throws -> Tool.Ending {
      // The reader of a pipe needs a moment to go.
      let script = "exec \(redirection); sleep 0.2; exec \"$0\" \"$@\""
      return try Tool(arguments, in: project.folder, by: ["bash", "-c", script]).wait()
    }

    /// A project that a warning is given of.
    private func project() throws -> ShopProject {
      let project = try ShopProject()
      try project.write("models: { Unused: {} }\n", "schemas/unused.yaml")
      return project
    }

    @Test("generate with a warning", arguments: redirections) func warns(redirection: String) throws {
      let project = try project()
      let outputs = try ShopProject.outputs(of: .first)
      #expect(
        try run(["generate"], redirection, in: project)
          == Tool.Ending(status: 0, output: "generated/shop: \(outputs.fileCount) written, 0 unchanged\n", errors: ""))
      #expect(try Snapshot(of: project.generated) == outputs)
    }

    @Test("generate with a mistake", arguments: redirections) func isWrong(redirection: String) throws {
      let project = try project()
      try project.write("database: shop\nmodels: { A: { belongsTo: [B] } }\n", "schemas/shop.yaml")
      #expect(
        try run(["generate"], redirection, in: project) == Tool.Ending(status: 1, output: "", errors: ""))
    }

    @Test("check", arguments: redirections) func checks(redirection: String) throws {
      let project = try project()
      let output = try Tool.run(["check"], in: project.folder).output
      #expect(!output.isEmpty)
      #expect(
        try run(["check"], redirection, in: project) == Tool.Ending(status: 1, output: output, errors: ""))
    }

    @Test("generate without any standard stream: no file gets what is for one") func closed() throws {
      let project = try project()
      // Nobody takes the summary.
      #expect(
        try run(["generate"], "<&- >&- 2>&-", in: project) == Tool.Ending(status: 3, output: "", errors: ""))
      #expect(try Snapshot(of: project.generated) == ShopProject.outputs(of: .first))
    }
  }
#endif
