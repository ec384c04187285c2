internal import Diagnostics

/// The nodes of one document with the text in which they are written; immutable and shared by all ``YAMLNode`` views.
final class YAMLTree: Sendable {
  let file: SourceFileID
  let source: [UInt8]
  let nodes: NodeTable

  init(file: SourceFileID, source: [UInt8], nodes: NodeTable) {
    self.file = file
    self.source = source
    self.nodes = nodes
  }

  /// The same tree as a value of its own, which holds the same arrays.
  var copy: YAMLTree { YAMLTree(file: file, source: source, nodes: nodes) }
}
