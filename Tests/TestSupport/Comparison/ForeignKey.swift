/// A foreign key by its names, as a server or a graph has it.
struct ForeignKey {
  var name: String
  var child: String
  var childColumns: [String] = []
  var parent: String
  var parentColumns: [String] = []
  var onDelete: String
  var onUpdate: String

  init(name: String, child: String, parent: String, onDelete: String, onUpdate: String) {
    self.name = name
    self.child = child
    self.parent = parent
    self.onDelete = onDelete
    self.onUpdate = onUpdate
  }

  var line: String {
    "\(child) has the foreign key \(name): \(childColumns) to \(parent) \(parentColumns), on delete \(onDelete), on update "
      + onUpdate
  }
}
