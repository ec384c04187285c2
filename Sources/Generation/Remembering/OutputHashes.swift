internal import Hashing
internal import Synchronization

/// The hashes of the files of a plan, taken while they are made.
final class OutputHashes: Sendable {
  private let hashes = Mutex<[String: UInt64]>([:])

  /// The files of `plan`, of which each is hashed whenever it is made to its end.
  func follow(_ plan: OutputPlan) -> OutputPlan {
    plan.mapFiles { _, file in
      PlannedFile(path: file.path) { take in
        var hash = XXH64()
        try file.makePieces { bytes in
          hash.update(bytes)
          try take(bytes)
        }
        self.hashes.withLock { $0[file.path] = hash.value }
      }
    }
  }

  /// What a folder holds once all files were made.
  var fingerprint: FolderFingerprint { FolderFingerprint(of: hashes.withLock { $0.map { ($0.key, $0.value) } }) }
}
