// swift-tools-version: 6.2
import PackageDescription

/// Everything that the compiler can be told to be strict about.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "Strict",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "joinery", path: "../../..")
  ],
  targets: [
    .target(
      name: "Records", swiftSettings: strict,
      plugins: [.plugin(name: "JoineryBuildPlugin", package: "joinery")]),
    .target(
      name: "Screens", swiftSettings: strict + [.defaultIsolation(MainActor.self)],
      plugins: [.plugin(name: "JoineryBuildPlugin", package: "joinery")]),
    .executableTarget(name: "Strict", dependencies: ["Records", "Screens"], swiftSettings: strict),
  ]
)
