import Foundation
import Testing

/// A run holds the folder of each schema until all are written.
@Suite struct ManySchemasTests {
  @Test("are written where a process may hold fewer files open than there are schemas") func fewOpenFiles() throws {
    let project = try ShopProject()
    let names = (1...60).map { "part\($0)" }
    for name in names { try project.write("database: shop\nmodels: { Part: }\n", "schemas/\(name).yaml") }
    let ending = try Tool.run(["generate"], in: project.folder, by: ["sh", "-c", "ulimit -Sn 40; exec \"$@\"", "sh"])
    #expect(ending.errors == "")
    #expect(ending.status == 0)
    let made = try FileManager.default.contentsOfDirectory(atPath: project.generated.path)
    #expect(Set(made) == Set(names + ["shop"]))
  }
}
