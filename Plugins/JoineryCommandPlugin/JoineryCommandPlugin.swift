import Foundation
import PackagePlugin

/// `swift package joinery …`: starts the command `joinery` with the arguments that it is given.
@main
struct JoineryCommandPlugin: CommandPlugin {
  /// Runs `joinery` in the folder of the call, or in the package's where the call comes from outside.
  func performCommand(context: PluginContext, arguments: [String]) throws {
    try run(
      context.tool(named: "joinery").url, arguments, in: context.package.directoryURL,
      cache: context.pluginWorkDirectoryURL)
  }

  /// Runs `tool`, which remembers in the folder `cache`, since a plugin writes to nothing of the user's; ends this process with its
  /// exit code where that is not 0.
  private func run(_ tool: URL, _ arguments: [String], in package: URL, cache: URL) throws {
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["XDG_CACHE_HOME": cache.path]) { _, new in new }
    let call = URL(filePath: FileManager.default.currentDirectoryPath)
    process.currentDirectoryURL = (call.path + "/").hasPrefix(package.path + "/") ? call : package
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { exit(process.terminationStatus) }
  }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension JoineryCommandPlugin: XcodeCommandPlugin {
    /// Runs `joinery` in the folder of the project. Xcode hands over the targets that were chosen, which say nothing here.
    func performCommand(context: XcodePluginContext, arguments: [String]) throws {
      var extractor = ArgumentExtractor(arguments)
      _ = extractor.extractOption(named: "target")
      let rest = extractor.remainingArguments
      try run(
        context.tool(named: "joinery").url, rest.isEmpty ? ["generate"] : rest, in: context.xcodeProject.directoryURL,
        cache: context.pluginWorkDirectoryURL)
    }
  }
#endif
