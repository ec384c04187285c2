import SchemaLanguage

/// Which columns are returned.
enum RandomSelection {
  case all
  case only([String])
  case except([String])
}

/// A number of rows.
enum RandomCount {
  case number(Int)
  /// A position in the query's parameters.
  case parameter(Int)
}

/// A term of an order.
struct RandomOrder {
  var path: RandomPath
  var isDescending: Bool
}

/// A random include: of an association, or of all ways of a polymorphic one.
struct RandomInclude {
  var name: String
  var selection = RandomSelection.all
  var condition: RandomCondition?
  /// Which columns of the junction's rows; all where it has none.
  var throughSelection = RandomSelection.all
  var throughCondition: RandomCondition?
  var required: Bool?
  var order: [RandomOrder] = []
  var limit: RandomCount?
  var withDeleted: Bool?
  /// Whether it is joined whatever the query says: a path goes over it.
  var isJoined = false
  var includes: [RandomInclude] = []

  /// Whether a row of the parent without it is left out.
  var isRequired: Bool { required ?? (condition != nil) }
}

/// A parameter of a random query, with what it is given.
struct RandomParameter {
  var name: String
  var type: RandomType
  var isList = false
  /// Whether it is a number of rows.
  var isCount = false
  /// One value unless it is a list; `nil` for NULL.
  var values: [Cell?]
}

/// A random aggregate.
struct RandomAggregate {
  var name: String
  var function: AggregateFunction
  /// `nil` for `*`.
  var path: RandomPath?
  /// The type of the column; a number for `*`.
  var type = RandomType.integer
}

/// What a random query returns of groups.
struct RandomGrouping {
  var columns: [RandomPath] = []
  /// Columns that are returned, if not those of the groups.
  var returned: [RandomPath]?
  var aggregates: [RandomAggregate] = []
  var condition: RandomCondition?
}

/// A random query.
struct RandomQuery {
  var name: String
  var model: Int
  var selection = RandomSelection.all
  var condition: RandomCondition?
  var includes: [RandomInclude] = []
  var order: [RandomOrder] = []
  var limit: RandomCount?
  var offset: RandomCount?
  var withDeleted = false
  var grouping: RandomGrouping?
  var isDistinct = false
  var result: ResultCount?
  var documentation: String?
  var parameters: [RandomParameter] = []

  /// The number that `count` means.
  func number(_ count: RandomCount) -> Int {
    switch count {
    case .number(let number): return number
    case .parameter(let position):
      if case .number(let number)? = parameters[position].values[0] { return number }
      return 0
    }
  }
}
