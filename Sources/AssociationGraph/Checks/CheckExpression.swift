/// The condition of a check as far as it can be computed here.
///
/// It is an expression of comparisons, arithmetic and some functions of the row's own columns and of literals (Reference
/// Manual, "Expressions", "Operator Precedence"). What depends on the `sql_mode` or the session is left out: texts with
/// backslashes or in double quotes, `||`.
indirect enum CheckExpression: Equatable {
  case null
  case number(String)
  case text(String)
  /// The column at this position of the table.
  case column(Int)
  case comparison(Comparison, CheckExpression, CheckExpression)
  case arithmetic(Arithmetic, CheckExpression, CheckExpression)
  case negative(CheckExpression)
  case not(CheckExpression)
  case and(CheckExpression, CheckExpression)
  case or(CheckExpression, CheckExpression)
  case exclusiveOr(CheckExpression, CheckExpression)
  /// IS NULL.
  case isNull(CheckExpression)
  /// IS TRUE, IS FALSE.
  case isTruth(CheckExpression, Bool)
  case isIn(CheckExpression, [CheckExpression])
  case isBetween(CheckExpression, CheckExpression, CheckExpression)
  case like(CheckExpression, String)
  case call(Function, [CheckExpression])

  enum Comparison: String {
    case equal = "="
    case equalOrBothNull = "<=>"
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  enum Arithmetic {
    case plus, minus, times, remainder, quotient
  }

  enum Function {
    case characterLength, byteLength, lowercase, uppercase, trim, trimStart, trimEnd, absolute, remainder, firstKnown
    case isNull
  }

  /// The positions of the columns that it names, in order.
  var columns: [Int] {
    switch self {
    case .null, .number, .text: []
    case .column(let position): [position]
    case .comparison(_, let left, let right), .arithmetic(_, let left, let right), .and(let left, let right),
      .or(let left, let right), .exclusiveOr(let left, let right):
      left.columns + right.columns
    case .negative(let operand), .not(let operand), .isNull(let operand), .isTruth(let operand, _),
      .like(let operand, _):
      operand.columns
    case .isIn(let operand, let list): operand.columns + list.flatMap(\.columns)
    case .isBetween(let operand, let low, let high): operand.columns + low.columns + high.columns
    case .call(_, let arguments): arguments.flatMap(\.columns)
    }
  }
}
