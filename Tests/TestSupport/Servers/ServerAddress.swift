import Foundation

/// Where a server listens, and as whom to log in there.
public struct ServerAddress: Hashable, Sendable {
  /// A place to connect to.
  public enum Endpoint: Hashable, Sendable {
    /// A unix socket; the path has 107 bytes at most on Linux, 103 on macOS.
    case socket(path: String)
    /// A TCP port of a host.
    case network(host: String, port: UInt16)
  }

  /// Where it listens.
  public var endpoint: Endpoint
  /// The account's user name.
  public var user: String
  /// The account's password; empty for none.
  public var password: String

  /// An address; see the properties.
  public init(endpoint: Endpoint, user: String, password: String) {
    self.endpoint = endpoint
    self.user = user
    self.password = password
  }

  /// The address that a developer has written; `nil` where `text` is no such.
  ///
  /// Either the absolute path of a socket, for user `root` without a password, or `mysql://user:password@host:port`
  /// (also `mariadb://`) with percent encoding. There the user defaults to `root`, the password to none and the port to
  /// 3306. The user has to be allowed to create and drop databases.
  public init?(_ text: String) {
    if text.hasPrefix("/") {
      self.init(endpoint: .socket(path: text), user: "root", password: "")
      return
    }
    guard let url = URLComponents(string: text), ["mysql", "mariadb"].contains(url.scheme), let host = url.host,
      !host.isEmpty, let port = UInt16(exactly: url.port ?? 3306), ["", "/"].contains(url.path)
    else { return nil }
    self.init(endpoint: .network(host: host, port: port), user: url.user ?? "root", password: url.password ?? "")
  }
}
