import Bytes

/// A JSON value whose members keep their order.
enum JSONValue: Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([Member])

  /// A member of an object.
  struct Member: Sendable {
    var name: String
    var value: JSONValue
  }
}

extension JSONValue {
  /// A list of texts; `nil` instead of an empty one.
  static func texts(_ texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : .list(texts.map(JSONValue.text))
  }

  /// An object with the members of both.
  func adding(_ other: JSONValue) -> JSONValue {
    guard case .object(let members) = self, case .object(let more) = other else { return self }
    return .object(members + more)
  }

  /// The value as UTF-8 text, on one line that ends.
  var bytes: [UInt8] {
    var text: [UInt8] = []
    text.append(json: self)
    text.append(UInt8(ascii: "\n"))
    return text
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  /// An object; members without a value are left out.
  init(dictionaryLiteral elements: (String, JSONValue?)...) {
    self = .object(
      elements.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }
}
