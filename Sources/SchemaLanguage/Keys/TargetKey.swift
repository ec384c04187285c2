/// The keys of `target`.
enum TargetKey: String, SchemaKey {
  case server, maxAllowedPacket

  static let named = makeNamed()

  static let section = KeySection(
    "Target",
    noun: "a target",
    introduction: "`target: mysql-9` is short for `target: { server: mysql-9 }`.",
    example: """
      target: { server: mariadb-11, maxAllowedPacket: 4MiB }
      """)

  var description: KeyDescription {
    switch self {
    case .server:
      KeyDescription(
        "The server that the SQL is for.", .choice(of: Target.self), default: "`\(Target.standard.rawValue)`",
        example: "server: mysql-9")
    case .maxAllowedPacket:
      KeyDescription(
        "The server's `max_allowed_packet`, which no INSERT of rows exceeds: bytes, or a number of KiB, MiB or GiB, from "
          + "1KiB to 1GiB.",
        .byteCount, default: "`16MiB`", example: "maxAllowedPacket: 4MiB")
    }
  }
}
