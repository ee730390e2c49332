/// A JSON text (RFC 8259) as a value; members keep their order.
package indirect enum JSONValue: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONValue])
  case object([(String, JSONValue)])

  /// The text in UTF-8, one member a line, with a line end.
  package var text: [UInt8] {
    var json: [UInt8] = []
    append(to: &json, depth: 0)
    json.append("\n")
    return json
  }

  private func append(to json: inout [UInt8], depth: Int) {
    switch self {
    case .text(let text): json.append(jsonString: text)
    case .number(let number): json.append(decimal: number)
    case .flag(let flag): json.append(flag ? "true" : "false")
    case .list(let items):
      json.append("[")
      for (index, item) in items.enumerated() {
        if index > 0 { json.append(", ") }
        item.append(to: &json, depth: depth)
      }
      json.append("]")
    case .object(let members) where members.isEmpty: json.append("{}")
    case .object(let members):
      json.append("{")
      for (index, member) in members.enumerated() {
        json.append(index == 0 ? "\n" : ",\n")
        json.append(text: String(repeating: "  ", count: depth + 1))
        json.append(jsonString: member.0)
        json.append(": ")
        member.1.append(to: &json, depth: depth + 1)
      }
      json.append(text: "\n" + String(repeating: "  ", count: depth) + "}")
    }
  }
}
