import TestSupport

/// What a server is asked after it has taken the schema of a case without a word, and what it answers: something else
/// than was written.
struct SilentChange {
  let question: String
  let answer: [ResultValue]
  /// MariaDB's answer, where it is another one.
  var mariadbAnswer: [ResultValue]?

  /// The changes by rule. The schema is the rule's example.
  static let all: [String: SilentChange] = [
    "MY-NAME-CHARACTER": SilentChange(question: "SHOW TABLES", answer: ["pupils?"]),
    "MY-KEY-LENGTH": ofIndex("sub_part", "pages_address_idx", "768"),
    "MY-INDEX-WITHOUT-LENGTH": ofIndex("sub_part", "pages_body_idx", "768"),
    "MY-JSON-INDEX": ofIndex("sub_part", "pages_facts_idx", "768"),
    "MY-INDEX-ORDER": ofIndex("collation", "pages_body_idx", nil),
    "MY-INDEX-UNIQUE": ofIndex("non_unique", "pages_body_key", "1"),
    "MY-INDEX-BLOCK-SIZE": SilentChange(
      question: "SHOW CREATE TABLE pages",
      answer: [
        "pages",
        """
        CREATE TABLE `pages` (
          `id` int NOT NULL AUTO_INCREMENT,
          `number` int NOT NULL,
          PRIMARY KEY (`id`),
          KEY `pages_number_idx` (`number`) KEY_BLOCK_SIZE=1024
        ) ENGINE=MyISAM DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
        """,
      ],
      mariadbAnswer: [
        "pages",
        """
        CREATE TABLE `pages` (
          `id` int(11) NOT NULL AUTO_INCREMENT,
          `number` int(11) NOT NULL,
          PRIMARY KEY (`id`),
          KEY `pages_number_idx` (`number`) KEY_BLOCK_SIZE=1024
        ) ENGINE=MyISAM DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
        """,
      ]),
    "MY-HASH-INDEX": ofIndex("index_type", "pages_title_idx", "BTREE"),
    "MY-AUTO-INCREMENT-NULLABLE": ofColumn("is_nullable", "number", "NO"),
    "MY-AUTO-INCREMENT-START": SilentChange(
      question: "SHOW CREATE TABLE tickets",
      answer: [
        "tickets",
        """
        CREATE TABLE `tickets` (
          `id` int NOT NULL,
          PRIMARY KEY (`id`)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
        """,
      ],
      mariadbAnswer: [
        "tickets",
        """
        CREATE TABLE `tickets` (
          `id` int(11) NOT NULL,
          PRIMARY KEY (`id`)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
        """,
      ]),
    "MY-ON-UPDATE-DEFAULT": ofColumn("column_default", "changed", "'0000-00-00 00:00:00'"),
    "MY-CHECK-NOT-ENFORCED": SilentChange(
      question: "SELECT check_clause FROM information_schema.check_constraints WHERE constraint_schema = DATABASE()",
      answer: ["`points` > 0"]),
    "MY-GENERATED-NOT-NULL": ofColumn("is_nullable", "area", "YES"),
    "MY-FK-SET-DEFAULT": SilentChange(
      question: """
        SELECT delete_rule FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()
        """,
      answer: ["RESTRICT"]),
    "MY-FK-ENGINE": SilentChange(
      question: """
        SELECT COUNT(*) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()
        """,
      answer: ["0"]),
    "MY-FULLTEXT-LENGTH": ofIndex("sub_part", "pages_body_idx", nil),
    "MY-COMMENT-CHARACTER": ofColumn("column_comment", "field", "Needed ?"),
    "MY-MEMBER-CHARACTER": ofColumn("column_type", "mark", "enum('?','b')"),
    "MY-BINARY-CHARSET": ofColumn("data_type", "name", "varbinary"),
    "MY-SPATIAL-KEY": SilentChange(
      question: """
        SELECT index_type, sub_part FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND index_name = 'places_position_idx'
        """,
      answer: ["SPATIAL", "32"], mariadbAnswer: ["BTREE", "25"]),
    "MY-MEMBER-TRAILING-SPACE": ofColumn("column_type", "mark", "enum('good','bad')"),
  ]

  private static func ofIndex(_ fact: String, _ index: String, _ answer: ResultValue) -> SilentChange {
    SilentChange(
      question: """
        SELECT \(fact) FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_name = '\(index)'
        """,
      answer: [answer])
  }

  private static func ofColumn(_ fact: String, _ column: String, _ answer: ResultValue) -> SilentChange {
    SilentChange(
      question: """
        SELECT \(fact) FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name = '\(column)'
        """,
      answer: [answer])
  }
}
