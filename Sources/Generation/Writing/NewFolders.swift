internal import SystemPackage

/// The folders of an output that are not there yet. Each is filled in the staging folder and comes to its place as a whole, in one
/// step for all of its files.
struct NewFolders {
  /// What puts them in their places.
  private(set) var changes: [FileChange] = []
  /// Of each folder of the plan, by its path below the output's, where it is in the staging folder; `nil` for those that are there.
  private var staged: [Substring: FilePath?] = ["": nil]

  /// Makes the folders of `output` that are not there, empty, in `staging`.
  init(of output: SchemaOutput, _ staging: StagingFolder) throws(DiskError) {
    for file in output.plan.files { _ = try stage(Self.folder(of: file), output, staging) }
  }

  /// Where a file of the plan is to be written; `nil` if its folder is there.
  func path(of file: PlannedFile) -> FilePath? {
    let folder = Self.folder(of: file)
    guard case let staged?? = staged[folder] else { return nil }
    return staged.pushing(FilePath(String(file.path[folder.endIndex...].drop { $0 == "/" })))
  }

  private static func folder(of file: PlannedFile) -> Substring {
    file.path[..<(file.path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? file.path.startIndex)]
  }

  private mutating func stage(
    _ folder: Substring, _ output: SchemaOutput, _ staging: StagingFolder
  ) throws(DiskError) -> FilePath? {
    if let known = staged[folder] { return known }
    let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
    let parent = try stage(folder[..<(slash ?? folder.startIndex)], output, staging)
    let place = output.folder.pushing(FilePath(String(folder)))
    var path: FilePath?
    if let parent {
      path = parent.pushing(FilePath(String(folder[(slash ?? folder.startIndex)...].drop { $0 == "/" })))
    } else if try FileSystem.kind(of: place) == nil {
      let own = try staging.newPath()
      path = own
      changes.append(.createFolder(path: place, staged: own))
    }
    if let path {
      do {
        try FileSystem.makeFolder(path)
      } catch {
        throw FileSystem.failure("Cannot make folder", place, error)
      }
    }
    staged.updateValue(path, forKey: folder)
    return path
  }
}
