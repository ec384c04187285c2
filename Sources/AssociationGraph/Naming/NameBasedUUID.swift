internal import Hashing

/// A UUID of version 5, made of a namespace and a name (RFC 9562, section 5.5).
///
/// The same namespace and name give the same UUID for ever.
package struct NameBasedUUID: Hashable, Sendable {
  /// The 16 bytes, the most significant first.
  package let bytes: [UInt8]

  /// The UUID of `name`, in UTF-8, within `namespace`.
  package init(namespace: NameBasedUUID.Namespace, name: String) {
    var bytes = Array(SHA1.hash(namespace.bytes + name.utf8).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50  // version 5
    bytes[8] = bytes[8] & 0x3F | 0x80  // the variant of RFC 9562
    self.bytes = bytes
  }

  /// The text form, 36 characters in small letters: `2ed6657d-e927-568b-95e1-2665a8aea6a2`.
  package var text: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (offset, byte) in bytes.enumerated() {
      if offset == 4 || offset == 6 || offset == 8 || offset == 10 { text.append(UInt8(ascii: "-")) }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0x0F)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension NameBasedUUID {
  /// The UUID that names are looked at within.
  package struct Namespace: Hashable, Sendable {
    /// The 16 bytes, the most significant first.
    fileprivate let bytes: [UInt8]

    /// The namespace with the UUID whose halves are `high` and `low`.
    package init(high: UInt64, low: UInt64) {
      bytes = [high, low].flatMap { half in
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> $0) }
      }
    }

    /// Joinery's own, `5af6f73e-ca43-5de8-b328-385c8107b48d`: for keys that a seed row leaves to Joinery.
    package static let seeds = Namespace(high: 0x5AF6_F73E_CA43_5DE8, low: 0xB328_385C_8107_B48D)
    /// Fully qualified domain names, `6ba7b810-9dad-11d1-80b4-00c04fd430c8` (RFC 9562, section 6.6).
    static let dns = Namespace(high: 0x6BA7_B810_9DAD_11D1, low: 0x80B4_00C0_4FD4_30C8)
  }
}
