/// The hash function SHA-1 of FIPS 180-4 (section 6.1), which UUIDs of version 5 are made with.
///
/// It is of no use where somebody may want to forge a message.
public enum SHA1 {
  /// The 20 bytes of the hash of `message`.
  public static func hash(_ message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    MessageBlocks(message).forEach(wordsOf: 80) { words in
      for position in 16..<80 {
        words[position] =
          (words[position - 3] ^ words[position - 8] ^ words[position - 14] ^ words[position - 16]).rotatedLeft(by: 1)
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for position in 0..<80 {
        let mixed: UInt32
        let constant: UInt32
        switch position {
        case ..<20: (mixed, constant) = (b & c ^ ~b & d, 0x5A82_7999)
        case ..<40: (mixed, constant) = (b ^ c ^ d, 0x6ED9_EBA1)
        case ..<60: (mixed, constant) = (b & c ^ b & d ^ c & d, 0x8F1B_BCDC)
        default: (mixed, constant) = (b ^ c ^ d, 0xCA62_C1D6)
        }
        let next = a.rotatedLeft(by: 5) &+ mixed &+ e &+ constant &+ words[position]
        (a, b, c, d, e) = (next, a, b.rotatedLeft(by: 30), c, d)
      }
      state[0] &+= a
      state[1] &+= b
      state[2] &+= c
      state[3] &+= d
      state[4] &+= e
    }
    return MessageBlocks.bytes(of: state)
  }
}
