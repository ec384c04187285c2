import Diagnostics
import Testing

@testable import SchemaLanguage

/// The table of keys and the reader are one language.
@Suite struct SchemaKeyTests {
  /// What is wrong with `text`, in which mappings with the keys of `keys` may stand.
  private func diagnostics(of text: String, with keys: any SchemaKey.Type) throws -> [Diagnostic] {
    keys is ProjectKey.Type ? try readProject(text).diagnostics : try readText(text).diagnostics
  }

  /// A schema with `lines` in the place of a mapping with the keys of `keys`.
  private func schema(with lines: String, in keys: any SchemaKey.Type) -> String {
    let column = "models: { M: { columns: { c:"
    let (before, after): (String, String) =
      switch keys {
      case is TopLevelKey.Type, is ProjectKey.Type: ("", "")
      case is DatabaseKey.Type: ("models: { M: }\ndatabase: { ", " }")
      case is NamingKey.Type: ("models: { M: }\nnaming: { ", " }")
      case is DefaultsKey.Type: ("models: { M: }\ndefaults: { ", " }")
      case is ModelKey.Type: ("models: { M: { ", " } }")
      case is ModelSwiftKey.Type: ("models: { M: { swift: { ", " } } }")
      case is MixinKey.Type: ("models: { M: }\nmixins: { X: { ", " } }")
      case is RowStatement.Type: ("models: { M: { crud: { ", " } } }")
      case is TimestampsKey.Type: ("models: { M: { timestamps: { ", " } } }")
      case is ColumnKey.Type: ("\(column) { ", " } } } }")
      case is ColumnSwiftKey.Type: ("\(column) { type: int, swift: { ", " } } } } }")
      case is DefaultKey.Type: ("\(column) { type: int, default: { ", " } } } } }")
      case is GeneratedKey.Type: ("\(column) { type: int, generated: { ", " } } } } }")
      case is CheckKey.Type: ("models: { M: { checks: { c: { ", " } } } }")
      case is IndexKey.Type: ("models: { M: { indexes: [{ ", " }] } }")
      case is IndexPartKey.Type: ("models: { M: { indexes: [{ columns: [{ ", " }] }] } }")
      case is PartitionKey.Type: ("models: { M: { partition: { ", " } } }")
      case is PartitionFunctionKey.Type: ("models: { M: { partition: { parts: { p: [1] }, list: { ", " } } } }")
      case is AssociationKey.Type: ("models: { M: { belongsToMany: { a: { ", " } } } }")
      case is ForeignKeyKey.Type: ("models: { M: { belongsTo: { a: { model: A, foreignKey: { ", " } } } } }")
      case is ThroughKey.Type: ("models: { M: { belongsToMany: { a: { model: A, through: { ", " } } } } }")
      case is QueryKey.Type: ("models: { M: }\nqueries: { q: { ", " } }")
      case is IncludeKey.Type: ("models: { M: }\nqueries: { q: { from: M, include: { a: { ", " } } } }")
      case is ColumnSelectionKey.Type: ("models: { M: }\nqueries: { q: { from: M, columns: { ", " } } }")
      case is AggregateFunction.Type: ("models: { M: }\nqueries: { q: { from: M, columns: { x: { ", " } } } }")
      case is ThroughIncludeKey.Type:
        ("models: { M: }\nqueries: { q: { from: M, include: { a: { through: { ", " } } } } }")
      case is ConditionKey.Type: ("models: { M: }\nqueries: { q: { from: M, where: { ", " } } }")
      case is ComparisonOperator.Type: ("models: { M: }\nqueries: { q: { from: M, where: { a: { ", " } } } }")
      case is SwiftKey.Type: ("models: { M: }\nswift: { ", " }")
      case is TargetKey.Type: ("models: { M: }\ntarget: { ", " }")
      case is SeedOptionsKey.Type: ("models: { M: }\nseeds: { M: { $options: { ", " } } }")
      case is SwiftTypesKey.Type: ("models: { M: }\nswift: { types: { ", " } }")
      default: ("a new table of keys: say where its mapping stands", "")
      }
    let hasDatabase = keys is DatabaseKey.Type || keys is TopLevelKey.Type || keys is ProjectKey.Type
    return (hasDatabase ? "" : "database: d\n") + before + lines + after
  }

