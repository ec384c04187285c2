public import Diagnostics

/// What a run demands of the files that it reads and writes.
public enum FileRule: String, DiagnosticRule {
  /// A schema file, a file that a schema imports, and what `schemas` of a project names exists.
  case noSuchFile = "FILE-NOT-FOUND"
  /// An import leads to a regular file: to no folder and no device.
  case notRegular = "FILE-NOT-REGULAR"
  /// An import is a path from the folder of the importing file, a path in `joinery.yaml` one from its folder.
  case absoluteImport = "FILE-ABSOLUTE-IMPORT"
  /// An import, and a path in `joinery.yaml`, stays below the root of the project.
  case outsideRoot = "FILE-OUTSIDE-ROOT"
  /// Imports form no circle.
  case importCircle = "FILE-IMPORT-CIRCLE"
  /// A schema imports at most 1,000 files, and all of its files have at most 256 MiB.
  case importLimit = "FILE-IMPORT-LIMIT"
  /// A file has a name that a folder or file of outputs can have.
  case name = "FILE-NAME"
  /// `lint` names warnings that there are.
  case unknownWarning = "LINT-UNKNOWN-WARNING"
  /// Two schemas of a run do not fill the same folder.
  case sameStem = "FILE-SAME-STEM"
  /// The output folder of a schema holds no output of another.
  case otherSchema = "FILE-OTHER-SCHEMA"
  /// Where an output goes, no file stands that Joinery did not make.
  case inTheWay = "FILE-IN-THE-WAY"
  /// Two outputs of a schema have different names, also without regard to case.
  case sameOutput = "FILE-SAME-OUTPUT"
  /// A generated file is what its schema gives; for a check.
  case notCurrent = "FILE-NOT-CURRENT"
}
