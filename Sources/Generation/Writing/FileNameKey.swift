/// A name as the file systems see it that disregard the case of letters, the composition of characters and characters
/// without a picture (APFS, NTFS, ext4 with folded case): names of one key cannot lie in one folder there.
struct FileNameKey: Hashable {
  private let text: String

  /// The key of a name or path.
  init(_ name: some StringProtocol) {
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      text = name.lowercased()
    } else {
      var shown = String.UnicodeScalarView()
      shown.append(contentsOf: name.unicodeScalars.lazy.filter { !$0.properties.isDefaultIgnorableCodePoint })
      // By way of the capitals, for ſ and ς; texts are equal in Swift if they are so canonically.
      text = String(shown).uppercased().lowercased()
    }
  }
}
