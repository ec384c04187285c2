import AssociationGraph
import CLibFuzzer
import Diagnostics
import Generation
import MySQL
import SchemaLanguage
import YAMLSyntax

/// Compiles a text as a schema and makes all of its files in memory; nothing is written.
func generate(_ bytes: [UInt8]) {
  var files = SourceFiles()
  let file = files.add(SourceFile(path: "fuzz.yaml", bytes: bytes))
  var diagnostics = DiagnosticCollector()
  let document = parseYAML(file, in: files, diagnostics: &diagnostics)
    .flatMap { readSchema($0, path: "fuzz.yaml", diagnostics: &diagnostics) }
    .flatMap { $0.expandingMixins(diagnostics: &diagnostics) }
  let graph = document.flatMap { resolve($0, diagnostics: &diagnostics) }
  if let graph { diagnostics.add(contentsOf: MySQLVerifier(graph: graph).verify()) }
  for diagnostic in diagnostics.diagnostics {
    for case let range? in [diagnostic.range] + diagnostic.notes.map(\.range) {
      precondition(range.lower <= range.upper && range.upper <= UInt32(bytes.count), "\(range) is no place of the file")
    }
  }
  _ = TextRenderer(files: files).render(diagnostics.sorted)
  guard let graph, !diagnostics.hasErrors else {
    precondition(diagnostics.hasErrors || bytes.allSatisfy { $0 <= 0x20 || $0 == 0x23 || $0 > 0x7E } || document == nil)
    return
  }
  for planned in OutputPlan(graph: graph, stem: "fuzz").files {
    guard let made = try? planned.render() else { continue }
    precondition(String(validating: made, as: UTF8.self) != nil, "\(planned.path) is not UTF-8")
  }
}

/// Makes another schema out of one (LLVMFuzzerCustomMutator of libFuzzer).
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ largest: Int, _ seed: UInt32) -> Int {
  var mutator = SchemaMutator(seed: seed)
  // Now and then bytes change as for any other input.
  if mutator.happens(oneIn: 4) { return LLVMFuzzerMutate(data, size, largest) }
  return fill(data, largest, mutator.mutate(Array(UnsafeBufferPointer(start: data, count: size))))
}

/// Makes a schema out of two (LLVMFuzzerCustomCrossOver of libFuzzer).
@_cdecl("LLVMFuzzerCustomCrossOver")
public func cross(
  _ first: UnsafePointer<UInt8>, _ firstSize: Int, _ second: UnsafePointer<UInt8>, _ secondSize: Int,
  _ result: UnsafeMutablePointer<UInt8>, _ largest: Int, _ seed: UInt32
) -> Int {
  var mutator = SchemaMutator(seed: seed)
  return fill(
    result, largest,
    mutator.cross(
      Array(UnsafeBufferPointer(start: first, count: firstSize)),
      Array(UnsafeBufferPointer(start: second, count: secondSize))))
}

func fill(_ data: UnsafeMutablePointer<UInt8>, _ largest: Int, _ bytes: [UInt8]) -> Int {
  let count = min(largest, bytes.count)
  for index in 0..<count { data[index] = bytes[index] }
  return count
}

/// Takes one input of libFuzzer, whose `main` calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> Int32 {
  generate(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
