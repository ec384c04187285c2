// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "joinery",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "joinery", targets: ["joinery"]),
    .plugin(name: "JoineryBuildPlugin", targets: ["JoineryBuildPlugin"]),
    .plugin(name: "JoineryCommandPlugin", targets: ["JoineryCommandPlugin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Hashing", swiftSettings: strict),
    .target(name: "Parallelism", swiftSettings: strict),
    .target(name: "YAMLSyntax", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: strict),
    .target(name: "CSVSyntax", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(
      name: "SchemaLanguage", dependencies: ["CSVSyntax", "Diagnostics", "Parallelism", "YAMLSyntax"],
      swiftSettings: strict),
    .target(
      name: "AssociationGraph",
      dependencies: ["CSVSyntax", "Diagnostics", "Hashing", "Parallelism", "SchemaLanguage"], swiftSettings: strict),
    .target(
      name: "MySQL",
      dependencies: ["AssociationGraph", "CSVSyntax", "Diagnostics", "Parallelism", "SchemaLanguage"],
      swiftSettings: strict),
    .target(
      name: "SwiftModels", dependencies: ["AssociationGraph", "CSVSyntax", "Diagnostics", "SchemaLanguage"],
      swiftSettings: strict),
    .target(
      name: "Generation",
      dependencies: [
        "AssociationGraph", "CSVSyntax", "Diagnostics", "Hashing", "MySQL", "Parallelism", "SchemaLanguage",
        "SwiftModels", "YAMLSyntax",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(
      name: "JoineryCommand",
      dependencies: [
        "Diagnostics", "Generation", "MySQL", "SchemaLanguage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "joinery", dependencies: ["JoineryCommand"], swiftSettings: strict),
    .plugin(name: "JoineryBuildPlugin", capability: .buildTool(), dependencies: ["joinery"]),
    .plugin(
      name: "JoineryCommandPlugin",
      capability: .command(
        intent: .custom(verb: "joinery", description: "Compile the schemas of the package to MySQL and Swift."),
        permissions: [.writeToPackageDirectory(reason: "Generated SQL and Swift files are written into the package.")]),
      dependencies: ["joinery"]),

    .target(
      name: "TestSupport",
      dependencies: [
        "AssociationGraph", "Diagnostics", "Generation", "Hashing", "MySQL", "SchemaLanguage", "YAMLSyntax",
      ],
      path: "Tests/TestSupport", exclude: ["Programs"], swiftSettings: strict),
    .testTarget(name: "HashingTests", dependencies: ["Hashing"], swiftSettings: strict),
    .testTarget(name: "ParallelismTests", dependencies: ["Parallelism"], swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CSVSyntaxTests", dependencies: ["CSVSyntax", "Diagnostics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "YAMLSyntaxTests", dependencies: ["Diagnostics", "TestSupport", "YAMLSyntax"], swiftSettings: strict),
    .testTarget(
      name: "SchemaLanguageTests", dependencies: ["Diagnostics", "SchemaLanguage", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict),
    .testTarget(
      name: "AssociationGraphTests",
      dependencies: ["AssociationGraph", "CSVSyntax", "Diagnostics", "SchemaLanguage", "TestSupport", "YAMLSyntax"],
      resources: [.copy("Naming/DatabaseNouns.tsv"), .copy("Naming/RecordedInflections.tsv")],
      swiftSettings: strict),
    .testTarget(
      name: "CollationTests", dependencies: ["AssociationGraph", "SchemaLanguage", "TestSupport"], swiftSettings: strict
    ),
    .testTarget(
      name: "SeedTests",
      dependencies: [
        "AssociationGraph", "Diagnostics", "Generation", "SchemaLanguage", "TestSupport", "YAMLSyntax",
      ], swiftSettings: strict),
    .testTarget(
      name: "SwiftModelsTests", dependencies: ["AssociationGraph", "Diagnostics", "SchemaLanguage", "SwiftModels"],
      exclude: ["Golden", "Programs"], swiftSettings: strict),
    .testTarget(
      name: "DiagnosticTests",
      dependencies: [
        "AssociationGraph", "Diagnostics", "Generation", "MySQL", "SchemaLanguage", "TestSupport", "YAMLSyntax",
      ], swiftSettings: strict),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "AssociationGraph", "Diagnostics", "Generation", "MySQL", "SchemaLanguage", "TestSupport", "YAMLSyntax",
      ], exclude: ["Programs"], swiftSettings: strict),
    .testTarget(
      name: "AssociationMatrixTests",
      dependencies: [
        "AssociationGraph", "Diagnostics", "Generation", "SchemaLanguage", "TestSupport", "YAMLSyntax",
      ], swiftSettings: strict),
    .testTarget(name: "MySQLTests", dependencies: ["MySQL"], swiftSettings: strict),
    .testTarget(
      name: "DocumentationTests", dependencies: ["joinery", "TestSupport"], exclude: ["Schemas"], swiftSettings: strict),
    .testTarget(
      name: "ImportTests", dependencies: ["Diagnostics", "Generation", "SchemaLanguage", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "InjectionTests", dependencies: ["TestSupport", "joinery"], swiftSettings: strict),
    .testTarget(
      name: "WritingTests", dependencies: ["Diagnostics", "Generation", "SchemaLanguage", "TestSupport", "joinery"],
      swiftSettings: strict),
    .testTarget(
      name: "ServerRuleTests",
      dependencies: ["AssociationGraph", "Diagnostics", "MySQL", "SchemaLanguage", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict),
    .testTarget(
      name: "CorpusTests", dependencies: ["AssociationGraph", "SchemaLanguage", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "RandomSchemaTests",
      dependencies: ["AssociationGraph", "Diagnostics", "MySQL", "SchemaLanguage", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ServerHarnessTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)

// The fuzzers need a build of their own (see Scripts/fuzz), which nobody else should have to make.
if Context.environment["JOINERY_FUZZING"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzzing/CLibFuzzer"),
    .executableTarget(
      name: "FuzzYAML", dependencies: ["Diagnostics", "YAMLSyntax"], path: "Tests/Fuzzing/FuzzYAML",
      swiftSettings: strict),
    .executableTarget(
      name: "FuzzSchema",
      dependencies: [
        "AssociationGraph", "CLibFuzzer", "Diagnostics", "Generation", "MySQL", "SchemaLanguage", "YAMLSyntax",
      ],
      path: "Tests/Fuzzing/FuzzSchema", swiftSettings: strict),
  ]
}

// What measures the stages is no part of the package that others build; see Benchmarks/models.
if Context.environment["JOINERY_BENCHMARK"] != nil {
  package.targets.append(
    .executableTarget(
      name: "stages",
      dependencies: [
        "AssociationGraph", "Diagnostics", "Generation", "MySQL", "SchemaLanguage", "YAMLSyntax",
      ], path: "Benchmarks/models/stages", swiftSettings: strict))
}
