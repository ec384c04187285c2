import Diagnostics

/// The schema language as a JSON Schema (draft-07, the draft that language servers for YAML know best), made from the tables of
/// keys: `Documentation/joinery.schema.json`.
///
/// It describes the tree that YAML 1.2 makes of a file, a schema or a part that schemas import, and serves editors: they
/// complete keys and words, show what a key means, and mark what no schema may have. It refuses no file that the compiler takes,
/// but for a bare `true` or `false` in the place of a type or a model's name. It does not see what depends on the names of a
/// schema, on how a value is quoted, or on the words of a type or a path.
///
/// It has no `$id`: it is found by the path of a file of the project that uses it.
public func languageJSONSchema() -> String { JSONSchemaBuilder.document(with: TopLevelKey.self).text }

/// The same for `joinery.yaml`, the settings of a project, which may be empty: `Documentation/joinery.project.schema.json`.
public func projectJSONSchema() -> String { JSONSchemaBuilder.document(with: ProjectKey.self, orNothing: true).text }
