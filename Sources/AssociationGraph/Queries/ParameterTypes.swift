extension QueryParameter {
  /// Whether it can stand where `other` does: a Swift type holds the values of both.
  func takes(_ other: QueryParameter) -> Bool {
    name == other.name && isList == other.isList && swiftType == other.swiftType
      && type.widest == other.type.widest
  }
}

extension ColumnType {
  /// The type without what makes no difference to a value that is compared: lengths, precisions, fractions.
  fileprivate var widest: ColumnType {
    switch self {
    case .char, .varchar, .text: .text(.long)
    case .binary, .varbinary, .blob: .blob(.long)
    case .decimal(let precision, _, _, _) where precision <= 38:
      .decimal(precision: 38, scale: 0, isUnsigned: false, isZerofill: false)
    case .float: .float(digits: nil, isUnsigned: false, isZerofill: false)
    case .double: .double(digits: nil, isUnsigned: false, isZerofill: false)
    case .integer(let width, let isUnsigned, _): .integer(width, isUnsigned: isUnsigned, zerofillWidth: nil)
    case .datetime, .timestamp: .datetime(fraction: 6)
    case .time: .time(fraction: 6)
    default: self
    }
  }
}
