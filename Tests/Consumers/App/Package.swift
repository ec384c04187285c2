// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "App",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "joinery", path: "../../..")
  ],
  targets: [
    .executableTarget(
      name: "App",
      plugins: [.plugin(name: "JoineryBuildPlugin", package: "joinery")])
  ]
)
