/// The `mariadb` client, which reads SQL as a user's terminal or script would: with comments, `DELIMITER` and the rest.
struct CommandLineClient {
  /// The server.
  var address: ServerAddress

  /// The arguments with which the client connects as the account does; its password goes by the environment.
  var arguments: [String] {
    let login = ["--no-defaults", "--default-character-set=utf8mb4", "--user=\(address.user)"]
    return switch address.endpoint {
    case .socket(let path): login + ["--protocol=socket", "--socket=\(path)", "--skip-ssl"]
    case .network(let host, let port):
      login + ["--protocol=tcp", "--host=\(host)", "--port=\(port)", "--skip-ssl-verify-server-cert"]
    }
  }

  /// Runs all statements of `sql` up to the first that fails, and drops their results.
  ///
  /// - Parameters:
  ///   - sql: The text of a file.
  ///   - setup: One statement to begin the session with.
  ///   - database: The database to be in; `nil` for none.
  /// - Throws: ``ServerError`` with the line; ``TestServerFailure`` where the client cannot be run or connected.
  func run(_ sql: String, setup: String, database: String?) throws {
    var arguments = self.arguments + ["--batch", "--init-command=\(setup)"]
    if let database { arguments.append("--database=\(database)") }

    let completion: Subprocess.Completion
    do {
      completion = try Subprocess("mariadb", arguments, environment: ["MYSQL_PWD": address.password])
        .run(input: Array(sql.utf8))
    } catch {
      throw TestServerFailure("The client 'mariadb' cannot be run: \(error)")
    }
    if completion.status == 0 { return }
    let text = String(decoding: completion.errors, as: UTF8.self)
    throw ServerError(printedByClient: text) as (any Error)?
      ?? TestServerFailure("The client 'mariadb' ended with status \(completion.status): \(text)")
  }
}

extension ServerError {
  /// The error in what the client has written to its standard error; `nil` where that holds none with a line.
  ///
  /// The client prints `ERROR 1062 (23000) at line 3: Duplicate entry …`, and in front of that the failed statement
  /// between two lines of dashes. The statement may hold anything, so the last such line of dashes counts.
  init?(printedByClient text: String) {
    let pattern = /(?s)(?:-{14}\n.*\n-{14}\n\n)?ERROR ([0-9]+) \(([0-9A-Z]{5})\) at line ([0-9]+): (.*?)\n?/
    guard let match = text.wholeMatch(of: pattern), let number = Int(match.1), let line = Int(match.3) else {
      return nil
    }
    self.init(number: number, sqlState: String(match.2), message: String(match.4), line: line)
  }
}
