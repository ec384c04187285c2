// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Bundled",
  platforms: [.macOS(.v15)],
  targets: [
    .binaryTarget(name: "joinery", path: "joinery.artifactbundle"),
    .plugin(name: "JoineryBuildPlugin", capability: .buildTool(), dependencies: ["joinery"]),
    .executableTarget(name: "Bundled", plugins: ["JoineryBuildPlugin"]),
  ]
)
