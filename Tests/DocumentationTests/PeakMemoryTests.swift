import Foundation
import Testing

/// What the command holds of a file of rows does not grow with the file.
@Suite struct PeakMemoryTests {
  private static let schema = """
    database: shop
    defaults: { timestamps: false }
    models:
      Customer:
        columns: { id: { type: int, primaryKey: true }, email: { type: string(60), unique: true }, name: string(40) }
    seeds: { Customer: { $options: { file: customers.csv } } }

    """

  // Of all systems Linux alone says so of another process.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func doesNotGrowWithTheRows() throws {
    let small = try peakMemory(rows: 10_000)
    let large = try peakMemory(rows: 120_000)
    // Of 110,000 more rows not even ten bytes each.
    #expect(large < small + 1_024, "\(small) KiB for 10,000 rows, \(large) KiB for 120,000")
  }

  /// The most memory that `joinery generate` has had for a file of so many rows, in KiB.
  private func peakMemory(rows count: Int) throws -> Int {
    let folder = try TemporaryFolder()
    let schemas = folder.url.appending(path: "schemas")
    try FileManager.default.createDirectory(at: schemas, withIntermediateDirectories: false)
    try Data().write(to: folder.url.appending(path: "joinery.yaml"))
    try Data(Self.schema.utf8).write(to: schemas.appending(path: "shop.yaml"))
    var rows = "id,email,name\n"
    for number in 1...count { rows += "\(number),user\(number)@example.org,Customer \(number)\n" }
    try Data(rows.utf8).write(to: schemas.appending(path: "customers.csv"))

    let process = Process()
    process.executableURL = JoineryTool.executable
    process.arguments = ["generate"]
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // The mark is gone with the process, and never falls while it runs: the last one that is read is the highest.
    var mark: Int?
    while process.isRunning {
      mark = Self.highWaterMark(of: process.processIdentifier) ?? mark
      Thread.sleep(forTimeInterval: 0.002)
    }
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let seeds = folder.url.appending(path: "generated/shop/sql/seeds.sql")
    try #require(try Data(contentsOf: seeds).count > count * 40, "The rows were not written")
    return try #require(mark)
  }

  /// `VmHWM` of a process in KiB (proc_pid_status(5)); `nil` once it has ended.
  private static func highWaterMark(of process: Int32) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return nil }
    return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
  }
}
