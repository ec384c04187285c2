import AssociationGraph
import SchemaLanguage
import SwiftModels

/// A school, for nested results of every shape: composite keys, three levels, two to-many side by side, a to-many
/// behind an optional to-one, junction rows that pair twice, a `hasOne` that finds several rows, rows without a key,
/// texts that Swift takes for equal and the server does not.
struct SchoolDB {
  var graph: AssociationGraph
  var statements: [StatementText]

  init() {
    typealias B = GraphBuilder
    var builder = GraphBuilder(namespace: "SchoolDB")
    let school = builder.model("School", table: "schools", columns: [B.id(), B.column("name", .varchar(80))])
    let classRoom = builder.model(
      "ClassRoom", table: "class_rooms", key: ["schoolId", "number"],
      columns: [
        B.column("schoolId", .int, swift: "schoolID"),
        B.column("number", .integer(.tiny, isUnsigned: true, zerofillWidth: nil)),
      ])
    let house = builder.model("House", table: "houses", columns: [B.id(), B.column("name", .varchar(80))])
    let ghost = builder.model(
      "Ghost", table: "ghosts",
      columns: [B.id(), B.column("houseId", .int, swift: "houseID"), B.column("name", .varchar(80), nullable: true)])
    let pupil = builder.model(
      "Pupil", table: "pupils",
      columns: [
        B.id(), B.column("name", .varchar(80)), B.column("schoolId", .int, swift: "schoolID"),
        B.column("roomNumber", .integer(.tiny, isUnsigned: true, zerofillWidth: nil)),
        B.column("houseId", .int, swift: "houseID", nullable: true),
        B.column("mentorId", .int, swift: "mentorID", nullable: true),
      ])
    let teacher = builder.model(
      "Teacher", table: "teachers",
      columns: [B.id(), B.column("schoolId", .int, swift: "schoolID"), B.column("name", .varchar(80))])
    let book = builder.model(
      "Book", table: "books", key: ["code"],
      columns: [
        B.column("code", .varchar(20), collation: "utf8mb4_bin"), B.column("pupilId", .int, swift: "pupilID"),
      ])
    let club = builder.model("Club", table: "clubs", columns: [B.id(), B.column("name", .varchar(80))])
    let membership = builder.model(
      "Membership", table: "memberships",
      columns: [
        B.id(), B.column("pupilId", .int, swift: "pupilID"), B.column("clubId", .int, swift: "clubID"),
        B.column("role", .varchar(20), nullable: true),
      ])
    let photo = builder.model(
      "Photo", table: "photos",
      columns: [B.id(), B.column("pupilId", .int, swift: "pupilID"), B.column("path", .varchar(80))])
    let label = builder.model(
      "Label", table: "labels",
      columns: [B.id(), B.column("photoId", .int, swift: "photoID"), B.column("text", .varchar(80))])
    let note = builder.model(
      "Note", table: "notes", key: [],
      columns: [B.column("pupilId", .int, swift: "pupilID"), B.column("text", .varchar(80), nullable: true)])

    let roomSchool = builder.edge(classRoom, ["schoolId"], school)
    let ghostHouse = builder.edge(ghost, ["houseId"], house)
    let pupilRoom = builder.edge(pupil, ["schoolId", "roomNumber"], classRoom)
    let pupilHouse = builder.edge(pupil, ["houseId"], house)
    let pupilMentor = builder.edge(pupil, ["mentorId"], pupil)
    let teacherSchool = builder.edge(teacher, ["schoolId"], school)
    let bookPupil = builder.edge(book, ["pupilId"], pupil)
    let memberPupil = builder.edge(membership, ["pupilId"], pupil)
    let memberClub = builder.edge(membership, ["clubId"], club)
    let photoPupil = builder.edge(photo, ["pupilId"], pupil)
    let labelPhoto = builder.edge(label, ["photoId"], photo)
    let notePupil = builder.edge(note, ["pupilId"], pupil)

    let rooms = builder.association("rooms", .hasMany, of: school, (roomSchool, .toChild))
    let teachers = builder.association("teachers", .hasMany, of: school, (teacherSchool, .toChild))
    let pupils = builder.association("pupils", .hasMany, of: classRoom, (pupilRoom, .toChild))
    let room = builder.association("room", .belongsTo, of: pupil, (pupilRoom, .toParent))
    let schoolOfRoom = builder.association("school", .belongsTo, of: classRoom, (roomSchool, .toParent))
    let houseOfPupil = builder.association("house", .belongsTo, of: pupil, (pupilHouse, .toParent))
    let mentor = builder.association("mentor", .belongsTo, of: pupil, (pupilMentor, .toParent))
    let ghosts = builder.association("ghosts", .hasMany, of: house, (ghostHouse, .toChild))
    let books = builder.association("books", .hasMany, of: pupil, (bookPupil, .toChild))
    let clubs = builder.association(
      "clubs", .belongsToMany, of: pupil, (memberPupil, .toChild), (memberClub, .toParent))
    let photoOfPupil = builder.association("photo", .hasOne, of: pupil, (photoPupil, .toChild))
    let labels = builder.association("labels", .hasMany, of: photo, (labelPhoto, .toChild))
    let notes = builder.association("notes", .hasMany, of: pupil, (notePupil, .toChild))
    let pupilOfNote = builder.association("pupil", .belongsTo, of: note, (notePupil, .toParent))

    // One level, and two to-many side by side.
    builder.query(
      "schoolsWithAll", "SchoolsWithAll", from: school,
      include: [
        B.Include(
          association: rooms, children: [B.Include(association: pupils, children: [B.Include(association: books)])]),
        B.Include(association: teachers),
      ])
    // Three levels in one line, with a to-one of the same model at its end.
    builder.query(
      "schoolsWithBooks", "SchoolsWithBooks", from: school,
      include: [
        B.Include(
          association: rooms,
          children: [
            B.Include(
              association: pupils, isRequired: true,
              children: [B.Include(association: books), B.Include(association: mentor, type: "Mentor")])
          ])
      ])
    // To-many behind an optional to-one; to-one that is always there, twice over.
    builder.query(
      "pupilsWithGhosts", "PupilsWithGhosts", from: pupil,
      include: [
        B.Include(association: houseOfPupil, children: [B.Include(association: ghosts)]),
        B.Include(association: room, children: [B.Include(association: schoolOfRoom)]),
      ])
    // Junction rows with a key of their own.
    builder.query(
      "pupilsWithClubs", "PupilsWithClubs", from: pupil, columns: ["id"],
      include: [
        B.Include(association: clubs, junctions: [(name: "membership", type: "Membership", columns: nil)])
      ])
    // The same without the junction's columns: a club that a pupil is in twice is one club.
    builder.query(
      "pupilsInClubs", "PupilsInClubs", from: pupil, columns: ["id"],
      include: [
        B.Include(
          association: clubs, isRequired: true, columns: ["id"],
          junctions: [(name: "membership", type: "Membership", columns: [])])
      ])
    // hasOne without a unique key, and a to-many behind it.
    builder.query(
      "pupilsWithPhoto", "PupilsWithPhoto", from: pupil, columns: ["id"],
      include: [B.Include(association: photoOfPupil, children: [B.Include(association: labels)])])
    // Rows without a key: below, and as the root.
    builder.query(
      "pupilsWithNotes", "PupilsWithNotes", from: pupil, columns: ["id"], include: [B.Include(association: notes)])
    builder.query(
      "notesWithBooks", "NotesWithBooks", from: note,
      include: [B.Include(association: pupilOfNote, columns: ["id"], children: [B.Include(association: books)])])
    // Composite key at the root; list and scalar parameters.
    builder.query(
      "roomsOfPupils", "RoomsOfPupils", from: classRoom,
      include: [B.Include(association: pupils, columns: ["id"])],
      condition: .all([
        .comparison(.column(ColumnTerm(source: 0, hop: 0, column: 1)), .in, [.parameter(0)]),
        .any([
          .comparison(.column(ColumnTerm(source: 1, hop: 0, column: 1)), .lt, [.parameter(1)]),
          .isNull(.column(ColumnTerm(source: 1, hop: 0, column: 4)), true),
        ]),
        .not(
          .comparison(
            .column(ColumnTerm(source: 1, hop: 0, column: 1)), .between, [.value(.text("A*")), .parameter(1)])),
      ]),
      parameters: [
        QueryParameter(
          name: "numbers", swiftName: "numbers", type: .integer(.tiny, isUnsigned: true, zerofillWidth: nil),
          isList: true),
        QueryParameter(name: "name", swiftName: "name", type: .varchar(80), isList: false),
      ])
    graph = builder.graph
    statements = graph.queries.map { StatementText("SELECT * -- \($0.name)") }
    statements[statements.count - 1] = StatementText(
      segments: [
        .sql("SELECT `a\\b`, \"\"\"\"\nFROM t\nWHERE `number` IN ("), .list(0),
        .sql(")\n  AND `name` < ? -- \u{202E}\u{0}\t\r\\(x)\n\n  AND `number` NOT IN ("), .list(0), .sql(") AND ? = 1"),
      ], placeholders: [.parameter(0), .parameter(1), .parameter(0), .parameter(1)])
  }

  /// Every file of the database.
  var files: [SwiftFile] {
    let emitter = SwiftEmitter(graph: graph)
    return graph.models.indices.map { emitter.modelFile(ID($0)) }
      + statements.indices.map { emitter.queryFile($0, statements: [statements[$0]]) }
      + [emitter.sharedTypesFile()].compactMap { $0 }
  }
}
