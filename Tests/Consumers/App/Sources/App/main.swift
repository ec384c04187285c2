import Foundation

/// Rows of `AuthorsWithBooks.sql` as a driver hands them over: by the names of the columns.
let rows = """
  [
    { "id": 1, "name": "Astrid Lindgren", "books.id": 1, "books.title": "Pippi Longstocking", "books.authorId": 1 },
    { "id": 1, "name": "Astrid Lindgren", "books.id": 3, "books.title": "Ronia", "books.authorId": 1 },
    { "id": 2, "name": "Michael Ende" }
  ]
  """

let decoder = JSONDecoder()
let authors = AuthorsWithBooks.nest(try decoder.decode([AuthorsWithBooks.Row].self, from: Data(rows.utf8)))
for author in authors {
  print("\(author.name): \(author.books.map(\.title).joined(separator: ", "))")
}
