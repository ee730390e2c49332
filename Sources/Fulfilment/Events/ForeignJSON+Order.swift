import Bytes

/// What orders are made of.
extension ForeignJSON {
  /// A whole number that is not negative, written plainly: as a number, or as a text of digits, as
  /// some providers write amounts; `nil` for anything with a point or an exponent.
  var wholeNumber: Int? {
    let digits: [UInt8]
    switch self {
    case .number(let text), .text(let text): digits = text
    default: return nil
    }
    guard digits.count <= 15, digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      return nil
    }
    return digits.decimalNumber
  }

  /// The name of a thing there: a text, or a whole number as text; only letters, digits, `_`, `-`
  /// and at most 120 of them, so that it can stand in a line of a log.
  var name: String? {
    let bytes: [UInt8]
    switch self {
    case .text(let text): bytes = text
    case .number: bytes = wholeNumber.map { Array(String($0).utf8) } ?? []
    default: return nil
    }
    guard (1...120).contains(bytes.count),
      bytes.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") || $0 == 0x2D })
    else { return nil }
    return String(utf8: bytes)
  }
}
