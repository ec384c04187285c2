import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program that is run to its end.
///
/// Not Foundation's `Process`: on Linux that waits until the background processes of the program have ended too, and a
/// server is one.
struct Subprocess {
  /// What a program left behind.
  struct Completion: Sendable {
    /// The exit status; 0 for success, the negative number of a signal that ended it.
    var status: Int32
    /// All that it wrote to its standard output.
    var output: [UInt8]
    /// All that it wrote to its standard error.
    var errors: [UInt8]
  }

  /// The program: a path, or a name to be searched for in `PATH`.
  var program: String
  /// Its arguments.
  var arguments: [String]
  /// Variables that are set in its environment, beside this process's own.
  var environment: [String: String] = [:]

  /// `program` with `arguments`.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
  }

  /// Runs the program with `input` on its standard input, and waits for its end.
  ///
  /// The three streams are files, so that neither side can wait for the other. The program gets no other file of this
  /// process.
  ///
  /// - Throws: ``TestServerFailure`` where the program cannot be started; Foundation's errors about files.
  func run(input: [UInt8] = []) throws -> Completion {
    let folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["input", "output", "errors"].map { folder.appending(path: $0).path(percentEncoded: false) }
    try Data(input).write(to: URL(filePath: paths[0]))

    let status = try wait(for: try start(streams: paths))
    return Completion(
      status: status, output: Array(try Data(contentsOf: URL(filePath: paths[1]))),
      errors: Array(try Data(contentsOf: URL(filePath: paths[2]))))
  }

  /// Starts the program with the files at `streams` as its standard input, output and error.
  private func start(streams: [String]) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, streams[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, streams[1], O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, streams[2], O_WRONLY | O_CREAT, 0o600)
    #if canImport(Darwin)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_CLOEXEC_DEFAULT))
    #else
      // More than a test process has open; closing what is not open is no error here.
      for descriptor: Int32 in 3..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    #endif

    let variables = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var identifier: pid_t = 0
    let failure = posix_spawnp(&identifier, program, &actions, &attributes, &words, &settings)
    guard failure == 0 else {
      throw TestServerFailure("'\(program)' cannot be run: \(String(cString: strerror(failure)))")
    }
    return identifier
  }

  /// Waits for the end of a process and gives its status, as in ``Completion/status``.
  private func wait(for identifier: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 {
      guard errno == EINTR else { throw TestServerFailure("'\(program)' cannot be waited for") }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }
}
