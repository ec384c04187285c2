extension GraphResolver {
  /// Orders the tables: as written, but a parent before its children; edges that close a circle come later.
  ///
  /// A walk depth-first along the foreign keys from each model in the order written. A parent that is still being walked is
  /// part of a circle: the edge that met it is deferred.
  mutating func planCreation() {
    enum State { case unseen, open, done }
    var states = Array(repeating: State.unseen, count: graph.models.count)
    var plan = CreationPlan()
    for start in graph.models.indices where states[start] == .unseen {
      var path: [(model: Int, nextEdge: Int)] = [(start, 0)]
      states[start] = .open
      while let (model, nextEdge) = path.last {
        let edges = graph.models[model].foreignKeys
        guard nextEdge < edges.count else {
          states[model] = .done
          plan.order.append(ID(model))
          path.removeLast()
          continue
        }
        path[path.count - 1].nextEdge += 1
        let edge = graph[edges[nextEdge]]
        let parent = edge.parent.index
        guard edge.constraint != nil, parent != model else { continue }
        switch states[parent] {
        case .unseen:
          states[parent] = .open
          path.append((parent, 0))
        case .open: plan.deferred.append(edges[nextEdge])
        case .done: break
        }
      }
    }
    graph.creation = plan
  }
}
