/// Which characters a collation of the server takes for others, as data that was read from the servers.
///
/// A text's canonical form replaces each character by those that stand for its weights: `É` by `E`, `ß` by `SS`, a
/// character that the collation ignores by nothing. Two texts are equal under the collation where their canonical forms
/// are the same.
struct CollationTable: Sendable {
  /// Neighbouring characters with one replacement, or with replacements at one distance.
  private struct Run {
    let first: UInt32
    let last: UInt32
    /// 1, or 2 where every second character is meant.
    let stride: UInt32
    let replacement: Replacement
  }
  private enum Replacement {
    /// The character this far away.
    case distance(Int)
    /// These characters.
    case scalars([Unicode.Scalar])
  }

  /// The runs in ascending order; a character is looked up in one list after the other.
  private let layers: [[Run]]
  private let decomposesHangul: Bool
  /// What stands for characters that are compared as one, by their first, the longest in front.
  private let contractions: [Unicode.Scalar: [(rest: [Unicode.Scalar], canonical: [Unicode.Scalar])]]
  /// The canonical form of each ASCII character that has one of a single ASCII character; else 0xFF.
  private let ascii: [UInt8]

  /// The table that ``CollationData`` has as `layers`, of which the first wins. `decomposesHangul`, syllables of Hangul
  /// are their letters, for which there is a rule in place of data; `contractions` are characters that are compared as
  /// one.
  init(_ layers: [String], decomposesHangul: Bool = false, contractions: String = "") {
    let layers = layers.map(Self.runs)
    self.layers = layers
    self.decomposesHangul = decomposesHangul
    self.contractions = Self.contractions(contractions)
    var ascii: [UInt8] = []
    for byte in UInt8(0)..<0x80 {
      var canonical = String.UnicodeScalarView()
      Self.append(Unicode.Scalar(byte), to: &canonical, layers, decomposesHangul)
      ascii.append(canonical.count == 1 ? canonical.first.map { $0.isASCII ? UInt8($0.value) : 0xFF } ?? 0xFF : 0xFF)
    }
    self.ascii = ascii
  }

  /// The canonical form of `text`, in UTF-8.
  func canonical(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      guard byte < 0x80, ascii[Int(byte)] != 0xFF else { return canonicalOfAny(text) }
      bytes.append(ascii[Int(byte)])
    }
    return bytes
  }

  private func canonicalOfAny(_ text: String) -> [UInt8] {
    var canonical = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if let contraction = contractions[scalar]?.first(where: { rest.starts(with: $0.rest) }) {
        rest = rest.dropFirst(contraction.rest.count)
        canonical.append(contentsOf: contraction.canonical)
      } else {
        Self.append(scalar, to: &canonical, layers, decomposesHangul)
      }
    }
    return Array(String(canonical).utf8)
  }

  private static func append(
    _ scalar: Unicode.Scalar, to canonical: inout String.UnicodeScalarView, _ layers: [[Run]], _ decomposesHangul: Bool
  ) {
    for runs in layers {
      guard let run = run(of: scalar.value, in: runs) else { continue }
      switch run.replacement {
      case .distance(let distance):
        if let moved = Unicode.Scalar(UInt32(truncatingIfNeeded: Int(scalar.value) + distance)) {
          canonical.append(moved)
        }
      case .scalars(let scalars): canonical.append(contentsOf: scalars)
      }
      return
    }
    if decomposesHangul, (0xAC00...0xD7A3).contains(scalar.value) {
      canonical.append(contentsOf: hangulLetters(scalar.value - 0xAC00))
    } else {
      canonical.append(scalar)
    }
  }

  private static func run(of value: UInt32, in runs: [Run]) -> Run? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].first <= value { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let run = runs[low - 1]
    return value <= run.last && (value - run.first).isMultiple(of: run.stride) ? run : nil
  }

  /// The letters of the Hangul syllable with this number (The Unicode Standard, section 3.12, "Conjoining Jamo Behavior").
  private static func hangulLetters(_ syllable: UInt32) -> [Unicode.Scalar] {
    let trailing = syllable % 28
    let letters = [0x1100 + syllable / 588, 0x1161 + syllable % 588 / 28] + (trailing > 0 ? [0x11A7 + trailing] : [])
    return letters.compactMap { Unicode.Scalar($0) }
  }

  // MARK: Reading the data

  /// A run is the distance of its first character from the end of the run before; the count of its characters less one
  /// times four, plus two if every second is meant, plus one if the replacement is the same for all; the replacement.
  private static func runs(_ text: String) -> [Run] {
    var digits = Digits(text)
    var runs: [Run] = []
    var end = 0
    while let gap = digits.next(), let head = digits.next() {
      let first = end + gap
      let stride = head & 2 == 0 ? 1 : 2
      end = first + (head >> 2) * stride
      let replacement: Replacement
      if head & 1 == 0 {
        replacement = .distance(digits.nextSigned() ?? 0)
      } else {
        replacement = .scalars(digits.nextScalars(near: first))
      }
      runs.append(
        Run(first: UInt32(first), last: UInt32(end), stride: UInt32(stride), replacement: replacement))
    }
    return runs
  }

  /// A contraction is the distance of its first character from that of the one before, the further characters, and what
  /// stands for them.
  private static func contractions(
    _ text: String
  ) -> [Unicode.Scalar: [(rest: [Unicode.Scalar], canonical: [Unicode.Scalar])]] {
    var digits = Digits(text)
    var contractions: [Unicode.Scalar: [(rest: [Unicode.Scalar], canonical: [Unicode.Scalar])]] = [:]
    var first = 0
    while let gap = digits.next() {
      first += gap
      let rest = digits.nextScalars(near: first)
      let canonical = digits.nextScalars(near: first)
      if let scalar = Unicode.Scalar(UInt32(first)) { contractions[scalar, default: []].append((rest, canonical)) }
    }
    return contractions.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
  }

  /// Numbers in digits of five bits, the lowest first, each a character from `0` on, with 32 added if more follow. Line
  /// ends do not count.
  private struct Digits {
    private var bytes: Substring.UTF8View

    init(_ text: String) { bytes = Substring(text).utf8 }

    mutating func next() -> Int? {
      var number = 0
      var shift = 0
      while let byte = bytes.popFirst() {
        guard byte >= UInt8(ascii: "0") else { continue }
        let digit = Int(byte - UInt8(ascii: "0"))
        number |= (digit & 31) << shift
        if digit < 32 { return number }
        shift += 5
      }
      return nil
    }

    /// A number whose lowest bit is its sign.
    mutating func nextSigned() -> Int? { next().map { $0 & 1 == 0 ? $0 >> 1 : -($0 >> 1) } }

    /// A count of characters, and the distance of each from `first`.
    mutating func nextScalars(near first: Int) -> [Unicode.Scalar] {
      (0..<(next() ?? 0)).compactMap { _ in
        nextSigned().flatMap { Unicode.Scalar(UInt32(truncatingIfNeeded: first + $0)) }
      }
    }
  }
}
