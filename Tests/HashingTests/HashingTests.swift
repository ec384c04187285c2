import Hashing
import Testing

/// Messages and their hashes as standards print them, and as another program computes them.
@Suite struct HashingTests {
  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  // RFC 3174, section 7.3, and NIST's examples for FIPS 180-4.
  @Test(
    "messages of the standards",
    arguments: [
      (
        "", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      ),
      (
        "abc", "a9993e364706816aba3e25717850c26c9cd0d89d",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      ),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f",
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func standards(message: String, sha1: String, sha256: String) {
    #expect(hexadecimal(SHA1.hash(Array(message.utf8))) == sha1)
    #expect(hexadecimal(SHA256.hash(Array(message.utf8))) == sha256)
  }

  // As the command xxhsum of the function's author prints them.
  @Test(
    "messages of every length of a tail",
    arguments: [
      (0, 0xEF46_DB37_51D8_E999), (3, 0xE5C7_BB45_33BC_65DD), (4, 0xFFCE_D860_4453_CC1E), (7, 0x14CC_643F_630C_72D2),
      (8, 0x884A_1736_14B8_1B8D), (12, 0x424A_F23F_1F08_DCA5), (15, 0xA948_F5F0_F6AB_AC2D),
      (16, 0x44B6_EF2F_B841_69F7), (31, 0xC346_D2B5_9B4D_8EE1), (32, 0xCBF5_9C51_16FF_32B4),
      (33, 0x0C53_5D1A_CAFB_8EAD), (39, 0x00A3_96EF_1679_A859), (63, 0xE26A_A9E2_A95F_8E4F),
      (64, 0xF7C6_7301_DB67_13F0), (65, 0xC31E_B63B_2AE4_465B), (100, 0x6AC1_E580_3216_6597),
    ] as [(UInt8, UInt64)])
  func xxh64(count: UInt8, expected: UInt64) {
    let message = Array(0..<count)
    // However it is cut.
    for size in [1, 5, 31, 32, 33, 100] {
      var hash = XXH64()
      for start in stride(from: 0, to: message.count, by: size) {
        hash.update(Array(message[start..<min(start + size, message.count)]))
      }
      #expect(hash.value == expected)
    }
  }
}
