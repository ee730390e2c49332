/// The little of DER (X.690) that key files need.
enum DER {
  /// The tags of the values in a key file.
  enum Tag: UInt8 {
    case integer = 0x02
    case octets = 0x04
    case null = 0x05
    case identifier = 0x06
    case sequence = 0x30
  }

  /// A value with its tag and length.
  static func value(_ tag: Tag, _ content: [UInt8]) -> [UInt8] {
    precondition(content.count < 65_536, "key files are small")
    let count = content.count
    let length: [UInt8] =
      switch count {
      case 0..<128: [UInt8(count)]
      case 128..<256: [0x81, UInt8(count)]
      default: [0x82, UInt8(count >> 8), UInt8(count & 255)]
      }
    return [tag.rawValue] + length + content
  }

  /// A sequence of values.
  static func sequence(_ values: [[UInt8]]) -> [UInt8] { value(.sequence, values.flatMap { $0 }) }

  /// A number from 0 up.
  static func integer(_ number: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = number
    repeat {
      bytes.insert(UInt8(truncatingIfNeeded: rest), at: 0)
      rest >>= 8
    } while rest > 0
    if bytes[0] >= 0x80 { bytes.insert(0, at: 0) }
    return value(.integer, bytes)
  }
}

/// Reads DER values one after the other; whatever is not in its shortest form gives `nil`.
struct DERReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  private init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// The tag of the next value.
  var nextTag: UInt8? { rest.first }

  mutating func read(_ tag: DER.Tag) -> [UInt8]? { readSlice(tag).map { Array($0) } }

  mutating func readSequence() -> DERReader? { readSlice(.sequence).map { DERReader($0) } }

  mutating func readInteger() -> Int? {
    guard let bytes = readSlice(.integer), let first = bytes.first, first < 0x80, bytes.count <= 8,
      bytes.count == 1 || first != 0 || bytes[bytes.startIndex + 1] >= 0x80
    else { return nil }
    return bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func readSlice(_ tag: DER.Tag) -> ArraySlice<UInt8>? {
    guard rest.popFirst() == tag.rawValue, let first = rest.popFirst() else { return nil }
    var count = Int(first)
    switch first {
    case 0..<0x80: break
    case 0x81:
      guard let byte = rest.popFirst(), byte >= 0x80 else { return nil }
      count = Int(byte)
    case 0x82:
      guard let high = rest.popFirst(), let low = rest.popFirst(), high > 0 else { return nil }
      count = Int(high) << 8 | Int(low)
    default: return nil
    }
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
