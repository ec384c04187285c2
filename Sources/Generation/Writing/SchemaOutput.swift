internal import SystemPackage

/// The files of one schema and the folder that they go to.
struct SchemaOutput: Sendable {
  /// The schema's path as the headers of its outputs name it.
  let schemaPath: String
  /// The schema's own output folder.
  let folder: FilePath
  /// The folder's path as it is shown.
  let shownFolder: String
  /// What goes there.
  let plan: OutputPlan

  /// Where one of the files goes.
  func path(of file: PlannedFile) -> FilePath { folder.pushing(FilePath(file.path)) }
}
