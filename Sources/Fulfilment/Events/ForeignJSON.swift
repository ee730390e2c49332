import Bytes

/// A JSON value of somebody else's program, whose numbers stay the text that was sent.
indirect enum ForeignJSON: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// A number as it was written, so that none is rounded.
  case number([UInt8])
  case text([UInt8])
  case list([ForeignJSON])
  case object([[UInt8]: ForeignJSON])
}

extension ForeignJSON {
  /// A member; `nil` where this is no object, lacks it, or has `null` there.
  subscript(_ name: StaticString) -> ForeignJSON? {
    guard case .object(let members) = self, let value = members[[UInt8](name)], value != .null
    else { return nil }
    return value
  }

  /// The member at the end of a path.
  subscript(_ names: StaticString...) -> ForeignJSON? {
    var value: ForeignJSON? = self
    for name in names { value = value?[name] }
    return value
  }

  var text: [UInt8]? {
    if case .text(let text) = self { text } else { nil }
  }

  var flag: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  var items: [ForeignJSON]? {
    if case .list(let items) = self { items } else { nil }
  }

  /// A whole number that is not negative, written plainly: as a number, or as a text of digits, as
  /// some providers write amounts; `nil` for anything with a point or an exponent.
  var wholeNumber: Int? {
    let digits: [UInt8]
    switch self {
    case .number(let text), .text(let text): digits = text
    default: return nil
    }
    guard (1...15).contains(digits.count), digits.allSatisfy(\.isASCIIDigit),
      digits.count == 1 || digits[0] != UInt8(ascii: "0")
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 15) }
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
