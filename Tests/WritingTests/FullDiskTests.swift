import Foundation
import Testing

/// Runs on a disk without room.
@Suite struct FullDiskTests {
  /// Mounts a file system in memory of `$1` over `generated`, in a namespace of its own, puts the files of the folder `$2` there
  /// and runs the rest of the words; ends with their status, and the files that are there then in the folder `$3`.
  private static let onSmallDisk = """
    limit=$1 before=$2 after=$3
    shift 3
    mount -t tmpfs -o "$limit" tmpfs generated && cp -r "$before/." generated || exit 99
    "$@"
    status=$?
    cp -r generated/. "$after"
    exit $status
    """

  /// Whether this system makes such a namespace for this user.
  static let canMount: Bool = {
    let folder = TemporaryFolder()
    let generated = folder.url.appending(path: "generated")
    try? FileManager.default.createDirectory(at: generated, withIntermediateDirectories: false)
    let words = ["-rm", "sh", "-c", onSmallDisk, "sh", "size=64k", generated.path, folder.url.path, "true"]
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = words
    process.currentDirectoryURL = folder.url
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    "wherever the disk is full, everything is as it was",
    .enabled(if: canMount, "needs a file system of its own: unshare(1) with a namespace for mounts"),
    arguments: [false, true], ["size", "nr_inodes"])
  func full(isFirstRun: Bool, limit: String) throws {
    let project = try ShopProject()
    if !isFirstRun { try project.generate(.first) }
    try project.set(.second)
    let old = try Snapshot(of: project.generated)
    let new = try ShopProject.outputs(of: .second)
    let before = TemporaryFolder()
    try FileManager.default.createDirectory(at: project.generated, withIntermediateDirectories: true)
    try FileManager.default.removeItem(at: before.url)
    try FileManager.default.copyItem(at: project.generated, to: before.url)

    var failures = 0
    // From a disk that just holds the old files to one that holds all.
    var room = old.entries.count + 1
    while true {
      let after = TemporaryFolder()
      let size = limit == "size" ? "size=\(room * 4)k" : "nr_inodes=\(room)"
      let ending = try Tool.run(
        ["generate"], in: project.folder,
        by: ["unshare", "-rm", "sh", "-c", Self.onSmallDisk, "sh", size, before.url.path, after.url.path])
      let left = try Snapshot(of: after.url)
      if ending.status == 0 {
        #expect(left == new)
        break
      }
      if ending.status == 99 { room += 1; continue }
      failures += 1
      #expect(left == old)
      #expect(ending.status == 3)
      #expect(ending.errors.hasSuffix(": No space left on device\n"), "\(ending.errors)")
      room += 1
      try #require(room < 1000)
    }
    #expect(failures > 5)
  }

  @Test("where the process may make no larger files, everything is as it was") func limited() throws {
    let project = try ShopProject()
    try project.generate(.first)
    let old = try Snapshot(of: project.generated)
    try project.set(.second)
    // What a build that measures coverage writes at its end would be too large as well.
    let limit = #"ulimit -f 1; export LLVM_PROFILE_FILE=/dev/null; exec "$@""#
    let ending = try Tool.run(["generate"], in: project.folder, by: ["sh", "-c", limit, "sh"])
    #expect(ending.status == 3)
    #expect(ending.errors.hasSuffix(": File too large\n"), "\(ending.errors)")
    #expect(try Snapshot(of: project.generated) == old)
  }
}
