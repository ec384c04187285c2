public import Diagnostics

/// What one schema file says: every field as it was written, with its place, before any name is looked up.
///
/// Lists keep the order of the file. Names may still be wrong; the association graph resolves them.
public struct SchemaDocument: Sendable {
  /// The path of the schema file below the root, as the headers of outputs name it.
  public var path: String
  /// `database`.
  public var database: DatabaseDeclaration
  /// `target`; ``Target/standard`` unless said.
  public var target: Located<Target>?
  /// `target.maxAllowedPacket`, in bytes; 16 MiB unless said.
  public var maxAllowedPacket: Located<UInt64>?
  /// `naming`.
  public var naming = NamingDeclaration()
  /// `defaults`.
  public var defaults = DefaultsDeclaration()
  /// `imports`: paths, as they were written.
  public var imports: [Located<String>] = []
  /// `enums`.
  public var enums: [EnumDeclaration] = []
  /// `mixins`; see ``expandingMixins(diagnostics:)``.
  public var mixins: [MixinDeclaration] = []
  /// `models`.
  public var models: [ModelDeclaration] = []
  /// `seeds`.
  public var seeds: [SeedDeclaration] = []
  /// `seedSets`; sets of one name, from several files, stand together.
  public var seedSets: [SeedSetDeclaration] = []
  /// `queries`.
  public var queries: [QueryDeclaration] = []
  /// `lint`.
  public var acceptedWarnings: [AcceptedWarning] = []
  /// `swift`.
  public var swift = SwiftDeclaration()

  /// A document of the file `path` that declares nothing but its database.
  public init(path: String, database: DatabaseDeclaration) {
    self.path = path
    self.database = database
  }
}

/// One entry of `lint`: a warning that is switched off.
public struct AcceptedWarning: Sendable {
  /// The warning's identifier.
  public var identifier: Located<String>
  /// Why it is right here.
  public var reason: Located<String>

  /// Switches `identifier` off.
  public init(identifier: Located<String>, reason: Located<String>) {
    self.identifier = identifier
    self.reason = reason
  }
}

/// `database: student_db`, or `database: { name, charset, collation }`.
public struct DatabaseDeclaration: Sendable {
  /// The database's name.
  public var name: Located<String>
  /// The character set of tables that name none.
  public var charset: Located<String>?
  /// The collation of tables that name none.
  public var collation: Located<String>?

  /// The database `name`.
  public init(name: Located<String>, charset: Located<String>? = nil, collation: Located<String>? = nil) {
    self.name = name
    self.charset = charset
    self.collation = collation
  }
}

/// `enums: { Status: [active, graduated] }`: an enumeration that several columns share.
public struct EnumDeclaration: Sendable {
  /// The enumeration's name: a type's name in Swift.
  public var name: Located<String>
  /// The members, at least one.
  public var members: [Located<String>]

  /// The enumeration `name` of `members`.
  public init(name: Located<String>, members: [Located<String>]) {
    self.name = name
    self.members = members
  }
}
