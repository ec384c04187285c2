public import AssociationGraph
public import Diagnostics
internal import MySQL
public import SchemaLanguage
internal import SystemPackage
internal import YAMLSyntax

/// One run over one schema or several: reads, compiles, then writes or compares. Nothing is written unless every schema of
/// the run is right.
public struct Generator: Sendable {
  /// What a run is asked to do.
  public struct Request: Sendable {
    /// The schema files; none for those of the project, which are every schema below `schemas/` unless `joinery.yaml` says
    /// otherwise.
    public var schemas: [String]
    /// The folder below which each schema has its own; `nil` for the project's, which is `generated` unless `joinery.yaml`
    /// says otherwise.
    public var output: String?
    /// The server, in place of the schemas' own.
    public var target: Target?
    /// Who sees the generated Swift, in place of what the schemas say.
    public var access: SwiftDeclaration.Access?
    /// How many files the Swift of a schema fills, in place of what the schemas say.
    public var layout: SwiftDeclaration.Layout?
    /// Whether a fragment that is named makes nothing; else it is a schema without a `database`, which is an error.
    public var skipsFragments = false
    /// Whether files are shown by whole paths in place of those below the root: build systems call from anywhere.
    public var showsWholePaths = false
    /// The absolute path of the folder in which the call is made, from which paths are counted; `nil` for the process's own.
    public var folder: String?
    /// The absolute path of the folder in which is remembered what was written, so that ``Generator/generate(_:into:)`` need not
    /// make it again to find that nothing has changed; `nil` for none.
    public var cacheFolder: String?
    /// Called with an output folder, as it is shown, before the run waits for another one that writes there.
    public var whenWaiting: @Sendable (_ folder: String) -> Void = { _ in }

    /// A request; see the properties.
    public init(
      schemas: [String] = [], output: String? = nil, target: Target? = nil, access: SwiftDeclaration.Access? = nil,
      layout: SwiftDeclaration.Layout? = nil, folder: String? = nil
    ) {
      self.schemas = schemas
      self.output = output
      self.target = target
      self.access = access
      self.layout = layout
      self.folder = folder
    }

    /// `path` as it is from the system's root: it is counted from the folder of the call.
    func whole(_ path: String) throws(DiskError) -> FilePath {
      try currentFolder().pushing(FilePath(path)).lexicallyNormalized()
    }

    /// The project in which the call is made.
    func project() throws(DiskError) -> Project {
      var project = try Project(around: currentFolder())
      project.showsWholePaths = showsWholePaths
      return project
    }

    private func currentFolder() throws(DiskError) -> FilePath {
      if let folder { FilePath(folder) } else { try FileSystem.currentFolder() }
    }
  }

  /// What a run has come to.
  public struct Outcome: Sendable {
    /// The files that were read, to show diagnostics with.
    public var files = SourceFiles()
    /// The findings, sorted by file and place.
    public var diagnostics: [Diagnostic] = []
    /// Whether one of them is an error.
    public var hasErrors = false
    /// For each schema one line that says what was written; none where there were errors.
    public var summaries: [String] = []
    /// The absolute path of the project's root, from which the paths of files are counted.
    public var root = ""
    /// For ``preview(_:into:)``, what would be done with each file.
    public var changes: [OutputChange] = []
    /// For ``check(_:into:)``, the unified diff from the files to what the schemas give.
    public var difference: [UInt8] = []
    /// For ``check(_:into:)``, one error for each file that is not what its schema gives.
    public var outdated: [Diagnostic] = []
    /// For ``explain(_:_:)``, what is said of the subject, once for each schema that has it.
    public var explanations: [String] = []
    /// For ``explain(_:_:)``, everything that could be explained.
    public var subjects: [String] = []

    /// Nothing yet.
    public init() {}

    /// The files of rows, to show findings in them.
    fileprivate var rowFiles: [SourceFileID: FilePath] = [:]

    mutating func finish(_ collector: DiagnosticCollector) {
      var excerpts = RowFileExcerpts(of: rowFiles, addedTo: files)
      // Where a file is gone meanwhile, its path alone is shown.
      diagnostics = (try? excerpts.show(collector.sorted)) ?? collector.sorted
      files = excerpts.sources
      hasErrors = collector.hasErrors
    }
  }

