import SchemaLanguage
import Testing

@testable import AssociationGraph

@Suite struct SQLNamesTests {
  @Test(arguments: [
    ("Student", ["students", "student", "Students", "Student"]),
    ("OrderItem", ["order_items", "order_item", "OrderItems", "OrderItem"]),
    ("OrderItems", ["order_items", "order_item", "OrderItems", "OrderItems"]),
    ("APIKey", ["api_keys", "api_key", "APIKeys", "APIKey"]),
    ("Person", ["people", "person", "People", "Person"]),
    ("Line2", ["line2s", "line2", "Line2s", "Line2"]),
    ("Enrollment", ["enrollments", "enrollment", "Enrollments", "Enrollment"]),
    ("GPS", ["gps", "gps", "GPS", "GPS"]),
    ("URL", ["urls", "url", "URLs", "URL"]),
    ("order_status", ["order_statuses", "order_status", "order_statuses", "order_status"]),
    ("Système", ["systèmes", "système", "Systèmes", "Système"]),
    ("$", ["$", "$", "$", "$"]),
  ])
  func tables(model: String, names: [String]) {
    #expect(NamingDeclaration.TableStyle.allCases.map { SQLNames.tableName(forModel: model, style: $0) } == names)
  }

  @Test(arguments: [
    ("grade", "id", "gradeId", "grade_id"), ("student", "student_id", "studentStudentId", "student_student_id"),
    ("Author", "id", "AuthorId", "author_id"), ("homeAddress", "id", "homeAddressId", "home_address_id"),
    ("third_leader", "id", "thirdLeaderId", "third_leader_id"), ("user", "_id", "userId", "user_id"),
    ("user", "ID", "userID", "user_id"), ("user", "uuid", "userUuid", "user_uuid"),
    ("user", "pk-no", "userPkNo", "user_pk_no"),
    ("user", "the key", "userTheKey", "user_the_key"), ("user-profile", "id", "userProfileId", "user_profile_id"),
    ("URL", "id", "URLId", "url_id"), ("user", "key$1", "userKey$1", "user_key_1"),
    ("user", "__a__b_", "userAB", "user_a_b"),
  ])
  func keysOfAssociations(association: String, key: String, camel: String, snake: String) {
    #expect(SQLNames.keyName(association: association, targetKey: key, style: .camel) == camel)
    #expect(SQLNames.keyName(association: association, targetKey: key, style: .snake) == snake)
  }

  @Test(arguments: [
    ("OrderItem", "id", "orderItemId", "order_item_id"), ("APIKey", "id", "apiKeyId", "api_key_id"),
    ("Student", "student_id", "studentStudentId", "student_student_id"),
    ("UserAPIKey", "ID", "userAPIKeyID", "user_api_key_id"),
    ("order_item", "id", "orderItemId", "order_item_id"), ("ORDER_ITEM", "ID", "orderItemID", "order_item_id"),
    ("Line2", "no", "line2No", "line2_no"), ("iPhone", "id", "iPhoneId", "i_phone_id"),
    ("user_id_card", "id", "userIdCardId", "user_id_card_id"),
  ])
  func keysOfSources(model: String, key: String, camel: String, snake: String) {
    #expect(SQLNames.sourceModelKeyName(model: model, key: key, style: .camel) == camel)
    #expect(SQLNames.sourceModelKeyName(model: model, key: key, style: .snake) == snake)
  }

  @Test(arguments: [
    ("followers", "follower"), ("following", "following"), ("children", "child"), ("homeAddresses", "homeAddress"),
  ])
  func singularsOfAssociations(association: String, singular: String) {
    #expect(SQLNames.singular(ofAssociation: association) == singular)
  }

  @Test(arguments: [
    ("Student", "student", "students"), ("OrderItem", "orderItem", "orderItems"), ("APIKey", "apiKey", "apiKeys"),
    ("Person", "person", "people"),
    ("URL", "url", "urls"), ("order_item", "orderItem", "orderItems"),
  ])
  func associations(model: String, toOne: String, toMany: String) {
    #expect(SQLNames.associationName(forModel: model, toMany: false) == toOne)
    #expect(SQLNames.associationName(forModel: model, toMany: true) == toMany)
  }
}
