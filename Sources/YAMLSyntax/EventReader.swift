internal import CLibYAML

/// libyaml's parser over bytes in memory, which it reads in place, and the event that it read last.
struct EventReader: ~Copyable {
  // libyaml keeps a pointer to the parser in itself, so that it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let lastEvent: UnsafeMutablePointer<yaml_event_t>

  /// What libyaml found wrong, with marks in Unicode scalars.
  struct Failure {
    var problem: String
    var context: String
    var problemIndex: Int
    var contextIndex: Int
    var isOutOfMemory: Bool
  }

  /// A reader of `bytes`, UTF-8, not empty, which must stay in place as long as the reader; `nil` if there is no memory
  /// for it.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    lastEvent = .allocate(capacity: 1)
    lastEvent.initialize(to: yaml_event_t())
    // If this fails, the parser is empty, and may be deleted all the same.
    guard yaml_parser_initialize(parser) == 1 else { return nil }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(lastEvent)
    yaml_parser_delete(parser)
    lastEvent.deallocate()
    parser.deallocate()
  }

  /// The last event; its strings live until the next one is read.
  var event: yaml_event_t { lastEvent.pointee }

  /// Reads the next event; `false` if the text is at fault, see ``failure``.
  func advance() -> Bool {
    yaml_event_delete(lastEvent)
    return yaml_parser_parse(parser, lastEvent) == 1
  }

  /// Why ``advance()`` failed.
  var failure: Failure {
    Failure(
      problem: parser.pointee.problem.map { String(cString: $0) } ?? "",
      context: parser.pointee.context.map { String(cString: $0) } ?? "",
      problemIndex: parser.pointee.problem_mark.index,
      contextIndex: parser.pointee.context_mark.index,
      isOutOfMemory: parser.pointee.error == YAML_MEMORY_ERROR)
  }
}