  private let progress: RunProgress

  /// A generator that tells `progress` how far it is.
  public init(progress: RunProgress = RunProgress()) { self.progress = progress }

  /// Writes the outputs of the schemas, all of them or none. Where the disk says no, `outcome` holds what was found until then.
  public func generate(_ request: Request, into outcome: inout Outcome) throws(DiskError) {
    var diagnostics = DiagnosticCollector()
    defer { outcome.finish(diagnostics) }
    let cache = request.cacheFolder.map { OutputCache(in: FilePath($0)) }
    let products = try products(request, cache, &outcome, &diagnostics)
    let outputs = products.compactMap(\.output)
    OpenFileLimit.makeRoom(for: outputs.count)
    // In one order, so that no two runs wait for each other.
    var locks: [FolderLock] = []
    defer { locks = [] }
    for output in outputs.sorted(by: { $0.folder.string < $1.folder.string }) {
      let lock = try FolderLock(output.folder) { request.whenWaiting(output.shownFolder) }
      if let lock { locks.append(lock) }
    }
    let inspections = try inspect(outputs, &diagnostics)
    guard !diagnostics.hasErrors else { return }
    var counts = try OutputWriter.write(inspections).makeIterator()
    for product in products {
      switch product {
      case .current(let shownFolder, let files):
        outcome.summaries.append(OutputWriter.Counts(unchanged: files).summary(of: shownFolder))
      case .output(let output, let memory):
        guard let counts = counts.next() else { break }
        outcome.summaries.append(counts.summary(of: output.shownFolder))
        if let memory {
          cache?.remember(memory.hashes.fingerprint(of: output.plan.files), in: output.folder, of: memory.inputs)
        }
      }
    }
  }

  /// What a run makes of a schema that is right.
  private enum Product {
    /// Outputs that may differ from those on the disk, and what is remembered of them; `nil` if nothing is.
    case output(SchemaOutput, (inputs: SchemaInputs, hashes: OutputHashes)?)
    /// So many files, which are on the disk already.
    case current(shownFolder: String, files: Int)

    var output: SchemaOutput? {
      if case .output(let output, _) = self { output } else { nil }
    }
  }

  /// Compares the outputs of the schemas with the files on the disk.
  public func check(_ request: Request, into outcome: inout Outcome) throws(DiskError) {
    var diagnostics = DiagnosticCollector()
    defer { outcome.finish(diagnostics) }
    let outputs = try plan(request, &outcome, &diagnostics)
    var check = OutputCheck(outcome.files)
    for inspection in try inspect(outputs, &diagnostics) { try check.add(OutputComparison(inspection)) }
    outcome.files = check.sources
    outcome.difference = check.difference
    outcome.outdated = check.findings
  }

  /// Tells what ``generate(_:into:)`` would do with each file, and writes nothing.
  public func preview(_ request: Request, into outcome: inout Outcome) throws(DiskError) {
    var diagnostics = DiagnosticCollector()
    defer { outcome.finish(diagnostics) }
    let outputs = try plan(request, &outcome, &diagnostics)
    for inspection in try inspect(outputs, &diagnostics) {
      let changes = try OutputComparison(inspection).entries.map(\.change)
      let counts = Dictionary(grouping: changes, by: \.action).mapValues(\.count)
      let removed = counts[.remove].map { ", \($0) to remove" } ?? ""
      outcome.changes += changes
      outcome.summaries.append(
        "\(inspection.output.shownFolder): \(counts[.write] ?? 0) to write, \(counts[.keep] ?? 0) unchanged\(removed)")
    }
  }

