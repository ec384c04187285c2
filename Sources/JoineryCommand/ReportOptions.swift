internal import ArgumentParser

/// How a command tells what it found.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How findings are told.",
      discussion: """
        text to people, on standard error; github as annotations of GitHub Actions, json as a document with every detail, \
        sarif as a log of SARIF 2.1.0, these on standard output.
        """))
  var format = ReportFormat.text

  @Option(help: "Colours: on a terminal unless NO_COLOR is set, always, or never.")
  var color = ColorChoice.auto
}
