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
  /// A file among the schemas that is no schema is imported by one.
  case unusedFragment = "FILE-UNUSED"
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

extension FileRule {
  /// The rule, why it is, and what to write instead.
  public var description: RuleDescription {
    switch self {
    case .noSuchFile:
      RuleDescription(
        "A schema, an import and what a project names exist",
        explanation: """
          Paths in a schema count from the folder of the file that names them, those in `joinery.yaml` from its own, those of \
          a call from where it is made.
          """)
    case .notRegular:
      RuleDescription(
        "An import leads to a regular file",
        explanation: "A folder holds no text, and a device or pipe gives another one each time. Name the file itself.")
    case .absoluteImport:
      RuleDescription(
        "A path in a schema or project counts from its own folder",
        explanation: """
          A path that begins at the root of a disk is right on one machine alone. Write it from the folder of the file: \
          `../shared/enums.yaml`.
          """)
    case .outsideRoot:
      RuleDescription(
        "A path in a schema or project stays below the root",
        explanation: """
          So a schema reads nothing that is not checked out with it. The root is the nearest folder upward with a \
          `joinery.yaml` or `Package.swift`, else the schema's own; put the file below it.
          """)
    case .importCircle:
      RuleDescription(
        "Imports form no circle",
        explanation: "A file is whole when its imports are. Put what both need into a third file that imports neither.")
    case .unusedFragment:
      RuleDescription(
        "A file among the schemas is a schema or imported by one", severity: .warning,
        explanation: """
          Nothing of another file is read, so its mistakes are not found. A schema names its `database`; a part of schemas \
          stands under `imports` of one; other files stand in other folders.
          """)
    case .importLimit:
      RuleDescription(
        "A schema imports at most 1,000 files, of 256 MiB in all, beside files of rows of 4 GiB each",
        explanation:
          "They are read into memory, but for files of rows. Divide the schema, or leave out what it does not need.")
    case .name:
      RuleDescription(
        "A schema, model or query has a name that its files can have on every system",
        explanation: """
          Names of outputs are made of these. Some systems allow 255 bytes, Windows reserves a few words such as con and nul, \
          and what begins with a full stop is hidden. Choose another name.
          """)
    case .unknownWarning:
      RuleDescription(
        "`lint` names warnings that there are",
        explanation: """
          A misspelt identifier would switch nothing off, nor does that of an error. `joinery rules` lists all.
          """)
    case .sameStem:
      RuleDescription(
        "Two schemas of a run fill different folders",
        explanation: """
          The folder of a schema's outputs has the name of its file without the ending. Give one of the files another name, \
          or run them with different values of `--output`.
          """)
    case .otherSchema:
      RuleDescription(
        "A folder holds the outputs of one schema",
        explanation: """
          Outputs that a schema no longer makes are removed, and those of another schema would be among them. Rename one \
          schema file; if the other schema is gone, remove the folder.
          """)
    case .inTheWay:
      RuleDescription(
        "Where an output goes, nothing stands that Joinery did not make",
        explanation: """
          Your own files are never replaced, and links never followed. Move yours away, or choose another folder with \
          `--output`.
          """)
    case .sameOutput:
      RuleDescription(
        "Outputs of a schema have different names, also without regard to case",
        explanation: """
          On many systems `Grade.swift` and `grade.swift` are one file. Give one of the two models or queries another name.
          """)
    case .notCurrent:
      RuleDescription(
        "A generated file is what its schema gives",
        explanation: """
          `joinery check` says so of files that were changed by hand, or not made anew after the schema. Run \
          `joinery generate`, and commit what it writes.
          """)
    }
  }
}
