/// The keys of one mapping while it is searched for duplicates: a hash table that is used again for the next mapping.
///
/// Hashes are Swift's, seeded at random, so that no file can be made to collide.
struct KeySet {
  private var keys: [(record: UInt32, hash: Int)] = []
  /// Positions in ``keys`` plus one, or 0; only the first `mask + 1` are in use, so that emptying costs no more than
  /// filling.
  private var slots: [UInt32] = []
  private var mask = 0

  /// Makes the set empty and ready for `count` keys; it grows if there are more.
  mutating func removeAll(expecting count: Int) {
    keys.removeAll(keepingCapacity: true)
    reserve(count)
  }

  /// Adds the key of `record` unless one with the same text is there, which is given back.
  mutating func insert(_ record: UInt32, hash: Int, isSame: (UInt32) -> Bool) -> UInt32? {
    if 2 * (keys.count + 1) > mask + 1 { reserve(2 * (keys.count + 1)) }
    var slot = hash & mask
    while slots[slot] != 0 {
      let key = keys[Int(slots[slot]) - 1]
      if key.hash == hash, isSame(key.record) { return key.record }
      slot = (slot + 1) & mask
    }
    keys.append((record, hash))
    slots[slot] = UInt32(keys.count)
    return nil
  }

  private mutating func reserve(_ count: Int) {
    var capacity = 8
    while capacity < 2 * count { capacity *= 2 }
    mask = capacity - 1
    if slots.count < capacity {
      slots = Array(repeating: 0, count: capacity)
    } else {
      for slot in 0..<capacity { slots[slot] = 0 }
    }
    for (position, key) in keys.enumerated() {
      var slot = key.hash & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(position + 1)
    }
  }
}
