import Diagnostics
import Testing

@Suite struct NearMissTests {
  @Test(arguments: [
    ("Grad", ["Student", "Grade", "Course"], "Grade"),
    ("Studnet", ["Student"], "Student"),
    ("colums", ["columns", "column"], "columns"),
    ("GRADE", ["grade", "Grader"], "grade"),
    ("hasmany", ["hasOne", "hasMany"], "hasMany"),
    ("id", ["it", "ID"], "ID"),
    ("größe", ["Größe", "grösse"], "Größe"),
    ("abcd", ["abxd", "abyd"], "abxd"),
    ("belongToMany", ["belongsTo", "belongsToMany"], "belongsToMany"),
  ])
  func findsTheNearest(name: String, candidates: [String], nearest: String) {
    #expect(nearestName(to: name, among: candidates) == nearest)
  }

  @Test(arguments: [
    ("Grade", ["Teacher", "Gr"]),
    ("a", ["b"]),
    ("ab", ["cd"]),
    ("name", ["mane"]),
    ("", ["a"]),
    ("abc", []),
    ("abcdef", ["abcxyz"]),
  ])
  func findsNothingThatIsFar(name: String, candidates: [String]) {
    #expect(nearestName(to: name, among: candidates) == nil)
  }

  /// The banded search against the textbook's full table, on all words of three letters.
  @Test func agreesWithTheFullTable() {
    let letters = ["a", "b", "A"]
    var words = [""]
    for _ in 0..<4 { words += words.suffix(81).flatMap { word in letters.map { word + $0 } } }
    words = Array(Set(words)).sorted().filter { !$0.isEmpty }
    for name in words.filter({ $0.count >= 3 }) {
      for candidate in words where candidate != name {
        let longer = max(name.count, candidate.count)
        let distance = name.lowercased() == candidate.lowercased() ? 0 : fullDistance(Array(name), Array(candidate))
        let isNear = distance <= 4 * max(1, longer / 3) && distance < 4 * longer
        #expect((nearestName(to: name, among: [candidate]) == candidate) == isNear, "\(name) \(candidate)")
      }
    }
  }

  /// Quarters of an edit, with a quarter for a letter in the wrong case.
  private func fullDistance(_ left: [Character], _ right: [Character]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for y in 0...left.count { table[y][0] = 4 * y }
    for x in 0...right.count { table[0][x] = 4 * x }
    for y in 1...left.count {
      for x in 1...right.count {
        let (a, b) = (left[y - 1], right[x - 1])
        let replacement = a == b ? 0 : a.lowercased() == b.lowercased() ? 1 : 4
        table[y][x] = min(table[y - 1][x - 1] + replacement, table[y - 1][x] + 4, table[y][x - 1] + 4)
        if y > 1, x > 1, a == right[x - 2], left[y - 2] == b {
          table[y][x] = min(table[y][x], table[y - 2][x - 2] + 4)
        }
      }
    }
    return table[left.count][right.count]
  }

  @Test func leavesVeryLongNamesAlone() {
    let long = String(repeating: "a", count: 101)
    #expect(nearestName(to: long, among: [long + "b"]) == nil)
    #expect(nearestName(to: "name", among: [long, "names"]) == "names")
  }

  @Test func isFastAmongManyCandidates() {
    let candidates = (0..<50_000).map { "AssociatedModel\($0)" }
    let duration = ContinuousClock().measure {
      #expect(nearestName(to: "AssociatedModl49999", among: candidates) == "AssociatedModel49999")
    }
    // Some 10 ms with optimization; without it, still far from a full table.
    #expect(duration < .seconds(10))
  }
}
