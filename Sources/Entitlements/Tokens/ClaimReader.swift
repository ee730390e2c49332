import Bytes

/// Takes the claims out of a payload one by one; what nobody took is refused.
struct ClaimReader {
  private var claims: [[UInt8]: SignedValue]

  init(_ payload: SignedValue) throws(Refusal) {
    guard case .object(let members) = payload else {
      throw Refusal(.badClaims, "the payload is not an object")
    }
    claims = members
  }

  /// The latest time that a claim may name: the end of the year 9999.
  static let latestTime = 253_402_300_799

  func has(_ name: StaticString) -> Bool { claims[[UInt8](name)] != nil }

  mutating func value(_ name: StaticString) throws(Refusal) -> SignedValue {
    guard let value = claims.removeValue(forKey: [UInt8](name)) else {
      throw Refusal(.badClaims, "the claim \(name) is missing")
    }
    return value
  }

  mutating func identifier(_ name: StaticString) throws(Refusal) -> Identifier {
    guard case .text(let text) = try value(name), let identifier = Identifier(text) else {
      throw Refusal(.badClaims, "the claim \(name) is not a name of a…z, 0…9 and -")
    }
    return identifier
  }

  mutating func integer(
    _ name: StaticString, in range: ClosedRange<Int>
  ) throws(Refusal) -> Int {
    guard case .integer(let number) = try value(name), range.contains(number) else {
      throw Refusal(.badClaims, "the claim \(name) is not a number in its range")
    }
    return number
  }

  /// Seconds since 1970.
  mutating func time(_ name: StaticString) throws(Refusal) -> Int {
    try integer(name, in: 0...ClaimReader.latestTime)
  }

  /// UTF-8, 1 to `limit` bytes.
  mutating func text(_ name: StaticString, limit: Int) throws(Refusal) -> [UInt8] {
    guard case .text(let text) = try value(name), (1...limit).contains(text.count) else {
      throw Refusal(.badClaims, "the claim \(name) is not a text of 1 to \(limit) bytes")
    }
    return text
  }

  /// Bytes of a fixed number, as base64url.
  mutating func bytes(_ name: StaticString, count: Int) throws(Refusal) -> [UInt8] {
    guard case .text(let text) = try value(name), let bytes = Base64.url.decoded(text),
      bytes.count == count
    else { throw Refusal(.badClaims, "the claim \(name) is not \(count) bytes in base64url") }
    return bytes
  }

  /// A SHA-256 in lower-case hexadecimal digits.
  mutating func digest(_ name: StaticString) throws(Refusal) -> [UInt8] {
    guard case .text(let text) = try value(name), let bytes = Hexadecimal.decoded(text),
      bytes.count == 32
    else { throw Refusal(.badClaims, "the claim \(name) is not a SHA-256") }
    return bytes
  }

  mutating func list(_ name: StaticString) throws(Refusal) -> [SignedValue] {
    guard case .list(let values) = try value(name) else {
      throw Refusal(.badClaims, "the claim \(name) is not a list")
    }
    return values
  }

  /// Names, sorted by bytes and each there once, so that a set has one text.
  mutating func identifiers(_ name: StaticString) throws(Refusal) -> [Identifier] {
    var identifiers: [Identifier] = []
    for value in try list(name) {
      guard case .text(let text) = value, let identifier = Identifier(text),
        identifiers.last.map({ $0 < identifier }) ?? true
      else { throw Refusal(.badClaims, "the claim \(name) is not a sorted list of names") }
      identifiers.append(identifier)
    }
    return identifiers
  }

  mutating func object(_ name: StaticString) throws(Refusal) -> ClaimReader {
    guard case .object(let members) = try value(name) else {
      throw Refusal(.badClaims, "the claim \(name) is not an object")
    }
    return ClaimReader(members: members)
  }

  private init(members: [[UInt8]: SignedValue]) { claims = members }

  /// The names of the claims that nobody took yet, sorted by bytes.
  var names: [[UInt8]] { claims.keys.sorted { $0.lexicographicallyPrecedes($1) } }

  /// Refuses claims that nobody took.
  func finish() throws(Refusal) {
    if let name = names.first {
      throw Refusal(.badClaims, "the claim \(ShownText.quoted(name)) is unknown")
    }
  }
}

extension ClaimReader {
  /// The members of an object with a name for each number, such as epochs by course.
  mutating func numbers(
    _ name: StaticString, in range: ClosedRange<Int>
  ) throws(Refusal) -> [Identifier: Int] {
    var numbers: [Identifier: Int] = [:]
    for (key, value) in try object(name).claims {
      guard let identifier = Identifier(key), case .integer(let number) = value,
        range.contains(number)
      else { throw Refusal(.badClaims, "the claim \(name) is not a table of names and numbers") }
      numbers[identifier] = number
    }
    return numbers
  }
}
