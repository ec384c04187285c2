internal import CSVSyntax

/// Makes files, each with the same bytes whenever it is asked for it.
protocol FileMaker: AnyObject, Sendable {
  /// Makes the bytes of the file with a number and gives them to `take` piece by piece; throws what `take` throws, or why it
  /// cannot go on.
  func make(_ number: Int, _ take: ([UInt8]) throws -> Void) throws
}

/// One file that a schema gives: its name now, its bytes when they are asked for.
///
/// The bytes of all files together may be much larger than the graph, so they are made when they are written, and on
/// several threads.
public struct PlannedFile: Sendable {
  /// The path below the schema's own output folder, with `/` between the components.
  public let path: String
  /// Which file it is of those that ``maker`` makes.
  let number: Int
  private let maker: any FileMaker

  /// The file with a number of those that `maker` makes.
  init(path: String, number: Int, of maker: any FileMaker) {
    self.path = path
    self.number = number
    self.maker = maker
  }

  /// A file that stands by itself.
  init(path: String, bytes: @escaping @Sendable () -> [UInt8]) {
    self.init(path: path, number: 0, of: SingleFile(bytes))
  }

  /// Makes the bytes, the same each time, and gives them to `take` piece by piece; throws what it throws, or why it cannot go on.
  func makePieces(_ take: ([UInt8]) throws -> Void) throws { try maker.make(number, take) }

  /// Makes the bytes, the same each time, and gives them to `take` piece by piece.
  public func write(to take: ([UInt8]) throws(DiskError) -> Void) throws(DiskError) {
    do {
      try makePieces { try take($0) }
    } catch {
      throw failure(error)
    }
  }

  /// Why the file cannot be made or written.
  func failure(_ error: any Error) -> DiskError {
    switch error {
    case let error as DiskError: error
    case let error as RowFileError: DiskError(action: "Cannot read", path: error.path, reason: error.reason)
    default: DiskError(action: "Cannot make", path: path, reason: "\(error)")
    }
  }

  /// All of the bytes.
  public func render() throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    try write { bytes += $0 }
    return bytes
  }
}

/// Makes one file at once.
private final class SingleFile: FileMaker {
  private let bytes: @Sendable () -> [UInt8]

  init(_ bytes: @escaping @Sendable () -> [UInt8]) { self.bytes = bytes }

  func make(_ number: Int, _ take: ([UInt8]) throws -> Void) throws { try take(bytes()) }
}
