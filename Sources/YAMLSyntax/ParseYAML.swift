internal import CLibYAML
public import Diagnostics

/// Reads one file as YAML 1.1 (of which JSON and, but for details, YAML 1.2 are a part) and gives its root node.
///
/// Beyond YAML, a character above U+FFFF may be written in double quotes as JSON does it, by a pair of surrogates.
///
/// Gives `nil` if there is no content (an empty file, or comments only: the caller says what is missing), or if a
/// mistake was reported to `diagnostics` without which the tree makes no sense: everything in ``SyntaxRule`` except
/// duplicate keys (the first is kept), keys that are no scalars and wrong merge keys (left out), unknown tags (taken
/// away) and further documents (not read). `file` must be one of `files`.
///
/// The time is linear in the size of the file and in ``YAMLLimits``.
public func parseYAML(
  _ file: SourceFileID, in files: SourceFiles, diagnostics: inout DiagnosticCollector
) -> YAMLNode? {
  let source = files[file].bytes
  let tree = source.withUnsafeBufferPointer { bytes in
    var parser = DocumentParser(file: file, text: TextBytes(bytes))
    let isComplete = parser.parse()
    diagnostics.add(contentsOf: parser.builder.diagnostics)
    return isComplete ? parser.builder.finish(source) : nil
  }
  return tree.map { YAMLNode($0, at: 0, through: NodeTable.none) }
}

/// Hands the events of the first document to a ``TreeBuilder``, with places in bytes.
private struct DocumentParser: ~Copyable {
  private(set) var builder: TreeBuilder
  private let text: TextBytes

  init(file: SourceFileID, text: TextBytes) {
    builder = TreeBuilder(file: file, text: text)
    self.text = text
  }

  /// Reads the file; `false` if a mistake was reported that leaves no tree.
  mutating func parse() -> Bool {
    do throws(TreeBuilder.Stopped) {
      try readDocument()
      return true
    } catch {
      return false
    }
  }

  private mutating func readDocument() throws(TreeBuilder.Stopped) {
    guard text.bytes.count <= SourceFile.largestSize else {
      throw builder.stop(.tooLarge, at: 0..<0, "File has more than 256 MiB")
    }
    let encoding = Encoding(checking: text)
    if let problem = encoding.problem {
      throw builder.stop(.encoding, at: problem.range, problem.summary, explanation: problem.explanation)
    }
    try checkDirectives()
    let pairs = SurrogatePairs(in: text)
    try pairs.withReplacedText(of: text) { replaced throws(TreeBuilder.Stopped) in
      try readEvents(of: replaced, isASCII: encoding.isASCII, pairs)
    }
  }

  /// Reads what libyaml makes of `replaced`, the text with its `pairs` replaced.
  private mutating func readEvents(
    of replaced: TextBytes, isASCII: Bool, _ pairs: SurrogatePairs
  ) throws(TreeBuilder.Stopped) {
    // libyaml counts a byte order mark or not, depending on how it learnt the encoding; so it does not see one.
    let content = UnsafeBufferPointer(rebasing: replaced.bytes[replaced.start...])
    guard !content.isEmpty else { return }
    guard let reader = EventReader(content) else {
      throw builder.stop(.tooLarge, at: 0..<0, "There is not enough memory to read the file")
    }
    var offsets = ByteOffsets(replaced, isASCII: isASCII, pairs: pairs)
    var isInDocument = true
    while isInDocument {
      guard reader.advance() else { throw stop(reader.failure, &offsets) }
      isInDocument = try read(reader, &offsets)
    }
  }

