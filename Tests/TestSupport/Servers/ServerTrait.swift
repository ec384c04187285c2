public import Testing

extension Trait where Self == ConditionTrait {
  /// The test uses `server`, and is skipped where `JOINERY_SKIP_SERVERS` names that.
  ///
  /// Without this trait, a test of a server that is not there fails.
  public static func needs(_ server: TestServer) -> Self {
    .disabled(if: server.isSkipped, "JOINERY_SKIP_SERVERS names '\(server.name)'")
  }
}