  /// The keys that a mapping must have, and one of several without which it cannot be.
  private func required<Key: SchemaKey>(_: Key.Type, besides key: Key) -> [String] {
    var keys = Key.allCases.filter { $0.description.standard == nil && $0 != key }.map(\.description.example)
    if let key = key as? IndexPartKey, key == .length || key == .order { keys.append("name: a") }
    switch key as? PartitionKey {
    case .count: keys.append("hash: id")
    case .parts: keys.append("range: id")
    case .range: keys.append("parts: { p: 1 }")
    case .list: keys.append("parts: { p: [1] }")
    case .hash, .key, nil: break
    }
    switch key as? SeedOptionsKey {
    case .key?: keys.append("mode: upsert")
    case .label?, .nullText?: keys.append("file: a.csv")
    default: break
    }
    return keys
  }

  private func expectExamples<Key: SchemaKey>(of keys: Key.Type) throws {
    for key in keys.allCases {
      if let key = key as? AssociationKey, key == .oneOf || key == .encoding {
        // These two stand at a belongsTo alone, in place of `model`.
        let lines = Set([key, .oneOf]).map(\.description.example).joined(separator: ", ")
        #expect(try readText("database: d\nmodels: { M: { belongsTo: { a: { \(lines) } } } }").diagnostics == [])
        continue
      }
      let lines = ([key.description.example] + required(keys, besides: key)).joined(
        separator: keys == TopLevelKey.self ? "\n" : ", ")
      let text = schema(with: lines, in: keys)
      #expect(try diagnostics(of: text, with: keys) == [], "\(text)")
    }
  }

  @Test func `the example of every key is read without a mistake`() throws {
    for keys in schemaKeys { try expectExamples(of: keys) }
  }

  @Test func `a key that no table has is unknown in every mapping`() throws {
    for keys in schemaKeys where keys != ConditionKey.self && keys != DefaultKey.self {
      let text = schema(with: "xyzzyxyzzy: 1", in: keys)
      let unknown = try diagnostics(of: text, with: keys).filter { $0.identifier.rawValue == "LANG-UNKNOWN-KEY" }
      #expect(unknown.map(\.summary) == ["\(keys.section.noun.withCapital) has no key 'xyzzyxyzzy'"], "\(text)")
    }
  }

  /// A schema with the lines of an example, which stand at the left edge, in a model, a column, an association or a query.
  private func schema(withExampleOf keys: any SchemaKey.Type) -> String {
    func indented(_ width: Int) -> String {
      keys.section.example.split(separator: "\n").map { String(repeating: " ", count: width) + $0 }
        .joined(separator: "\n")
    }
    return switch keys {
    case is TopLevelKey.Type, is ProjectKey.Type: keys.section.example
    case is DatabaseKey.Type: "models: { M: }\n" + indented(0)
    case is ModelKey.Type, is MixinKey.Type, is PartitionKey.Type: "database: d\n" + indented(0)
    case is NamingKey.Type, is DefaultsKey.Type, is QueryKey.Type, is SwiftKey.Type, is TargetKey.Type,
      is SeedOptionsKey.Type:
      "database: d\nmodels: { M: }\n" + indented(0)
    case is GeneratedKey.Type:
      "database: d\nmodels:\n  M:\n    columns:\n      c:\n        type: int\n" + indented(8)
    case is ForeignKeyKey.Type:
      "database: d\nmodels:\n  M:\n    belongsTo:\n      a:\n        model: A\n" + indented(8)
    case is ThroughKey.Type:
      "database: d\nmodels:\n  M:\n    belongsToMany:\n      a:\n        model: A\n" + indented(8)
    case is IncludeKey.Type, is ThroughIncludeKey.Type, is ColumnSelectionKey.Type, is AggregateFunction.Type,
      is ConditionKey.Type, is ComparisonOperator.Type:
      "database: d\nmodels: { M: }\nqueries:\n  q:\n    from: M\n" + indented(4)
    default: "database: d\nmodels:\n  M:\n" + indented(4)
    }
  }

  @Test func `the example of every section is read without a mistake`() throws {
    for keys in schemaKeys where !keys.section.example.isEmpty {
      let text = schema(withExampleOf: keys)
      #expect(try diagnostics(of: text, with: keys) == [], "\(text)")
    }
  }
}
