import Foundation
import TestSupport
import Testing

/// Each command's help, exit codes and formats are what is written down.
@Suite struct CommandTranscriptTests {
  @Test(arguments: CommandTranscript.all)
  func isWrittenDown(_ transcript: CommandTranscript) throws {
    let expected = try transcript.text()
    let (text, calls) = try transcript.run()
    if text != expected {
      Issue.record(
        "\(transcript.name).txt \(Recording.isOn ? "is recorded" : "differs"):\n\(lineDifference(from: expected, to: text))"
      )
      if Recording.isOn { try transcript.record(text) }
    }
    for format in ["json", "sarif"] {
      // A wrong call prints no document, and a pipe may print a part of it.
      let documents = calls.filter { $0.line.hasSuffix("--format \(format)") && !$0.output.isEmpty }.map(\.output)
      #expect(try documents.isEmpty || JSONSchema.report(format).mistakes(in: documents) == [])
    }
  }
}
