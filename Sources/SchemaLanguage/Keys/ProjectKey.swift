/// The keys of `joinery.yaml`.
enum ProjectKey: String, SchemaKey {
  case schemas, output, target, access, layout, seeds

  static let named = makeNamed()

  static let foreignNames: [String: ProjectKey] = ["schema": .schemas, "input": .schemas, "out": .output]

  static let section = KeySection(
    "Project", noun: "a project",
    introduction: """
      A file `joinery.yaml`, beside the `Package.swift` of a package or beside the schemas, says what holds for all \
      schemas of a project. All its keys may be left out: an empty file marks the root. It holds for the schemas whose root \
      is its folder (see [Several files](#several-files)); the one that is nearest holds alone, and takes nothing from \
      others above it.

      An option of the call goes before what the schema says, that goes before `joinery.yaml`, and that before the \
      default. So `target: mysql-9` of a schema holds whatever `joinery.yaml` says, and `--target mysql-8.4` \
      whatever both say.

      Paths are counted from the folder of `joinery.yaml`, have `/` between their parts and stay below that folder. \
      `schemas` and `output` are heeded by the commands; a build plugin takes the schemas of the target that it is applied \
      to, and SwiftPM says where their Swift goes, as one file a schema, whatever `layout` is.
      """,
    example: """
      # joinery.yaml
      schemas: Sources/App/Schemas
      output: Database
      target: mariadb-11
      access: package
      """)

  var description: KeyDescription {
    switch self {
    case .schemas:
      KeyDescription(
        "The folders, with all below them, and files that are taken where a call names no schema.",
        .either([.path, .list(of: .path)]), default: "`schemas`", example: "schemas: [db, Sources/App/Schemas]")
    case .output:
      KeyDescription(
        "The folder below which each schema has its own.", .path, default: "`generated`", example: "output: Database")
    case .target:
      KeyDescription(
        "The server that the SQL of schemas without a `target` is for.",
        .either([.choice(of: Target.self), .mapping(TargetKey.self)]), default: "`\(Target.standard.rawValue)`",
        example: "target: mariadb-11")
    case .access:
      KeyDescription(
        "Who sees what is generated.", .choice(of: SwiftDeclaration.Access.self), default: "`internal`",
        example: "access: package")
    case .layout:
      KeyDescription(
        "One Swift file a type, or a single one.", .choice(of: SwiftDeclaration.Layout.self), default: "`perType`",
        example: "layout: single")
    case .seeds:
      KeyDescription(
        "Whether each model's struct has the rows of `seeds` as a static property.", .boolean, default: "`false`",
        example: "seeds: true")
    }
  }
}
