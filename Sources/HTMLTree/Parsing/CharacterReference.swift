import Bytes
import CXML

/// The start of a text as a character reference (WHATWG HTML §13.2.5.72 to §13.2.5.80).
struct CharacterReference {
  /// What the reference stands for, in UTF-8.
  let replacement: [UInt8]

  /// How many bytes the reference takes, with its `&`.
  let byteCount: Int

  /// The reference that `bytes`, which start with `&`, begin with; nil if that `&` is just text, as in
  /// attributes the one of `?a=1&lt=2` is.
  init?(at bytes: ArraySlice<UInt8>, isInAttribute: Bool) {
    let rest = bytes.dropFirst()
    let found =
      rest.first == UInt8(ascii: "#")
      ? Self.numeric(rest.dropFirst()) : Self.named(rest, isInAttribute: isInAttribute)
    guard let found else { return nil }
    self.replacement = found.replacement
    self.byteCount = found.end - bytes.startIndex
  }

  private static func numeric(_ bytes: ArraySlice<UInt8>) -> (replacement: [UInt8], end: Int)? {
    let isHexadecimal = bytes.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = (isHexadecimal ? bytes.dropFirst() : bytes).prefix {
      isHexadecimal ? $0.isASCIIHexDigit : $0.isASCIIDigit
    }
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for digit in digits where value <= 0x10_FFFF {
      let letter = (digit | 0x20) &- UInt8(ascii: "a")
      value = value * (isHexadecimal ? 16 : 10)
      value += UInt32(digit.isASCIIDigit ? digit &- 0x30 : letter &+ 10)
    }
    if let index = Int(exactly: value)?.advanced(by: -0x80), windows1252.indices.contains(index) {
      value = windows1252[index]
    }
    let hasSemicolon = digits.endIndex < bytes.endIndex && bytes[digits.endIndex] == 0x3B
    return (utf8(value), digits.endIndex + (hasSemicolon ? 1 : 0))
  }

  private static func utf8(_ value: UInt32) -> [UInt8] {
    let isControl = value < 0x20 && value != 0x09 && value != 0x0A
    guard let scalar = Unicode.Scalar(value), !isControl, value != 0xFFFE, value != 0xFFFF else {
      return [0xEF, 0xBF, 0xBD]
    }
    return Array(String(scalar).utf8)
  }

  private static func named(
    _ bytes: ArraySlice<UInt8>, isInAttribute: Bool
  ) -> (replacement: [UInt8], end: Int)? {
    let name = bytes.prefix(longestName).prefix(while: \.isASCIIAlphanumeric)
    if name.isEmpty { return nil }
    if name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";"),
      let replacement = replacement(for: Array(name))
    {
      return (replacement, name.endIndex + 1)
    }
    var prefix = name.prefix(longestNameWithoutSemicolon)
    while !prefix.isEmpty {
      if withoutSemicolon.contains(Array(prefix)), let value = replacement(for: Array(prefix)) {
        let next = prefix.endIndex < bytes.endIndex ? bytes[prefix.endIndex] : 0
        if isInAttribute, next == UInt8(ascii: "=") || next.isASCIIAlphanumeric { return nil }
        return (value, prefix.endIndex)
      }
      prefix = prefix.dropLast()
    }
    return nil
  }

  private static func replacement(for name: [UInt8]) -> [UInt8]? {
    if let replacement = beyondHTML4[name] { return replacement }
    let scalar = CXMLNamedScalar(name + [0])
    return scalar == 0 ? nil : utf8(scalar)
  }

  private static let longestName = 31
  private static let longestNameWithoutSemicolon = 6

  private static let beyondHTML4: [[UInt8]: [UInt8]] = {
    var result: [[UInt8]: [UInt8]] = [:]
    for entry in words(of: namedReferencesBeyondHTML4) {
      let parts = entry.split(separator: UInt8(ascii: "="))
      result[Array(parts[0])] = parts[1].split(separator: UInt8(ascii: "+")).flatMap {
        utf8(UInt32(String(utf8: $0), radix: 16) ?? 0xFFFD)
      }
    }
    return result
  }()

  private static let withoutSemicolon = Set(
    words(of: namedReferencesWithoutSemicolon).map(Array.init))

  private static func words(of text: StaticString) -> [ArraySlice<UInt8>] {
    [UInt8](text).split(whereSeparator: \.isASCIIWhitespace)
  }

  /// What references to 0x80 to 0x9F mean: old pages took them from Windows-1252.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
