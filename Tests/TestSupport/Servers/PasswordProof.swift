import Crypto

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
      let once = Array(Insecure.SHA1.hash(data: password))
      let twice = Array(Insecure.SHA1.hash(data: once))
      return combine(once, Array(Insecure.SHA1.hash(data: challenge + twice)))
    case "caching_sha2_password":
      let once = Array(SHA256.hash(data: password))
      let twice = Array(SHA256.hash(data: once))
      return combine(once, Array(SHA256.hash(data: twice + challenge)))
    default: return []
    }
  }

  private static func combine(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    zip(left, right).map { $0 ^ $1 }
  }
}
