internal import Hashing
internal import Synchronization

/// The hashes of the files of a plan, taken while they are made.
final class OutputHashes: FileMaker {
  private let maker: any FileMaker
  /// By the numbers of the files; `nil` for one that was not made to its end.
  private let hashes: Mutex<[UInt64?]>

  /// The hashes of the `count` files that `maker` makes; none of them is made yet.
  init(of count: Int, madeBy maker: any FileMaker) {
    self.maker = maker
    hashes = Mutex(Array(repeating: nil, count: count))
  }

  func make(_ number: Int, _ take: ([UInt8]) throws -> Void) throws {
    var hash = XXH64()
    try maker.make(number) { bytes in
      hash.update(bytes)
      try take(bytes)
    }
    let value = hash.value
    hashes.withLock { $0[number] = value }
  }

  /// What a folder holds that has those of the `files` that were made.
  func fingerprint(of files: [PlannedFile]) -> FolderFingerprint {
    let hashes = hashes.withLock { $0 }
    return FolderFingerprint(of: files.compactMap { file in hashes[file.number].map { (file.path, $0) } })
  }
}
