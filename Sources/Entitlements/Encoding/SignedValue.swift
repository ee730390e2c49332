package import Bytes

/// A JSON value of signed bytes: what every parser reads alike, and nothing else.
///
/// Texts are UTF-8 bytes, because Swift's strings call different texts equal.
package indirect enum SignedValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// At most 2^53 − 1 on either side of zero, which JavaScript holds exactly.
  case integer(Int)
  case text([UInt8])
  case list([SignedValue])
  /// Members with different names; written in the order of their names' bytes.
  case object([[UInt8]: SignedValue])

  /// A text.
  package static func text(_ text: String) -> SignedValue { .text(Array(text.utf8)) }

  /// An object; members without a value are left out.
  package static func object(_ members: KeyValuePairs<StaticString, SignedValue?>) -> SignedValue {
    var named: [[UInt8]: SignedValue] = [:]
    for (name, value) in members {
      if let value { named[[UInt8](name)] = value }
    }
    return .object(named)
  }

  /// The greatest number.
  package static let greatestInteger = 1 << 53 - 1

  /// JSON without white space, names sorted by bytes, so that one value has one text.
  package var json: [UInt8] {
    var text: [UInt8] = []
    append(to: &text)
    return text
  }

  private func append(to json: inout [UInt8]) {
    switch self {
    case .null: json.append("null")
    case .boolean(let value): json.append(value ? "true" : "false")
    case .integer(let value): json.append(decimal: value)
    case .text(let text): json.append(jsonString: String(utf8: text))
    case .list(let values):
      json.append("[")
      for (index, value) in values.enumerated() {
        if index > 0 { json.append(",") }
        value.append(to: &json)
      }
      json.append("]")
    case .object(let members):
      json.append("{")
      let sorted = members.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { json.append(",") }
        json.append(jsonString: String(utf8: member.key))
        json.append(":")
        member.value.append(to: &json)
      }
      json.append("}")
    }
  }
}

extension SignedValue {
  /// Reads JSON (RFC 8259) without what parsers disagree on.
  ///
  /// Refused is what ``ForeignJSON`` refuses, and more than eight levels, numbers that are not whole
  /// or beyond ``greatestInteger``, and a zero with a sign. Time is linear in the number of bytes.
  package init(parsing json: some Collection<UInt8>) throws(JSONError) {
    try self.init(try ForeignJSON(parsing: Array(json), greatestDepth: 8))
  }

  private init(_ json: ForeignJSON) throws(JSONError) {
    switch json {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .number(let digits): self = .integer(try SignedValue.integer(digits))
    case .text(let text): self = .text(text)
    case .list(let items):
      var values: [SignedValue] = []
      for item in items { values.append(try SignedValue(item)) }
      self = .list(values)
    case .object(let members):
      var values: [[UInt8]: SignedValue] = [:]
      for (name, value) in members { values[name] = try SignedValue(value) }
      self = .object(values)
    }
  }

  private static func integer(_ digits: [UInt8]) throws(JSONError) -> Int {
    guard digits != [UInt8]("-0"), let value = Int(String(utf8: digits)),
      (-greatestInteger...greatestInteger).contains(value)
    else { throw JSONError(problem: "a number is not whole, or too great") }
    return value
  }
}