  /// Gives every output of the schemas to `take`, piece by piece, and writes nothing. Before each file comes a line with its
  /// path and its size: `==> school/sql/schema.sql (812 bytes) <==`.
  public func print(
    _ request: Request, into outcome: inout Outcome, take: ([UInt8]) throws(DiskError) -> Void
  ) throws(DiskError) {
    var diagnostics = DiagnosticCollector()
    defer { outcome.finish(diagnostics) }
    let outputs = try plan(request, &outcome, &diagnostics)
    for output in outputs { FolderInspection.checkNames(output, &diagnostics) }
    if diagnostics.hasErrors { return }
    for output in outputs {
      for file in output.plan.files {
        var size = 0
        try file.write { (bytes) throws(DiskError) in size += bytes.count }
        try take(Array("==> \(output.folder.lastComponent?.string ?? "")/\(file.path) (\(size) bytes) <==\n".utf8))
        try file.write(to: take)
      }
    }
  }

  /// Explains the association that `subject` names, `Student.courses`, or the query, in every schema of the request that has
  /// it.
  public func explain(_ subject: String, _ request: Request, into outcome: inout Outcome) throws(DiskError) {
    var diagnostics = DiagnosticCollector()
    defer { outcome.finish(diagnostics) }
    for schema in try compile(request, in: request.project(), &outcome, &diagnostics) {
      let graph = schema.graph
      for (position, association) in graph.associations.enumerated() {
        let name = "\(graph[association.source].name).\(association.name)"
        outcome.subjects.append(name)
        let whole = association.polymorphic.map { "\(graph[association.source].name).\(graph[$0].name)" }
        if name == subject || whole == subject {
          outcome.explanations.append(AssociationExplanation(ID(position), in: graph).text)
        }
      }
      for (position, query) in graph.queries.enumerated() {
        outcome.subjects.append(query.name)
        if query.name == subject { outcome.explanations.append(QueryExplanation(position, in: graph).text) }
      }
    }
  }

  /// Compiles every schema; nothing where there are errors.
  private func plan(
    _ request: Request, _ outcome: inout Outcome, _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) -> [SchemaOutput] {
    try products(request, nil, &outcome, &diagnostics).compactMap(\.output)
  }

  /// Compiles every schema but those whose outputs are known by the `cache` to be on the disk; nothing where there are errors.
  private func products(
    _ request: Request, _ cache: OutputCache?, _ outcome: inout Outcome, _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) -> [Product] {
    let project = try request.project()
    let schemas = try compile(request, in: project, reusing: cache, &outcome, &diagnostics)
    guard !diagnostics.hasErrors else { return [] }
    return schemas.map { schema in
      switch schema {
      case .current(let folder, let files):
        return .current(shownFolder: project.shownPath(of: folder), files: files)
      case .compiled(let schema):
        var plan = progress.follow(OutputPlan(graph: schema.graph, stem: schema.stem))
        var memory: (inputs: SchemaInputs, hashes: OutputHashes)?
        if let inputs = schema.inputs {
          let count = plan.files.count
          plan = plan.followed { maker in
            let hashes = OutputHashes(of: count, madeBy: maker)
            memory = (inputs, hashes)
            return hashes
          }
        }
        let output = SchemaOutput(
          schemaPath: schema.graph.schemaPath, folder: schema.folder, shownFolder: project.shownPath(of: schema.folder),
          plan: plan)
        return .output(output, memory)
      }
    }
  }

  /// Looks at the output folders; nothing where something is in the way.
  private func inspect(
    _ outputs: [SchemaOutput], _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) -> [FolderInspection] {
    var inspections: [FolderInspection] = []
    for output in outputs { inspections.append(try FolderInspection(output, diagnostics: &diagnostics)) }
    return diagnostics.hasErrors ? [] : inspections
  }

  // MARK: Compiling

  /// What a schema's files mean.
  public struct CompiledSchema: Sendable {
    /// The graph.
    public let graph: AssociationGraph
    /// The file's name without its extension, which names its outputs.
    public let stem: String
    /// The schema's own output folder.
    let folder: FilePath
    /// What the outputs follow from, where that is to be remembered.
    let inputs: SchemaInputs?
  }

  /// A schema that is right.
  private enum ReadSchema {
    /// It was compiled.
    case compiled(CompiledSchema)
    /// What it gives is on the disk: so many files in its output folder.
    case current(folder: FilePath, files: Int)
  }

