internal import SystemPackage

/// Remembers from one run to the next which output folders are what their schemas give, so that a run in which nothing has
/// changed need not make everything again to find that out.
///
/// There is one small file for each output folder. It says what the schema was when its outputs were written, and what they
/// were; both are looked at again, byte for byte, before it is believed. It may be removed at any time. Whatever cannot be
/// read or written is not remembered.
struct OutputCache {
  /// So many output folders are remembered; then all are forgotten.
  private static let mostFolders = 1_000

  private let folder: FilePath

  /// The cache in the folder at `path`.
  init(in path: FilePath) { folder = path }

  /// How many files the output folder `output` holds, if it is what `inputs` give; else `nil`.
  func currentFiles(in output: FilePath, of inputs: SchemaInputs) -> Int? {
    guard let bytes = try? FileSystem.read(path(for: output), largest: 4096) else { return nil }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count == 3, UInt64(fields[0], radix: 16) == inputs.fingerprint,
      let value = UInt64(fields[1], radix: 16),
      let count = Int(fields[2])
    else { return nil }
    guard FolderFingerprint(ofFolderAt: output) == FolderFingerprint(count: count, value: value) else { return nil }
    return count
  }

  /// Remembers that the output folder `output` holds what `inputs` give.
  func remember(_ outputs: FolderFingerprint, in output: FilePath, of inputs: SchemaInputs) {
    guard inputs.areRowsUnchanged, (try? FileSystem.makeFolders(folder)) != nil else { return }
    let text = "\(String(inputs.fingerprint, radix: 16)) \(String(outputs.value, radix: 16)) \(outputs.count)"
    // What else stands in the folder is somebody's.
    let names = ((try? FileSystem.names(in: folder)) ?? []).filter { UInt64($0.string, radix: 16) != nil }
    if names.count >= Self.mostFolders {
      for name in names { try? FileSystem.remove(folder.appending(name)) }
    }
    let file = PlannedFile(path: "") { Array(text.utf8) }
    try? OutputWriter.write(file, at: path(for: output))
  }

  private func path(for output: FilePath) -> FilePath {
    var fingerprint = Fingerprint()
    fingerprint.add(output.string)
    return folder.appending(String(fingerprint.value, radix: 16))
  }
}
