import Foundation
import TestSupport

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A terminal that a program writes to and a test reads.
final class PseudoTerminal {
  /// What the program gets.
  let file: FileHandle
  private let reader: FileHandle

  /// A new one.
  init() throws {
    var master: Int32 = -1
    var descriptor: Int32 = -1
    guard openpty(&master, &descriptor, nil, nil, nil) == 0 else { throw CocoaError(.fileReadUnknown) }
    reader = FileHandle(fileDescriptor: master, closeOnDealloc: true)
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// All that was written by programs that have ended; of a terminal, with CR LF for a line end. No more than a terminal
  /// holds, some kilobytes, is kept.
  func text() -> String {
    let flags = fcntl(reader.fileDescriptor, F_GETFL)
    _ = fcntl(reader.fileDescriptor, F_SETFL, flags | O_NONBLOCK)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(reader.fileDescriptor, &buffer, buffer.count)
      if count <= 0 { return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n") }
      bytes += buffer[..<count]
    }
  }
}
