public import AssociationGraph

/// Every file that a graph gives.
public struct OutputPlan: Sendable {
  /// The files, in the order in which a reader would look at them.
  public let files: [PlannedFile]

  /// The positions of the files in the order in which threads should begin them: those of the whole database come first, since
  /// they take long, and no thread is to be left with one of them at the end.
  public let workOrder: [Int]

  private let maker: any FileMaker

  /// The outputs of `graph`, whose schema file has the stem `stem`.
  public init(graph: AssociationGraph, stem: String) {
    let made = GraphFiles(graph, stem: stem)
    maker = made
    files = made.contents.enumerated().map { PlannedFile(path: made.path(of: $1), number: $0, of: made) }
    workOrder = Self.workOrder(of: made.contents)
  }

  private init(_ plan: consuming OutputPlan, madeBy maker: any FileMaker) {
    files = plan.files.map { PlannedFile(path: $0.path, number: $0.number, of: maker) }
    workOrder = plan.workOrder
    self.maker = maker
  }

  /// The same files, made by what `follow` makes of who makes them.
  consuming func followed(by follow: (any FileMaker) -> any FileMaker) -> OutputPlan {
    OutputPlan(self, madeBy: follow(maker))
  }

  /// The file at `path` with all Swift that `graph` gives.
  static func swiftFile(at path: String, graph: AssociationGraph, stem: String) -> PlannedFile {
    PlannedFile(path: path, number: 0, of: GraphFiles(allSwiftOf: graph, stem: stem))
  }

  /// The SQL of so many queries is made before their Swift.
  private static let queriesAtATime = 64

  private static func workOrder(of contents: [GraphFiles.Content]) -> [Int] {
    var wholes: [Int] = []
    var queries: [Int] = []
    var swiftOfQueries: [Int] = []
    var rest: [Int] = []
    for (number, content) in contents.enumerated() {
      switch content {
      case .swift: wholes.insert(number, at: 0)
      case .page, .tables, .drop, .seeds, .seedSet: wholes.append(number)
      case .query: queries.append(number)
      case .swiftQuery: swiftOfQueries.append(number)
      case .rowStatements, .swiftModel, .sharedTypes: rest.append(number)
      }
    }
    // A query's two files are one soon after the other, but not at the same time.
    var order = wholes
    for start in stride(from: 0, to: queries.count, by: queriesAtATime) {
      order += queries[start...].prefix(queriesAtATime)
      order += swiftOfQueries.dropFirst(start).prefix(queriesAtATime)
    }
    return order + rest
  }
}
