internal import ArgumentParser
internal import Diagnostics
internal import Generation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Tells people what a run has found.
enum Report {
  /// Runs `body` and prints what it found; where the disk says no, also a message, and the exit code is 3.
  static func run(_ body: (inout Generator.Outcome) throws(DiskError) -> Void) throws -> Generator.Outcome {
    var outcome = Generator.Outcome()
    do throws(DiskError) {
      try body(&outcome)
      print(outcome)
      return outcome
    } catch {
      print(outcome)
      StandardError.write("joinery: error: \(error.message)\n")
      throw ExitCode(3)
    }
  }

  /// Prints the findings of a run to standard error, in colours on a terminal.
  private static func print(_ outcome: Generator.Outcome) {
    guard !outcome.diagnostics.isEmpty else { return }
    let colors = isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } != false
    StandardError.write(TextRenderer(files: outcome.files, colors: colors).render(outcome.diagnostics))
  }
}

/// The process's standard error.
enum StandardError {
  /// Writes all of `text`.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while !rest.isEmpty {
        #if canImport(Darwin)
          let count = Darwin.write(STDERR_FILENO, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(STDERR_FILENO, rest.baseAddress, rest.count)
        #else
          let count = Glibc.write(STDERR_FILENO, rest.baseAddress, rest.count)
        #endif
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}
