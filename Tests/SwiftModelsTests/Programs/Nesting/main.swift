// Decodes rows of the queries of `SchoolDB` and nests them. Writes each difference from what is expected.
import Foundation

func expect<Value: Equatable>(_ actual: Value, _ expected: Value, line: Int = #line) {
  if actual != expected { print("line \(line):\n  \(actual)\nis not\n  \(expected)") }
}

/// The rows of a table of texts, whose first line names the columns; `-` is NULL.
func rows<Row: Decodable>(_ type: Row.Type, _ table: String) throws -> [Row] {
  let lines = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  return try lines.dropFirst().map { line in
    try RowDecoder().decode(type, from: zip(lines[0], line).map { ($0, $1 == "-" ? nil : $1) })
  }
}

// Three levels; the rooms have a composite key, the teachers stand beside them; the codes of two books differ in bytes
// alone: é as one character, and as e with an accent.
do {
  typealias School = SchoolsWithAll.School
  let precomposed = "\u{E9}"
  let decomposed = "e\u{301}"
  let result = SchoolsWithAll.nest(
    try rows(
      SchoolsWithAll.Row.self,
      """
      id name rooms.schoolId rooms.number rooms.pupils.id rooms.pupils.name rooms.pupils.schoolId \
      rooms.pupils.roomNumber rooms.pupils.houseId rooms.pupils.mentorId rooms.pupils.books.code \
      rooms.pupils.books.pupilId teachers.id teachers.schoolId teachers.name
      2 North 2 1 7 Ada 2 1 - - \(precomposed) 7 1 2 Kay
      2 North 2 1 7 Ada 2 1 - - \(decomposed) 7 1 2 Kay
      2 North 2 1 7 Ada 2 1 - - \(precomposed) 7 2 2 Lee
      2 North 2 1 7 Ada 2 1 - - \(decomposed) 7 2 2 Lee
      2 North 2 1 8 Bob 2 1 5 7 - - 1 2 Kay
      2 North 2 1 8 Bob 2 1 5 7 - - 2 2 Lee
      2 North 2 2 - - - - - - - - 1 2 Kay
      2 North 2 2 - - - - - - - - 2 2 Lee
      1 South 1 1 9 Cid 1 1 - - x 9 - - -
      3 East - - - - - - - - - - - - -
      """))
  expect(
    result,
    [
      School(
        id: 2, name: "North",
        rooms: [
          School.ClassRoom(
            schoolID: 2, number: 1,
            pupils: [
              School.ClassRoom.Pupil(
                id: 7, name: "Ada", schoolID: 2, roomNumber: 1, houseID: nil, mentorID: nil,
                books: [
                  School.ClassRoom.Pupil.Book(code: precomposed, pupilID: 7),
                  School.ClassRoom.Pupil.Book(code: decomposed, pupilID: 7),
                ]),
              School.ClassRoom.Pupil(
                id: 8, name: "Bob", schoolID: 2, roomNumber: 1, houseID: 5, mentorID: 7, books: []),
            ]),
          School.ClassRoom(schoolID: 2, number: 2, pupils: []),
        ],
        teachers: [
          School.Teacher(id: 1, schoolID: 2, name: "Kay"), School.Teacher(id: 2, schoolID: 2, name: "Lee"),
        ]),
      School(
        id: 1, name: "South",
        rooms: [
          School.ClassRoom(
            schoolID: 1, number: 1,
            pupils: [
              School.ClassRoom.Pupil(
                id: 9, name: "Cid", schoolID: 1, roomNumber: 1, houseID: nil, mentorID: nil,
                books: [School.ClassRoom.Pupil.Book(code: "x", pupilID: 9)])
            ])
        ], teachers: []),
      School(id: 3, name: "East", rooms: [], teachers: []),
    ])
  expect(result.first?.rooms.first?.id, School.ClassRoom.ID(schoolID: 2, number: 1))
  expect(
    result.first?.rooms.first?.pupils.first?.books.map { Array($0.code.utf8) }, [[0xC3, 0xA9], [0x65, 0xCC, 0x81]])
  expect(SchoolsWithAll.nest([]), [])
}