  /// Reads and compiles the schemas of the request, and writes nothing; those with errors are left out.
  public func compile(_ request: Request, into outcome: inout Outcome) throws(DiskError) -> [CompiledSchema] {
    var diagnostics = DiagnosticCollector()
    defer { outcome.finish(diagnostics) }
    return try compile(request, in: request.project(), &outcome, &diagnostics)
  }

  /// Reads and compiles every schema of the request that can be.
  func compile(
    _ request: Request, in project: Project, _ outcome: inout Outcome, _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) -> [CompiledSchema] {
    try compile(request, in: project, reusing: nil, &outcome, &diagnostics).compactMap { schema in
      if case .compiled(let schema) = schema { schema } else { nil }
    }
  }

  /// The same, but for the schemas that the `cache` knows to be as they were when their outputs were written.
  private func compile(
    _ request: Request, in project: Project, reusing cache: OutputCache?, _ outcome: inout Outcome,
    _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) -> [ReadSchema] {
    outcome.root = project.root.string
    var files = SchemaFiles()
    defer {
      outcome.files = files.sources
      outcome.rowFiles = files.rowFiles
    }
    var settingsFiles = SettingsFiles(seenFrom: project)
    let settings = try settingsFiles.settings(of: project, &files, &diagnostics)
    let isExplicit = !request.schemas.isEmpty
    let paths =
      isExplicit
      ? try request.schemas.map { (path) throws(DiskError) in try request.whole(path) }
      : try project.schemaFiles(settings.written, &diagnostics)
    var schemas: [ReadSchema] = []
    var filled: [FileNameKey: FilePath] = [:]
    var fragments: [SourceFileID] = []
    for path in paths {
      progress.compiles(project.shownPath(of: path))
      let owner = try Project(around: path.removingLastComponent())
      files.beginSchema()
      guard let file = try files.file(at: path, shownAs: project.shownPath(of: path)) else {
        try reportAbsence(of: path, &diagnostics)
        continue
      }
      diagnostics.add(contentsOf: file.diagnostics)
      guard let root = file.root else {
        reportEmptiness(of: file, &diagnostics)
        continue
      }
      // A file without a database is a fragment for others; only a call that names it wants it.
      if !isExplicit || request.skipsFragments, isFragment(root) {
        fragments.append(file.id)
        continue
      }
      let stem = path.stem ?? ""
      guard let first = stem.unicodeScalars.first, first != ".", stem.utf8.count <= 200 else {
        diagnostics.error(
          FileRule.name, at: SourceRange(file: file.id, lower: 0, upper: 0),
          "A schema file's name fills a folder: it does not begin with a full stop and has at most 200 bytes",
          explanation: "Rename the file.")
        continue
      }
      let ownersSettings = try settingsFiles.settings(of: owner, &files, &diagnostics)
      let requestedRoot = try request.output.map { (path) throws(DiskError) in try request.whole(path) }
      let outputRoot =
        requestedRoot ?? ownersSettings.outputFolder ?? settings.outputFolder ?? project.root.appending("generated")
      let folder = outputRoot.appending(stem)
      if let first = filled.updateValue(path, forKey: FileNameKey(folder.string)) {
        // The same file named twice is one schema.
        if first == path { continue }
        diagnostics.error(
          FileRule.sameStem, at: SourceRange(file: file.id, lower: 0, upper: 0),
          "Schemas have names of their own: this one and '\(project.shownPath(of: first))' both fill the folder '\(stem)'",
          explanation: "Rename one of the two files.")
      }
      let id = file.id
      var own = DiagnosticCollector()
      defer { diagnostics.add(contentsOf: own) }
      let document = try read(
        consume root, of: consume file, at: path, in: owner, ownersSettings.written, seenFrom: project, &files, &own)
      guard let document else { continue }
      // What is found in a document is said in each run; only one in which nothing is found can be passed over.
      var inputs: SchemaInputs?
      if let cache, own.diagnostics.isEmpty {
        inputs = SchemaInputs(of: document, writtenTo: folder, settings: ownersSettings.file, request, files)
        if let inputs, let count = cache.currentFiles(in: folder, of: inputs) {
          schemas.append(.current(folder: folder, files: count))
          continue
        }
      }
      guard let graph = compile(consume document, request, &own) else { continue }
      if own.diagnostics.isEmpty { files.forgetText(of: id) } else { inputs = nil }
      schemas.append(.compiled(CompiledSchema(graph: graph, stem: stem, folder: folder, inputs: inputs)))
    }
    if !isExplicit {
      reportFragments(fragments, isAlone: schemas.isEmpty && !diagnostics.hasErrors, files, &diagnostics)
    }
    return schemas
  }

