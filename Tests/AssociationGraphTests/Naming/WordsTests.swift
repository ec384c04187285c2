import Testing

@testable import AssociationGraph

@Suite struct WordsTests {
  @Test(arguments: [
    ("OrderItem", ["Order", "Item"]), ("orderItem", ["order", "Item"]), ("APIKey", ["API", "Key"]),
    ("line2", ["line2"]),
    ("Line2", ["Line2"]), ("HTTPStatus2Code", ["HTTP", "Status2", "Code"]), ("snake_case", ["snake", "case"]),
    ("kebab-case", ["kebab", "case"]), ("two words", ["two", "words"]),
    ("already_snake_Case", ["already", "snake", "Case"]),
    ("a__b___c", ["a", "b", "c"]), ("__a_", ["a"]), ("", []), ("_", []), ("$ . -", []),
    ("user$name", ["user", "name"]),
    ("URLs", ["URLs"]), ("APIsList", ["APIs", "List"]), ("userIDs", ["user", "IDs"]),
    ("UserIsAdmin", ["User", "Is", "Admin"]),
    ("ABus", ["A", "Bus"]), ("IPv4Address", ["IPv4", "Address"]), ("SHA256Hash", ["SHA256", "Hash"]),
    ("html5page", ["html5page"]), ("A1B2", ["A1", "B2"]), ("iPhone", ["i", "Phone"]),
    ("OAuthClient", ["O", "Auth", "Client"]),
    ("uSeR", ["u", "Se", "R"]), ("PERSON", ["PERSON"]), ("ORDER_ITEM", ["ORDER", "ITEM"]), ("2fa", ["2fa"]),
    ("2FA", ["2", "FA"]),
    ("LíderÉquipe", ["Líder", "Équipe"]), ("ÉCOLEPublique", ["ÉCOLE", "Publique"]), ("データ表", ["データ表"]),
    ("E\u{301}coleE\u{301}te\u{301}", ["E\u{301}cole", "E\u{301}te\u{301}"]), ("ΑΒΓδε", ["ΑΒ", "Γδε"]),
    ("a\u{2014}b", ["a", "b"]),
    ("Ǆabcǅef", ["Ǆabc", "ǅef"]), ("a😀b", ["a", "b"]),
  ])
  func splitting(name: String, words: [String]) {
    #expect(Words(of: name).words.map(String.init) == words)
  }

  @Test(arguments: [
    ("OrderItem", "order_item"), ("APIKey", "api_key"), ("HTTPStatus2Code", "http_status2_code"),
    ("user  Name", "user_name"),
    ("Ünïcode", "ünïcode"), ("ÜberÄnderung", "über_änderung"), ("User_Profile", "user_profile"), ("", ""),
    ("address2Line", "address2_line"), ("someURL", "some_url"), ("v2API", "v2_api"),
  ])
  func snakeCase(name: String, expected: String) {
    #expect(Words(of: name).snakeCase == expected)
  }

  @Test(arguments: [
    ("order_item", "orderItem", "OrderItem"), ("APIKey", "apiKey", "APIKey"), ("student_id", "studentID", "StudentID"),
    ("userURL", "userURL", "UserURL"), ("url_list", "urlList", "URLList"), ("id", "id", "ID"), ("ID", "id", "ID"),
    ("_id", "id", "ID"),
    ("gradeId", "gradeID", "GradeID"), ("html5Page", "html5Page", "HTML5Page"),
    ("page_html5", "pageHTML5", "PageHTML5"),
    ("student_courses", "studentCourses", "StudentCourses"), ("api_keys", "apiKeys", "APIKeys"),
    ("user_ids", "userIDs", "UserIDs"),
    ("image_urls", "imageURLs", "ImageURLs"), ("urls", "urls", "URLs"), ("ipv4_address", "ipv4Address", "IPv4Address"),
    ("IPv6", "ipv6", "IPv6"), ("file_md5", "fileMD5", "FileMD5"), ("utc_offset", "utcOffset", "UTCOffset"),
    ("isbn", "isbn", "ISBN"),
    ("userSSA", "userSSA", "UserSSA"), ("ORDER_ITEM", "orderItem", "OrderItem"), ("USER_ID", "userID", "UserID"),
    ("NAME", "name", "NAME"), ("https_only", "httpsOnly", "HTTPSOnly"), ("it_is_us", "itIsUs", "ItIsUs"),
    ("2fa", "_2fa", "_2fa"), ("2FA", "_2FA", "_2FA"), ("", "_", "_"), ("___", "_", "_"), ("5+", "_5", "_5"),
    ("in progress", "inProgress", "InProgress"), ("a-b.c", "aBC", "ABC"), ("version_1_2", "version1_2", "Version1_2"),
    ("straße_id", "straßeID", "StraßeID"), ("ßa", "ßa", "Ssa"), ("データ_id", "データID", "データID"),
    ("\u{301}a", "_\u{301}a", "_\u{301}a"),
    ("self", "self", "Self"), ("point_3_d", "point3D", "Point3D"),
  ])
  func swiftNames(name: String, lower: String, upper: String) {
    #expect(Words(of: name).lowerCamelCase == lower)
    #expect(Words(of: name).upperCamelCase == upper)
  }
}