  /// Takes the last event of `reader`; `false` at the end.
  private mutating func read(
    _ reader: borrowing EventReader, _ offsets: inout ByteOffsets
  ) throws(TreeBuilder.Stopped) -> Bool {
    let event = reader.event
    let start = offsets.offset(ofScalar: event.start_mark.index)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let end = offsets.offset(ofScalar: event.end_mark.index)
      let range = rangeOfScalar(scalar, from: start, to: end)
      let content = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      if scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE, offsets.pairs.startsPair(in: range) {
        try offsets.pairs.restored(content, writtenAt: range, in: text).withUnsafeBufferPointer {
          restored throws(TreeBuilder.Stopped) in
          try addScalar(scalar, restored, start: start, at: range)
        }
      } else {
        try addScalar(scalar, content, start: start, at: range)
      }
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      try startCollection(
        .sequence, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE, at: start, tag: sequence.tag,
        anchor: sequence.anchor)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      try startCollection(
        .mapping, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE, at: start, tag: mapping.tag,
        anchor: mapping.anchor)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      // A collection without brackets, also a pair `[key: value]`, ends for libyaml where the next thing starts.
      let hasBracket = builder.open.last?.isFlow == true && event.start_mark.index < event.end_mark.index
      try builder.endCollection(at: hasBracket ? offsets.offset(ofScalar: event.end_mark.index) : nil)
    case YAML_ALIAS_EVENT:
      let end = offsets.offset(ofScalar: event.end_mark.index)
      try builder.addAlias(named: name(event.data.alias.anchor) ?? "", at: start..<max(start, end))
    case YAML_DOCUMENT_END_EVENT:
      try checkEnd(from: offsets.offset(ofScalar: event.end_mark.index), reader, &offsets)
      return false
    case YAML_STREAM_END_EVENT:
      return false
    default:
      break
    }
    return true
  }

  private mutating func addScalar(
    _ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar, _ content: UnsafeBufferPointer<UInt8>,
    start: Int, at range: Range<Int>
  ) throws(TreeBuilder.Stopped) {
    try builder.addScalar(
      at: range, content: content, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
      tag: try tag(scalar.tag, on: .scalar, at: start), anchor: name(scalar.anchor))
  }

  private mutating func startCollection(
    _ kind: YAMLNode.Kind, isFlow: Bool, at start: Int, tag: UnsafeMutablePointer<UInt8>?,
    anchor: UnsafeMutablePointer<UInt8>?
  ) throws(TreeBuilder.Stopped) {
    let lower = tag == nil && anchor == nil ? start : text.skipProperties(from: start)
    try builder.startCollection(
      isMapping: kind == .mapping, isFlow: isFlow, at: lower, tag: try self.tag(tag, on: kind, at: start),
      anchor: name(anchor))
  }

  /// Where the text of a scalar is written that libyaml sees from `start`, its anchor and tag included, to `end`.
  private func rangeOfScalar(
    _ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar, from start: Int, to end: Int
  ) -> Range<Int> {
    let hasProperties = scalar.anchor != nil || scalar.tag != nil
    if scalar.style == YAML_PLAIN_SCALAR_STYLE, scalar.length == 0 {
      let place = hasProperties ? end : text.placeOfEmptyNode(at: start, behind: builder.previousEnd)
      return place..<place
    }
    let lower = hasProperties ? min(text.skipProperties(from: start), end) : start
    let isBlock = scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE
    return lower..<(isBlock ? text.endOfBlockScalar(from: lower, to: end) : max(lower, end))
  }

  private func name(_ name: UnsafeMutablePointer<UInt8>?) -> String? {
    name.map { String(cString: $0) }
  }

  /// The tag that libyaml calls `name`; one that is unknown is reported.
  private mutating func tag(
    _ name: UnsafeMutablePointer<UInt8>?, on kind: YAMLNode.Kind, at start: Int
  ) throws(TreeBuilder.Stopped) -> YAMLTag? {
    guard let name else { return nil }
    if let tag = YAMLTag(name: String(cString: name), on: kind) { return tag }
    let range = text.rangeOfTag(from: start)
    try builder.report(
      .unknownTag, at: range,
      "Tag \(quoted(UnsafeBufferPointer(rebasing: text.bytes[range]))) cannot stand at a \(kind)",
      explanation: "Delete it. For text that starts with '!', use quotes.")
    return nil
  }

  /// Refuses more `%` lines in front of the document than anyone needs.
  private mutating func checkDirectives() throws(TreeBuilder.Stopped) {
    var count = 0
    var offset = text.skipTrivia(from: text.start)
    while offset < text.bytes.count, text.bytes[offset] == UInt8(ascii: "%") {
      count += 1
      let line = text.line(around: offset)
      guard count <= YAMLLimits.directives else {
        throw builder.stop(.tooLarge, at: line, "File has more than \(YAMLLimits.directives) lines with '%'")
      }
      offset = text.skipTrivia(from: line.upperBound)
    }
  }

  /// Refuses anything behind the end of the document, from `offset`, that is not a comment.
  private mutating func checkEnd(
    from offset: Int, _ reader: borrowing EventReader, _ offsets: inout ByteOffsets
  ) throws(TreeBuilder.Stopped) {
    var next = text.skipTrivia(from: offset)
    while text.isMarker("...", at: next) { next = text.skipTrivia(from: next + 3) }
    guard next < text.bytes.count else { return }
    let startsDocument = text.isMarker("---", at: next) || text.bytes[next] == UInt8(ascii: "%")
    if !startsDocument, !reader.advance() { throw stop(reader.failure, &offsets) }
    try builder.report(
      .severalDocuments, at: text.trimmed(next..<text.line(around: next).upperBound),
      "A file holds one document, and a second one starts here",
      explanation: "Put it into a file of its own.")
  }

  /// Reports what libyaml found wrong, and gives what is to be thrown.
  private mutating func stop(
    _ failure: EventReader.Failure, _ offsets: inout ByteOffsets
  ) -> TreeBuilder.Stopped {
    guard !failure.isOutOfMemory else {
      return builder.stop(.tooLarge, at: 0..<0, "There is not enough memory to read the file")
    }
    let context = offsets.offset(ofScalar: failure.contextIndex)
    let offset = offsets.offset(ofScalar: failure.problemIndex)
    let bracket = builder.open.last { $0.isFlow && text.isBracket(builder.start(of: $0.record)) }
    let problem = SyntaxProblem(
      failure, at: offset, context: context, openBracket: bracket.map { builder.start(of: $0.record) },
      cutValue: builder.cutValue, in: text)
    return builder.stop(
      .syntax, at: problem.range, problem.summary, explanation: problem.explanation,
      notes: problem.note.map { [Diagnostic.Note($0.message, at: builder.sourceRange($0.range))] } ?? [],
      fixIts: problem.fixIt.map {
        [Diagnostic.FixIt($0.summary, at: builder.sourceRange(problem.range), replacement: $0.replacement)]
      } ?? [])
  }
}