// The same in one line, pupils required within the rooms, with a to-one of their own model.
do {
  typealias School = SchoolsWithBooks.School
  let result = SchoolsWithBooks.nest(
    try rows(
      SchoolsWithBooks.Row.self,
      """
      id name rooms.schoolId rooms.number rooms.pupils.id rooms.pupils.name rooms.pupils.schoolId \
      rooms.pupils.roomNumber rooms.pupils.houseId rooms.pupils.mentorId rooms.pupils.books.code \
      rooms.pupils.books.pupilId rooms.pupils.mentor.id rooms.pupils.mentor.name rooms.pupils.mentor.schoolId \
      rooms.pupils.mentor.roomNumber rooms.pupils.mentor.houseId rooms.pupils.mentor.mentorId
      1 South 1 1 7 Ada 1 1 - 8 x 7 8 Bob 1 1 - -
      1 South 1 1 7 Ada 1 1 - 8 y 7 8 Bob 1 1 - -
      1 South 1 1 8 Bob 1 1 - - z 8 - - - - - -
      """))
  expect(
    result,
    [
      School(
        id: 1, name: "South",
        rooms: [
          School.ClassRoom(
            schoolID: 1, number: 1,
            pupils: [
              School.ClassRoom.Pupil(
                id: 7, name: "Ada", schoolID: 1, roomNumber: 1, houseID: nil, mentorID: 8,
                books: [
                  School.ClassRoom.Pupil.Book(code: "x", pupilID: 7),
                  School.ClassRoom.Pupil.Book(code: "y", pupilID: 7),
                ],
                mentor: School.ClassRoom.Pupil.Mentor(
                  id: 8, name: "Bob", schoolID: 1, roomNumber: 1, houseID: nil, mentorID: nil)),
              School.ClassRoom.Pupil(
                id: 8, name: "Bob", schoolID: 1, roomNumber: 1, houseID: nil, mentorID: nil,
                books: [School.ClassRoom.Pupil.Book(code: "z", pupilID: 8)], mentor: nil),
            ])
        ])
    ])
}

// A to-many behind an optional to-one; to-ones that are always there and are not optional.
do {
  typealias Pupil = PupilsWithGhosts.Pupil
  let result = PupilsWithGhosts.nest(
    try rows(
      PupilsWithGhosts.Row.self,
      """
      id name schoolId roomNumber houseId mentorId house.id house.name house.ghosts.id house.ghosts.houseId \
      house.ghosts.name room.schoolId room.number room.school.id room.school.name
      7 Ada 1 1 5 - 5 Owl 1 5 Sir 1 1 1 South
      7 Ada 1 1 5 - 5 Owl 2 5 - 1 1 1 South
      8 Bob 1 1 5 - 5 Owl 1 5 Sir 1 1 1 South
      8 Bob 1 1 5 - 5 Owl 2 5 - 1 1 1 South
      9 Cid 1 2 6 - 6 Fox - - - 1 2 1 South
      10 Dot 1 2 - - - - - - - 1 2 1 South
      """))
  let ghosts = [
    Pupil.House.Ghost(id: 1, houseID: 5, name: "Sir"), Pupil.House.Ghost(id: 2, houseID: 5, name: nil),
  ]
  let school = Pupil.ClassRoom.School(id: 1, name: "South")
  let rooms = [1, 2].map { Pupil.ClassRoom(schoolID: 1, number: $0, school: school) }
  expect(
    result,
    [
      Pupil(
        id: 7, name: "Ada", schoolID: 1, roomNumber: 1, houseID: 5, mentorID: nil,
        house: Pupil.House(id: 5, name: "Owl", ghosts: ghosts), room: rooms[0]),
      Pupil(
        id: 8, name: "Bob", schoolID: 1, roomNumber: 1, houseID: 5, mentorID: nil,
        house: Pupil.House(id: 5, name: "Owl", ghosts: ghosts), room: rooms[0]),
      Pupil(
        id: 9, name: "Cid", schoolID: 1, roomNumber: 2, houseID: 6, mentorID: nil,
        house: Pupil.House(id: 6, name: "Fox", ghosts: []), room: rooms[1]),
      Pupil(
        id: 10, name: "Dot", schoolID: 1, roomNumber: 2, houseID: nil, mentorID: nil, house: nil, room: rooms[1]),
    ])
}

// Junction rows with a key of their own: a pair twice is two elements.
do {
  typealias Club = PupilsWithClubs.Pupil.Club
  let result = PupilsWithClubs.nest(
    try rows(
      PupilsWithClubs.Row.self,
      """
      id clubs.id clubs.name clubs.membership.id clubs.membership.pupilId clubs.membership.clubId clubs.membership.role
      7 1 Chess 20 7 1 head
      7 1 Chess 21 7 1 -
      7 1 Chess 20 7 1 head
      8 - - - - - -
      """))
  expect(
    result,
    [
      PupilsWithClubs.Pupil(
        id: 7,
        clubs: [
          Club(id: 1, name: "Chess", membership: Club.Membership(id: 20, pupilID: 7, clubID: 1, role: "head")),
          Club(id: 1, name: "Chess", membership: Club.Membership(id: 21, pupilID: 7, clubID: 1, role: nil)),
        ]),
      PupilsWithClubs.Pupil(id: 8, clubs: []),
    ])
}

// Without the junction's columns it is one, for each pupil.
expect(
  PupilsInClubs.nest(try rows(PupilsInClubs.Row.self, "id clubs.id\n7 1\n7 1\n7 2\n8 1")),
  [
    PupilsInClubs.Pupil(id: 7, clubs: [PupilsInClubs.Pupil.Club(id: 1), PupilsInClubs.Pupil.Club(id: 2)]),
    PupilsInClubs.Pupil(id: 8, clubs: [PupilsInClubs.Pupil.Club(id: 1)]),
  ])

