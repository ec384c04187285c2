/// Replacements in the notation that `CollationTable` reads.
enum RecordedData {
  private struct Run {
    let first: UInt32
    var last: UInt32
    var stride: UInt32
    var distance: Int?
    var scalars: [UInt32]?
  }

  /// `replacements` as runs of neighbours with one replacement or one distance.
  static func runs(_ replacements: [UInt32: [UInt32]]) -> String {
    var runs: [Run] = []
    for (scalar, replacement) in replacements.sorted(by: { $0.key < $1.key }) {
      let distance = replacement.count == 1 ? Int(replacement[0]) - Int(scalar) : nil
      if var run = runs.last, scalar - run.last <= 2, run.stride == 0 || run.stride == scalar - run.last,
        (distance != nil && run.distance == distance) || run.scalars == replacement
      {
        run.stride = scalar - run.last
        run.last = scalar
        if run.distance != distance { run.distance = nil }
        if run.scalars != replacement { run.scalars = nil }
        runs[runs.count - 1] = run
      } else {
        runs.append(Run(first: scalar, last: scalar, stride: 0, distance: distance, scalars: replacement))
      }
    }
    var text = ""
    var end: UInt32 = 0
    for run in runs {
      let stride = max(run.stride, 1)
      write(Int(run.first - end), to: &text)
      write(
        Int((run.last - run.first) / stride) << 2 | (stride == 2 ? 2 : 0) | (run.distance == nil ? 1 : 0), to: &text)
      if let distance = run.distance {
        writeSigned(distance, to: &text)
      } else {
        write(run.scalars ?? [], near: run.first, to: &text)
      }
      end = run.last
    }
    return text
  }

  /// The contractions, in the order of their first characters.
  static func contractions(_ contractions: [(scalars: [UInt32], canonical: [UInt32])]) -> String {
    var text = ""
    var before: UInt32 = 0
    for (scalars, canonical) in contractions.sorted(by: { $0.scalars.lexicographicallyPrecedes($1.scalars) }) {
      write(Int(scalars[0] - before), to: &text)
      write(Array(scalars.dropFirst()), near: scalars[0], to: &text)
      write(canonical, near: scalars[0], to: &text)
      before = scalars[0]
    }
    return text
  }

  private static func write(_ scalars: [UInt32], near first: UInt32, to text: inout String) {
    write(scalars.count, to: &text)
    for scalar in scalars { writeSigned(Int(scalar) - Int(first), to: &text) }
  }

  private static func writeSigned(_ number: Int, to text: inout String) {
    write(number < 0 ? -number << 1 | 1 : number << 1, to: &text)
  }

  private static func write(_ number: Int, to text: inout String) {
    var rest = number
    repeat {
      let digit = UInt8(rest & 31 | (rest >= 32 ? 32 : 0))
      text.unicodeScalars.append(Unicode.Scalar(digit + UInt8(ascii: "0")))
      rest >>= 5
    } while rest > 0
  }
}
