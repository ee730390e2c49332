/// The order of UTF-8 texts by their UTF-16 code units, as scripts compare texts.
enum UTF16Order {
  /// How many bytes of a text its rank is made of.
  static let rankedBytes = 8

  /// The beginning of a text as a number; texts with different ones compare as these do.
  ///
  /// A text without U+0000 has the rank of another one only if both begin with the same eight bytes, or are the same.
  static func rank(of text: ArraySlice<UInt8>) -> UInt64 {
    var rank: UInt64 = 0
    for byte in text.prefix(rankedBytes) { rank = rank << 8 | UInt64(byte) }
    return self.rank(of: rank << (8 * UInt64(max(0, rankedBytes - text.count))))
  }

  /// The rank of a text whose first bytes stand in a number, from its highest bits on.
  static func rank(of bytes: UInt64) -> UInt64 {
    // The bytes of ASCII are in their places.
    guard bytes & 0x8080_8080_8080_8080 != 0 else { return bytes }
    return stride(from: UInt64(56), through: 0, by: -8).reduce(0) { rank, shift in
      rank << 8 | UInt64(place(of: UInt8(truncatingIfNeeded: bytes >> shift)))
    }
  }

  /// The place of a byte among others: surrogates, of which scalars of four bytes are made, come before U+E000.
  static func place(of byte: UInt8) -> UInt8 {
    byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
  }
}

extension Collection<UInt8> {
  /// Whether a text comes before another one in the order of UTF-16 code units.
  func precedesAsUTF16(_ other: some Collection<UInt8>) -> Bool {
    lexicographicallyPrecedes(other) { UTF16Order.place(of: $0) < UTF16Order.place(of: $1) }
  }
}
