internal import ArgumentParser
internal import Diagnostics
internal import Generation

/// Tells what a run has come to, in the format that was asked for.
struct Report {
  /// What a command has to say beside its findings.
  struct Answer {
    /// For people, on standard output; whole lines.
    var text: [UInt8] = []
    /// For people, on standard error; whole lines.
    var remark = ""
    /// Findings for formats that show no ``text``.
    var findings: [Diagnostic] = []
    /// Members of the JSON document.
    var members: [JSONValue.Member] = []
    /// Remarks of the SARIF log.
    var remarks: [String] = []
    /// The exit code of the process.
    var exitCode: Int32 = 0
  }

  private let options: ReportOptions
  private let showsProgress: Bool

  /// Reports as `options` ask for; on a terminal with the progress of the run, unless told otherwise.
  init(_ options: ReportOptions, showsProgress: Bool = true) {
    self.options = options
    self.showsProgress = showsProgress
  }

  /// Runs `body` and tells what it found; where all is right, also the `answer`.
  ///
  /// - Throws: The exit code: 1 where a finding is an error, 3 where the disk says no, else that of the answer.
  func run(
    _ body: (Generator, inout Generator.Outcome) throws(DiskError) -> Void, answer: (Generator.Outcome) -> Answer
  ) throws {
    var outcome = Generator.Outcome()
    var failure: DiskError?
    let progress = RunProgress()
    let line = showsProgress ? ProgressLine(of: progress) : nil
    do throws(DiskError) {
      try body(Generator(progress: progress), &outcome)
    } catch {
      failure = error
    }
    line?.end()
    let isAnswered = failure == nil && !outcome.hasErrors
    let answer = isAnswered ? answer(outcome) : Answer()
    let exitCode = failure != nil ? 3 : outcome.hasErrors ? 1 : answer.exitCode
    let report = DiagnosticReport(
      tool: JoineryCommand.tool, root: outcome.root, repository: Self.repository, files: outcome.files,
      diagnostics: outcome.diagnostics + answer.findings, failure: failure?.message, exitCode: Int(exitCode))
    switch options.format {
    case .text:
      let renderer = TextRenderer(files: outcome.files, colors: options.color.isOn(for: .error))
      Messages.tell(renderer.render(outcome.diagnostics))
      try StandardStream.output.show(answer.text)
    case .github:
      try StandardStream.output.write(GitHubRenderer().render(report))
      try StandardStream.output.show(GitHubRenderer.verbatim(answer.text))
    case .json:
      try StandardStream.output.write(JSONRenderer().render(report, members: answer.members))
    case .sarif:
      try StandardStream.output.write(
        SARIFRenderer(describe: { RuleCatalog.rule($0.rawValue)?.description }).render(report, remarks: answer.remarks))
    }
    Messages.tell(DisplayText.escaped(lines: answer.remark))
    if let failure { Messages.tell("joinery: error: \(DisplayText.escaped(failure.message))\n") }
    if exitCode != 0 { throw ExitCode(exitCode) }
  }

  /// Where GitHub Actions has put the repository.
  private static var repository: String? {
    Environment.value(of: "GITHUB_WORKSPACE").flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Report {
  /// Prints every output of a request, and tells what was found meanwhile.
  func print(_ request: Generator.Request) throws {
    try run { generator, outcome throws(DiskError) in
      // Whole lines: a character may come in two pieces.
      var line: [UInt8] = []
      try generator.print(request, into: &outcome) { bytes throws(DiskError) in
        line += bytes
        guard let end = line.lastIndex(of: UInt8(ascii: "\n")) else { return }
        try StandardStream.output.show(Array(line[...end]))
        line.removeSubrange(...end)
      }
      try StandardStream.output.show(line)
    } answer: { _ in
      Answer()
    }
  }
}

extension Report.Answer {
  /// What would be done with each file.
  static func changes(_ outcome: Generator.Outcome) -> Report.Answer {
    var text = outcome.summaries.map { DisplayText.escaped($0) + "\n" }.joined()
    for change in outcome.changes {
      let action = change.action.rawValue
      let padding = String(repeating: " ", count: 6 - action.utf8.count)
      text += "  \(action)\(padding)  \(DisplayText.escaped(change.path)) (\(change.kind.rawValue))\n"
    }
    let list = outcome.changes.map { change -> JSONValue in
      [
        "path": .string(change.path), "action": .string(change.action.rawValue),
        "reason": .string(change.kind.rawValue),
      ]
    }
    return Report.Answer(text: Array(text.utf8), members: [JSONValue.Member("changes", .array(list))])
  }
}
