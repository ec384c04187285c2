import Foundation
import TestSupport
import Testing

/// `make install` puts the command where the system looks for it, and the shells complete its words.
@Suite struct InstallationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileTree(["joinery.1": Array(".Dd 2026\n".utf8)]).write(to: folder.url)
  }

  private func place(_ arguments: String...) throws -> JoineryTool.Result {
    let script = Repository.root.appending(path: "Scripts/place-joinery").path
    return try JoineryTool.run(
      URL(filePath: "/usr/bin/env"),
      ["DESTDIR=\(folder.url.path)/a package", "PREFIX=/usr", script] + arguments, in: folder.url)
  }

  private func install() throws -> URL {
    #expect(try place("install", JoineryTool.executable.path, "joinery.1").status == 0)
    return folder.url.appending(path: "a package/usr")
  }

  @Test func placesEverythingAndTakesItAway() throws {
    let root = try install()
    let modes = try FileTree(below: root).files.keys.sorted().map { path in
      let attributes = try FileManager.default.attributesOfItem(atPath: root.appending(path: path).path)
      return "\(path) \(String((attributes[.posixPermissions] as? Int) ?? 0, radix: 8))"
    }
    #expect(
      modes == [
        "bin/joinery 755", "share/bash-completion/completions/joinery 644",
        "share/fish/vendor_completions.d/joinery.fish 644", "share/man/man1/joinery.1 644",
        "share/zsh/site-functions/_joinery 644",
      ])
    // Once more, over the first.
    _ = try install()
    #expect(try FileTree(below: root).files.count == modes.count)
    #expect(try place("uninstall").status == 0)
    #expect(try FileTree(below: root).files.isEmpty)
    #expect(try place("install").status == 2)
  }

  @Test(
    "bash completes commands, options, files, targets, formats, rules and what can be explained",
    arguments: [
      ("joinery ch", "check"), ("joinery generate --dr", "--dry-run"), ("joinery generate --target mariadb-1", nil),
      ("joinery check --format sa", "sarif"), ("joinery check schemas/sh", "schemas/shop.yaml"),
      ("joinery generate --output sch", "schemas"), ("joinery rules MY-ROW-S", "MY-ROW-SIZE"),
      ("joinery explain Customer.o", "Customer.orders"), ("joinery explain ord", "ordersOfCustomer"),
    ] as [(String, String?)])
  func completes(line: String, word: String?) throws {
    let root = try install()
    let schema = """
      database: shop
      models: { Customer: { hasMany: [Order] }, Order: {} }
      queries: { ordersOfCustomer: { from: Customer, include: [orders] } }

      """
    let project = folder.url.appending(path: "project")
    try FileTree(
      ["joinery.yaml": [], "schemas/shop.yaml": Array(schema.utf8), "schemas/shop.txt": []]
    ).write(to: project)
    let script = """
      PATH="$1:$PATH"
      . "$2" || exit
      COMP_LINE=$3 COMP_POINT=${#3} COMP_TYPE=9
      read -r -a COMP_WORDS <<<"$3"
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _joinery joinery "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" || exit
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try JoineryTool.run(
      URL(filePath: "/usr/bin/env"),
      [
        "bash", "-c", script, "bash", root.appending(path: "bin").path,
        root.appending(path: "share/bash-completion/completions/joinery").path, line,
      ], in: project)
    let words = result.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(words.sorted() == (word.map { [$0] } ?? ["mariadb-10.11", "mariadb-11"]), "\(result.errors)")
  }
}
