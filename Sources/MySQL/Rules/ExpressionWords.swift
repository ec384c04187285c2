internal import SchemaLanguage

/// The functions that expressions of a table must not call, as data (measured on MySQL 9.7 and MariaDB 10.11; Reference
/// Manual, "CHECK Constraints", "CREATE TABLE and Generated Columns", "Data Type Default Values").
enum ExpressionWords {
  /// Functions whose value depends on the moment, the session or chance: good for a default alone.
  static let changing: Set<String> = [
    "now", "current_timestamp", "localtime", "localtimestamp", "curdate", "current_date", "curtime", "current_time",
    "utc_date", "utc_time", "utc_timestamp", "rand", "uuid", "uuid_short", "user", "current_user", "session_user",
    "system_user", "database", "schema", "connection_id", "current_role",
  ]

  /// Functions that ask or change the server's state: good for none.
  static let stateful: Set<String> = [
    "found_rows", "row_count", "last_insert_id", "get_lock", "release_lock", "release_all_locks", "is_free_lock",
    "is_used_lock", "sleep", "benchmark", "load_file", "master_pos_wait", "source_pos_wait", "icu_version", "values",
  ]

  /// Functions over many rows.
  static let aggregates: Set<String> = [
    "avg", "bit_and", "bit_or", "bit_xor", "count", "group_concat", "json_arrayagg", "json_objectagg", "max", "min",
    "std", "stddev", "stddev_pop", "stddev_samp", "sum", "var_pop", "var_samp", "variance",
  ]

  /// Whether a CHECK may not call `function`.
  static func isRefusedInCheck(_ function: String, on target: Target) -> Bool {
    if changing.contains(function) || stateful.contains(function) || function == "version" { return true }
    guard target.isMariaDB else { return function == "unix_timestamp" }
    return ["sysdate", "random_bytes", "from_unixtime", "dayname", "monthname"].contains(function)
  }

  /// Whether a generated column may not call `function`. MariaDB lets a virtual one be different each time it is read.
  static func isRefusedInGenerated(_ function: String, isStored: Bool, on target: Target) -> Bool {
    if stateful.contains(function) { return true }
    guard target.isMariaDB else {
      return changing.contains(function)
        || ["version", "sysdate", "random_bytes", "unix_timestamp", "statement_digest"].contains(function)
    }
    if function == "random_bytes" { return true }
    return isStored
      && (changing.contains(function)
        || ["version", "sysdate", "from_unixtime", "dayname", "monthname"].contains(function))
  }

  /// Whether a default may not call `function`.
  static func isRefusedInDefault(_ function: String, on target: Target) -> Bool {
    stateful.contains(function) || function == "version" && !target.isMariaDB
  }

  /// Words of expressions that are no names and that no server reserves: units, types, `ESCAPE` and the like.
  static let unreserved: Set<String> = [
    "against", "any", "array", "at", "boolean", "both", "bit", "char", "charset", "date", "datetime", "day", "day_hour",
    "day_microsecond", "day_minute", "day_second", "decimal", "double", "empty", "end", "error", "escape", "expansion",
    "false", "float", "hour", "integer", "json", "language", "leading", "member", "microsecond", "minute", "mode",
    "month", "national", "nchar", "of", "point", "quarter", "query", "real", "returning", "round", "second",
    "separator",
    "signed", "some", "sounds", "time", "timestamp", "trailing", "true", "unknown", "unsigned", "value", "week", "xor",
    "year", "year_month", "zone", "local", "offset",
  ]
}
