import Testing

@testable import AssociationGraph

@Suite struct NameBasedUUIDTests {
  /// RFC 9562, appendix A.4.
  @Test func vectorOfTheStandard() {
    let uuid = NameBasedUUID(namespace: .dns, name: "www.example.com")
    #expect(uuid.text == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    #expect(
      uuid.bytes == [
        0x2e, 0xd6, 0x65, 0x7d, 0xe9, 0x27, 0x56, 0x8b, 0x95, 0xe1, 0x26, 0x65, 0xa8, 0xae, 0xa6, 0xa2,
      ])
  }

  @Test func keyOfASeedRow() {
    #expect(
      NameBasedUUID(namespace: .seeds, name: "student_db/Student/#1").text == "d5ec73e9-bf65-5f7b-bc71-51ea545801a5")
  }

  /// Expected values from Python's `uuid.uuid5`.
  @Test(arguments: [("", "a2818e56-5d20-5f58-a3ee-6ee9f0c45f9d"), ("é", "0e9881ef-19ec-5eac-98c9-e4605a3bbb8c")])
  func otherNames(name: String, expected: String) {
    #expect(NameBasedUUID(namespace: .seeds, name: name).text == expected)
  }
}
