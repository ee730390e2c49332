import Bytes
import CourseModel
import Diagnostics
import Entitlements
import YAMLTree

/// The state of reading the settings: every mistake is told, none stops the others.
struct SettingsDecoding {
  let path: String
  var diagnostics: [Diagnostic] = []

  func position(of node: YAMLNode) -> SourcePosition {
    SourcePosition(path: path, line: node.line, column: node.column, length: node.length)
  }

  mutating func error(
    _ id: Diagnostic.ID, _ message: String, at node: YAMLNode, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(id, .error, message, at: position(of: node), help: help))
  }

  /// The values of a mapping by their keys; unknown keys are told.
  mutating func values(
    of node: YAMLNode, keys: [String], subject: String
  ) -> [String: YAMLNode] {
    guard let entries = node.entries else {
      error(
        "fulfil-value", "\(subject) takes keys with values", at: node,
        help: "write one \"key: value\" a line")
      return [:]
    }
    var values: [String: YAMLNode] = [:]
    for entry in entries {
      let key = entry.key.text ?? ""
      guard keys.contains(key) else {
        let question = Suggestion.question(near: key, among: keys)
        error(
          "fulfil-key", "\(subject) has no key \(ShownText.quoted(key.utf8))", at: entry.key,
          help: question ?? "the keys are \(keys.listed)")
        continue
      }
      if entry.value.isMissing {
        error(
          "fulfil-value", "\"\(key)\" has no value", at: entry.key,
          help: "write a value after the colon, or remove the line")
      } else {
        values[key] = entry.value
      }
    }
    return values
  }

  /// A value that must be there.
  mutating func required(
    _ key: String, in values: [String: YAMLNode], of node: YAMLNode, subject: String
  ) -> YAMLNode? {
    if let value = values[key] { return value }
    // What is there without a value, or misspelt, was told before.
    if node.entries?.contains(where: { $0.key.text == key }) != true {
      error(
        "fulfil-missing", "\(subject) needs \"\(key)\"", at: node,
        help: "add the key; the manual's page on orders has an example")
    }
    return nil
  }

  /// A text of one line.
  mutating func line(_ node: YAMLNode?, key: String, limit: Int = 200) -> String? {
    guard let node else { return nil }
    guard let text = node.text, (1...limit).contains(text.utf8.count),
      text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else {
      error("fulfil-value", "\"\(key)\" takes a line of 1 to \(limit) bytes", at: node)
      return nil
    }
    return text
  }

  /// A text with places.
  mutating func mailText(_ node: YAMLNode?, key: String, limit: Int) -> MailText? {
    guard let node else { return nil }
    guard let text = node.text, (1...limit).contains(text.utf8.count) else {
      error("fulfil-value", "\"\(key)\" takes a text of 1 to \(limit) bytes", at: node)
      return nil
    }
    if let place = MailText.unknownPlace(in: text) {
      let names = MailText.Place.allCases.map { "{\($0.rawValue)}" }
      error(
        "fulfil-value", "\"\(key)\" has no place \(ShownText.quoted(place.utf8))", at: node,
        help: "the places are \(names.listed)")
      return nil
    }
    return MailText(template: text)
  }

  mutating func flag(_ node: YAMLNode?, key: String) -> Bool {
    guard let node else { return false }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      error("fulfil-value", "\"\(key)\" takes true or false", at: node)
      return false
    }
  }

  mutating func identifier(_ node: YAMLNode?, key: String) -> Identifier? {
    guard let node else { return nil }
    guard let name = node.text.flatMap({ Identifier($0) }) else {
      error(
        "fulfil-value", "\(shown(node)) is no name of a…z, 0…9 and -", at: node,
        help: "\"\(key)\" takes the same name as the portal's own files")
      return nil
    }
    return name
  }

  /// One value, or a list of them.
  func items(_ node: YAMLNode?) -> [YAMLNode] { node.map { $0.items ?? [$0] } ?? [] }

  mutating func price(_ node: YAMLNode) -> Price? {
    let text = node.text ?? ""
    do throws(Price.ParsingError) {
      let price = try Price(parsing: text)
      guard !price.isFree else {
        error(
          "fulfil-price", "what is sold costs something", at: node,
          help: "a course that is free needs no order: leave it out")
        return nil
      }
      return price
    } catch {
      let problem =
        switch error {
        case .missingCurrency: "\(shown(node)) names no currency"
        case .unknownCurrency(let code):
          "\(ShownText.quoted(code.utf8)) is no currency of ISO 4217"
        case .malformedAmount(let amount): "\(ShownText.quoted(amount.utf8)) is no amount"
        case .tooManyDecimals(let allowed): "\(shown(node)) has more than \(allowed) decimals"
        }
      self.error(
        "fulfil-price", problem, at: node, help: "write the amount and the currency: 49.00 EUR")
      return nil
    }
  }

  /// The days of a period such as `P365D` or `P52W` (ISO 8601).
  mutating func days(_ node: YAMLNode?, key: String) -> Int? {
    guard let node else { return nil }
    let text = Array((node.text ?? "").utf8)
    let digits = text.dropFirst().dropLast()
    guard text.first == UInt8(ascii: "P"), digits.count <= 5,
      let unit = text.last, unit == UInt8(ascii: "D") || unit == UInt8(ascii: "W"),
      let number = digits.decimalNumber, number > 0
    else {
      error(
        "fulfil-value", "\(shown(node)) is no number of days or weeks", at: node,
        help: "\"\(key)\" takes P365D for 365 days, or P8W for 8 weeks")
      return nil
    }
    return unit == UInt8(ascii: "W") ? number * 7 : number
  }

  func shown(_ node: YAMLNode) -> String {
    node.text.map { ShownText.quoted($0.utf8) } ?? "a list or a mapping"
  }
}

extension [String] {
  /// The texts with commas between them.
  fileprivate var listed: String { joined(separator: ", ") }
}
