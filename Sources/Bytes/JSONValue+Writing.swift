extension JSONValue {
  /// The value as people read it: UTF-8, one member a line, with a line end.
  package var indented: [UInt8] {
    var json: [UInt8] = []
    append(to: &json, depth: 0)
    json.append("\n")
    return json
  }

  private func append(to json: inout [UInt8], depth: Int) {
    switch self {
    case .null: json.append("null")
    case .flag(let flag): json.append(flag ? "true" : "false")
    case .number(let number): json.append(decimal: number)
    case .text(let text): json.append(jsonString: text)
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

  /// The value as programs read it: UTF-8, one line with its end.
  package var line: [UInt8] {
    var json: [UInt8] = []
    json.append(json: self)
    json.append("\n")
    return json
  }
}

extension [UInt8] {
  /// Appends a value without white space, whose texts are safe in a script and in an HTML `script` element.
  package mutating func append(json value: JSONValue) {
    switch value {
    case .null: append("null")
    case .flag(let flag): append(flag ? "true" : "false")
    case .number(let number): append(decimal: number)
    case .text(let text): append(scriptString: text.utf8)
    case .list(let items):
      append("[")
      for (index, item) in items.enumerated() {
        if index > 0 { append(",") }
        append(json: item)
      }
      append("]")
    case .object(let members):
      append("{")
      for (index, member) in members.enumerated() {
        if index > 0 { append(",") }
        append(scriptString: member.0.utf8)
        append(":")
        append(json: member.1)
      }
      append("}")
    }
  }
}