  /// Reports that there are `fragments` and no schema, or those that no schema imports, of which nothing is read.
  private func reportFragments(
    _ fragments: [SourceFileID], isAlone: Bool, _ files: SchemaFiles, _ diagnostics: inout DiagnosticCollector
  ) {
    if isAlone, let first = fragments.first {
      diagnostics.error(
        FileRule.noSuchFile, at: SourceRange(file: first, lower: 0, upper: 0),
        "There is no schema: no file of the project names its 'database'",
        explanation: """
          A file without it is a part of the schemas that import it. Add the database's name at the top: \
          `database: student_db`.
          """)
      return
    }
    for fragment in fragments where !files.imported.contains(fragment) {
      diagnostics.warning(
        FileRule.unusedFragment, at: SourceRange(file: fragment, lower: 0, upper: 0),
        "A file without 'database' is a part of schemas, and none imports this one",
        explanation: "Name it under `imports` of a schema, add its `database`, or move it away.")
    }
  }

  private func reportAbsence(of path: FilePath, _ diagnostics: inout DiagnosticCollector) throws(DiskError) {
    let isNothing = try FileSystem.kindBehindLinks(of: path) == nil
    diagnostics.error(
      FileRule.noSuchFile, at: nil,
      isNothing ? "There is no schema file '\(path.string)'" : "A schema is a file, and '\(path.string)' is none",
      explanation: isNothing
        ? "Paths are counted from the folder in which joinery is called."
        : "Without any path, every schema below schemas/ is taken.")
  }

  private func reportEmptiness(of file: SchemaFiles.File, _ diagnostics: inout DiagnosticCollector) {
    if !file.diagnostics.diagnostics.isEmpty { return }
    diagnostics.error(
      LanguageRule.missingKey, at: SourceRange(file: file.id, lower: 0, upper: 0),
      "A schema says at least 'database' and 'models'",
      explanation: "This file says nothing yet.")
  }

  /// The whole of what a schema says, with its imports and mixins; `nil` where that is not known. The tree of the schema's own
  /// file is let go of.
  private func read(
    _ root: consuming YAMLNode, of file: consuming SchemaFiles.File, at path: FilePath, in owner: Project,
    _ settings: ProjectSettings, seenFrom viewer: Project, _ files: inout SchemaFiles,
    _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) -> SchemaDocument? {
    let shown = GeneratedHeader.path(owner.shownPath(of: path))
    guard let document = readSchema(consume root, path: shown, settings: settings, diagnostics: &diagnostics) else {
      return nil
    }
    let size = file.size
    files.forget(consume file)
    guard
      let fragments = try ImportLoader.fragments(
        importedBy: document, at: path, size: size, in: owner, seenFrom: viewer, &files, &diagnostics)
    else { return nil }
    var whole = document.importing(fragments, diagnostics: &diagnostics)
    try RowFileLoader.open(filesOf: &whole, in: owner, seenFrom: viewer, &files, &diagnostics)
    return whole.expandingMixins(diagnostics: &diagnostics)
  }

  private func compile(
    _ document: consuming SchemaDocument, _ request: Request, _ diagnostics: inout DiagnosticCollector
  ) -> AssociationGraph? {
    if let target = request.target {
      document.target = Located(target, at: document.target?.range ?? document.database.name.range)
    }
    if let access = request.access { document.swift.access = access }
    if let layout = request.layout { document.swift.layout = layout }
    let accepted = AcceptedWarnings(document.acceptedWarnings, diagnostics: &diagnostics)
    let graph = resolve(consume document, diagnostics: &diagnostics)
    if let graph { diagnostics.add(contentsOf: MySQLVerifier(graph: graph).verify()) }
    diagnostics = accepted.filter(diagnostics)
    return diagnostics.hasErrors ? nil : graph
  }
}
