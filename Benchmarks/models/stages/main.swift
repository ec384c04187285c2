// Prints how long each stage takes over one schema, in seconds, and the largest memory that the process had until then, in KiB:
// `stages schemas/bench.yaml`.
//
// The stages are called as `Generator` calls them. What is left of the whole command's time is writing.

import AssociationGraph
import Diagnostics
import Dispatch
import Foundation
import Generation
import MySQL
import SchemaLanguage
import Synchronization
import YAMLSyntax

/// Measures the stages.
struct StageTimes {
  private let clock = ContinuousClock()

  /// Calls `stage` and prints its time.
  func measure<Result>(_ name: String, _ stage: () -> Result) -> Result {
    let start = clock.now
    let result = stage()
    let seconds = (clock.now - start) / .seconds(1)
    var usage = rusage()
    // RUSAGE_SELF, whose type is not the same everywhere.
    getrusage(0, &usage)
    print(name, seconds, usage.ru_maxrss)
    return result
  }
}

func fail(_ message: String) -> Never {
  print(message)
  exit(1)
}

func measureStages(of path: String) {
  guard let bytes = FileManager.default.contents(atPath: path) else { fail("There is no file '\(path)'") }
  let times = StageTimes()
  var files = SourceFiles()
  var diagnostics = DiagnosticCollector()
  let file = files.add(SourceFile(path: "bench.yaml", bytes: Array(bytes)))
  // Each stage takes what the one before it has made, and lets go of it.
  var root = times.measure("parse") { parseYAML(file, in: files, diagnostics: &diagnostics) }
  var document: SchemaDocument? = times.measure("read") {
    guard let root = root.take() else { return nil }
    return readSchema(root, path: "bench.yaml", diagnostics: &diagnostics)
  }
  let graph: AssociationGraph? = times.measure("resolve") {
    guard let document = document.take() else { return nil }
    return resolve(document, diagnostics: &diagnostics)
  }
  guard let graph else { fail("The schema has mistakes") }
  times.measure("verify") { diagnostics.add(contentsOf: MySQLVerifier(graph: graph).verify()) }
  times.measure("emit") {
    let plan = OutputPlan(graph: graph, stem: "bench")
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) { _ in
      while true {
        let turn = next.add(1, ordering: .relaxed).oldValue
        guard turn < plan.files.count else { return }
        do throws(DiskError) {
          try plan.files[plan.workOrder[turn]].write { (_) throws(DiskError) in }
        } catch {
          fail(error.message)
        }
      }
    }
  }
}

guard CommandLine.arguments.count == 2 else { fail("stages SCHEMA") }
measureStages(of: CommandLine.arguments[1])
