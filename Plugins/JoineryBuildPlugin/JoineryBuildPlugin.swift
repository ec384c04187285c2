import Foundation
import PackagePlugin

/// Turns each schema of a target into a Swift file when the target is built.
@main
struct JoineryBuildPlugin: BuildToolPlugin {
  /// One command for each schema of `target`.
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? SwiftSourceModuleTarget else {
      Diagnostics.error("JoineryBuildPlugin makes Swift, and target '\(target.name)' has none")
      return []
    }
    let files = target.sourceFiles.filter { $0.type != .resource }.map(\.url)
    return try SchemaFiles(of: target.name, among: files, below: context.package.directoryURL)
      .commands(tool: context.tool(named: "joinery").url, outputFolder: context.pluginWorkDirectoryURL)
  }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension JoineryBuildPlugin: XcodeBuildToolPlugin {
    /// One command for each schema of `target`.
    func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
      // Xcode takes YAML files that are added to a target for resources.
      try SchemaFiles(
        of: target.displayName, among: target.inputFiles.map(\.url), below: context.xcodeProject.directoryURL
      )
      .commands(tool: context.tool(named: "joinery").url, outputFolder: context.pluginWorkDirectoryURL)
    }
  }
#endif
