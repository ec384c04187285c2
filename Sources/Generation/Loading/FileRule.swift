public import Diagnostics

/// What a run demands of the files that it reads and writes.
public enum FileRule: String, DiagnosticRule {
  /// A schema file exists.
  case noSuchFile = "FILE-NOT-FOUND"
  /// A file has a name that a folder or file of outputs can have.
  case name = "FILE-NAME"
  /// Two schemas of a run do not fill the same folder.
  case sameStem = "FILE-SAME-STEM"
  /// The output folder of a schema holds no output of another.
  case otherSchema = "FILE-OTHER-SCHEMA"
  /// Where an output goes, no file stands that Joinery did not make.
  case inTheWay = "FILE-IN-THE-WAY"
  /// Two outputs of a schema have different names, also without regard to case.
  case sameOutput = "FILE-SAME-OUTPUT"
}
