/// A JSON value (RFC 8259) to be written; members keep their order.
package indirect enum JSONValue: Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([(String, JSONValue)])
}

extension JSONValue {
  /// A list of texts; `nil` instead of an empty one.
  package static func texts(_ texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : .list(texts.map(JSONValue.text))
  }

  /// An object with the members of both.
  package func adding(_ other: JSONValue) -> JSONValue {
    guard case .object(let members) = self, case .object(let more) = other else { return self }
    return .object(members + more)
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  /// An object; members without a value are left out.
  package init(dictionaryLiteral elements: (String, JSONValue?)...) {
    self = .object(elements.compactMap { name, value in value.map { (name, $0) } })
  }
}
