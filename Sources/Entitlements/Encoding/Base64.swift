/// Base64 with one text for each sequence of bytes: what RFC 4648 §3 leaves open is refused.
package enum Base64: Sendable {
  /// `+` and `/`, filled up with `=` (RFC 4648 §4): PEM and signify.
  case padded
  /// `-` and `_`, never filled up (§5): everything in a token.
  case url

  /// The text of `bytes`.
  package func encoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    append(Array(bytes), to: &text)
    return text
  }

  /// Appends the text of `bytes`.
  package func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    let start = text.count
    text.reserveCapacity(start + (bytes.count + 2) / 3 * 4)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(character(bits >> count & 63))
      }
    }
    if count > 0 { text.append(character(bits << (6 - count) & 63)) }
    while self == .padded, (text.count - start) % 4 != 0 { text.append(UInt8(ascii: "=")) }
  }

  /// The bytes of `text`; `nil` where another text would mean the same bytes, or none.
  package func decoded(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    var rest = text[...]
    if self == .padded {
      guard text.count % 4 == 0 else { return nil }
      for _ in 0..<2 where rest.last == UInt8(ascii: "=") { rest = rest.dropLast() }
    }
    guard rest.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rest.count / 4 * 3 + 2)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in rest {
      guard let value = value(of: byte) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    // Bits that no byte took must be zero, or several texts would decode alike.
    return bits & (1 << count - 1) == 0 ? bytes : nil
  }

  private func character(_ value: UInt32) -> UInt8 {
    let value = UInt8(truncatingIfNeeded: value)
    switch value {
    case 0..<26: return UInt8(ascii: "A") + value
    case 26..<52: return UInt8(ascii: "a") + value - 26
    case 52..<62: return UInt8(ascii: "0") + value - 52
    case 62: return self == .url ? UInt8(ascii: "-") : UInt8(ascii: "+")
    default: return self == .url ? UInt8(ascii: "_") : UInt8(ascii: "/")
    }
  }

  private func value(of character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return character - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return character - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return character - UInt8(ascii: "0") + 52
    case UInt8(ascii: "-") where self == .url, UInt8(ascii: "+") where self == .padded: return 62
    case UInt8(ascii: "_") where self == .url, UInt8(ascii: "/") where self == .padded: return 63
    default: return nil
    }
  }
}
