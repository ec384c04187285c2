internal import SchemaLanguage

/// The schema that a new project begins with: it generates as it stands, and its comments say what to change.
struct StarterSchema {
  /// The file in the project's folder that holds the JSON Schema of the language.
  static let languageFile = "joinery.schema.json"

  /// The name of the database, and of the file without its extension.
  let name: String

  /// A schema that is named after the folder `folder`, as far as its name has letters and digits of ASCII.
  init(folder: String) {
    var name = ""
    for byte in folder.lowercased().utf8.prefix(40) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        if !name.hasSuffix("_"), !name.isEmpty { name += "_" }
      }
    }
    while name.hasSuffix("_") { name.removeLast() }
    let isName = name.utf8.first.map { $0 >= UInt8(ascii: "a") } == true
    self.name = isName ? name : name.isEmpty ? "library" : "db_" + name
  }

  private static let targets = Target.allCases.map(\.rawValue).joined(separator: ", ")

  /// The schema's text, with the line by which editors find the JSON Schema of the language.
  var text: String {
    """
    # yaml-language-server: $schema=../\(Self.languageFile)

    # What a database is: its models, how they are associated, its first rows and its queries. `joinery generate` makes SQL
    # and Swift of it, below generated/\(name)/. It is an example: change it to your own.

    database: \(name)

    # The server: one of \(Self.targets). Without this line it is \(Target.standard.rawValue).
    target: mysql-9

    models:
      # A model is a table, `authors`, and a Swift struct, `Author`. Beside what stands here it has an `id` and the times at
      # which a row was made and last changed, `createdAt` and `updatedAt`.
      Author:
        columns:
          name: string                                # varchar(255), never NULL
          born: { type: date, nullable: true }        # with attributes, a type stands in braces
        hasMany:
          books: Book                                 # the other end of Book.author
        indexes: [name]                               # by which the query below finds authors

      Book:
        columns:
          title: string(200)
          price: "decimal(8,2)"                       # quoted, because of the comma
        belongsTo:
          author: Author                              # a foreign key `authorId`; `Author?` would take NULL
        belongsToMany:
          genres: { model: Genre, through: BookGenre }  # through a junction table, which is made

      Genre:
        columns:
          name: { type: string(80), unique: true }
        belongsToMany:
          books: { model: Book, through: BookGenre }

    # Rows, in any order: a label in front of a row lets others refer to it.
    seeds:
      Author:
        austen: { name: Jane Austen, born: 1775-12-16 }
        verne:  { name: Jules Verne }
      Genre:
        novel:     { name: Novel }
        adventure: { name: Adventure }
      Book:
        - { title: Emma, price: 9.90, author: austen, genres: [novel] }
        - { title: Around the World in Eighty Days, price: 8.50, author: verne, genres: [novel, adventure] }

    # Each query is a prepared statement, and Swift types for its parameters and its nested result.
    queries:
      booksOfAuthor:
        from: Author
        where: { name: $name }
        include: [books]
      booksOfGenre:
        from: Genre
        where: { name: $name }
        include: { books: { include: [author] } }

    """
  }
}
