package import Bytes

/// A message of a browser (Chrome DevTools Protocol).
package enum DevToolsMessage: Hashable, Sendable {
  /// What a command gave.
  case result(id: Int, ForeignJSON)
  /// Why a command was refused.
  case refusal(id: Int, String)
  /// Something that happened.
  case event(DevToolsEvent)

  /// How many levels of objects and lists are read.
  private static let greatestDepth = 200

  /// Reads a message.
  ///
  /// - Throws: ``DevToolsNonsense`` for anything else.
  package init(parsing bytes: [UInt8]) throws(DevToolsNonsense) {
    let json: ForeignJSON
    do throws(JSONError) {
      json = try ForeignJSON(parsing: bytes, greatestDepth: DevToolsMessage.greatestDepth)
    } catch {
      throw DevToolsNonsense(problem: "it sent what is no JSON: \(error.problem)")
    }
    if let id = json["id"]?.integer {
      if let result = json["result"] {
        self = .result(id: id, result)
      } else if let reason = json["error", "message"]?.text {
        self = .refusal(id: id, String(utf8: reason))
      } else {
        throw DevToolsNonsense(problem: "it sent an answer without a result")
      }
    } else if let name = json["method"]?.text {
      self = .event(
        DevToolsEvent(
          name: String(utf8: name), session: json["sessionId"]?.string,
          parameters: json["params"] ?? .object([:])))
    } else {
      throw DevToolsNonsense(problem: "it sent a message that is neither an answer nor an event")
    }
  }

  /// A command as it is sent, with its NUL.
  package static func command(
    _ method: String, _ parameters: JSONValue, id: Int, session: String?
  ) -> [UInt8] {
    let command: JSONValue = [
      "id": .number(id), "method": .text(method), "params": parameters,
      "sessionId": session.map(JSONValue.text),
    ]
    return command.line + [0]
  }
}

/// Something that happened in a browser.
package struct DevToolsEvent: Hashable, Sendable {
  /// Such as `Page.loadEventFired`.
  package let name: String
  /// The page that it is about; `nil` for the browser itself.
  package let session: String?
  package let parameters: ForeignJSON
}

extension ForeignJSON {
  /// A number that is whole and not negative.
  var integer: Int? {
    if case .number(let digits) = self { digits.decimalNumber } else { nil }
  }
}