// hasOne that finds two rows: the first is kept, with its own labels only.
do {
  typealias Photo = PupilsWithPhoto.Pupil.Photo
  let result = PupilsWithPhoto.nest(
    try rows(
      PupilsWithPhoto.Row.self,
      """
      id photo.id photo.pupilId photo.path photo.labels.id photo.labels.photoId photo.labels.text
      7 1 7 a 10 1 sun
      7 2 7 b 11 2 rain
      7 1 7 a 12 1 sea
      8 - - - - - -
      """))
  expect(
    result,
    [
      PupilsWithPhoto.Pupil(
        id: 7,
        photo: Photo(
          id: 1, pupilID: 7, path: "a",
          labels: [Photo.Label(id: 10, photoID: 1, text: "sun"), Photo.Label(id: 12, photoID: 1, text: "sea")])),
      PupilsWithPhoto.Pupil(id: 8, photo: nil),
    ])
}

// Rows without a key: each row of the join is one.
expect(
  PupilsWithNotes.nest(try rows(PupilsWithNotes.Row.self, "id notes.pupilId notes.text\n7 7 a\n7 7 a\n7 7 -\n8 - -")),
  [
    PupilsWithNotes.Pupil(
      id: 7, notes: ["a", "a", nil].map { PupilsWithNotes.Pupil.Note(pupilID: 7, text: $0) }),
    PupilsWithNotes.Pupil(id: 8, notes: []),
  ])
do {
  typealias Note = NotesWithBooks.Note
  let result = NotesWithBooks.nest(
    try rows(
      NotesWithBooks.Row.self,
      "pupilId text pupil.id pupil.books.code pupil.books.pupilId\n7 a 7 x 7\n7 a 7 x 7\n8 - 8 - -"))
  let withBook = Note(
    pupilID: 7, text: "a", pupil: Note.Pupil(id: 7, books: [Note.Pupil.Book(code: "x", pupilID: 7)]))
  expect(result, [withBook, withBook, Note(pupilID: 8, text: nil, pupil: Note.Pupil(id: 8, books: []))])
}

// A composite key at the root; lists of parameters.
do {
  let result = RoomsOfPupils.nest(
    try rows(RoomsOfPupils.Row.self, "schoolId number pupils.id\n1 1 7\n2 1 8\n1 1 9\n1 2 -"))
  expect(
    result,
    [
      RoomsOfPupils.ClassRoom(
        schoolID: 1, number: 1, pupils: [RoomsOfPupils.ClassRoom.Pupil(id: 7), RoomsOfPupils.ClassRoom.Pupil(id: 9)]),
      RoomsOfPupils.ClassRoom(schoolID: 2, number: 1, pupils: [RoomsOfPupils.ClassRoom.Pupil(id: 8)]),
      RoomsOfPupils.ClassRoom(schoolID: 1, number: 2, pupils: []),
    ])

  let parameters = RoomsOfPupils.Parameters(numbers: [3, 4], name: "B")
  expect(parameters.bindings.map { "\($0)" }, ["3", "4", "B", "3", "4", "B"])
  expect(
    RoomsOfPupils.sql(parameters),
    "SELECT `a\\b`, \"\"\"\"\nFROM t\nWHERE `number` IN (?, ?)\n  AND `name` < ? -- \u{202E}\u{0}\t\r\\(x)\n\n"
      + "  AND `number` NOT IN (?, ?) AND ? = 1")
  let empty = RoomsOfPupils.Parameters(numbers: [], name: "B")
  expect(empty.bindings.map { "\($0)" }, ["B", "B"])
  expect(RoomsOfPupils.sql(empty).split(separator: "\n")[2], "WHERE `number` IN (SELECT NULL FROM DUAL WHERE FALSE)")
}

// A NULL or a missing column where there is always a value is an error.
for table in ["id clubs.id\n7 -", "id\n7", "id clubs.id\n7 x"] {
  do {
    _ = try rows(PupilsInClubs.Row.self, table)
    print("\(table) was decoded")
  } catch is DecodingError {}
}

// A new row leaves out what the server fills in; a row is coded by its columns' names.
let encoder = JSONEncoder()
encoder.outputFormatting = .sortedKeys
expect(
  String(decoding: try encoder.encode(Pupil.New(name: "Ada", schoolID: 1, roomNumber: 2, mentorID: 3)), as: UTF8.self),
  #"{"mentorId":3,"name":"Ada","roomNumber":2,"schoolId":1}"#)
expect(Pupil.CodingKeys.allCases.map(\.stringValue), ["id", "name", "schoolId", "roomNumber", "houseId", "mentorId"])
print("done")
