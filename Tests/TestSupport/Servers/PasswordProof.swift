import Hashing

/// What a client sends to show that it knows a password, without sending it.
enum PasswordProof {
  /// The proof for `challenge`, the random bytes of the server, by an authentication plugin of the server.
  ///
  /// Empty without a password, and for a plugin that asks for none here, such as the one that trusts a unix user.
  static func make(_ password: String, method: String, challenge: [UInt8]) -> [UInt8] {
    if password.isEmpty { return [] }
    let password = Array(password.utf8)
    switch method {
    case "mysql_native_password":
      let once = SHA1.hash(password)
      let twice = SHA1.hash(once)
      return combine(once, SHA1.hash(challenge + twice))
    case "caching_sha2_password":
      let once = SHA256.hash(password)
      let twice = SHA256.hash(once)
      return combine(once, SHA256.hash(twice + challenge))
    default: return []
    }
  }

  private static func combine(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    zip(left, right).map { $0 ^ $1 }
  }
}
