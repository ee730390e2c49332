import Bytes

/// What a request is answered with; never to be kept by a cache.
package struct HTTPResponse: Hashable, Sendable {
  /// The status.
  package var status: HTTPStatus

  /// Fields beside those that each answer has; names and values are ours, or made of safe bytes.
  package var fields: [HTTPField]

  /// The body.
  package var body: [UInt8]

  /// What of a large file follows the body.
  var rest: FilePart?

  /// Whether the body is sent, and not only its size, as for `HEAD`.
  package var sendsBody = true

  /// Makes an answer.
  package init(_ status: HTTPStatus, fields: [HTTPField] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// A page.
  static func page(_ html: [UInt8], _ status: HTTPStatus = .ok) -> HTTPResponse {
    HTTPResponse(
      status, fields: [HTTPField("content-type", "text/html; charset=utf-8")], body: html)
  }

  /// The answer to a method that a resource does not have (RFC 9110 §15.5.6).
  ///
  /// - Parameter methods: Those that it has, separated by commas.
  /// - Returns: The answer.
  static func methodNotAllowed(but methods: String) -> HTTPResponse {
    HTTPResponse(.methodNotAllowed, fields: [HTTPField("allow", methods)])
  }

  /// What is sent before events.
  static let headOfEvents =
    [UInt8]("HTTP/1.1 200 OK\r\nconnection: close\r\ncache-control: no-store\r\n")
    + [UInt8]("content-type: text/event-stream\r\n\r\n")

  /// The answer as it is sent; the connection ends with it, and with what of a file follows it.
  var bytes: [UInt8] {
    var text: [UInt8] = []
    text.append("HTTP/1.1 ")
    text.append(decimal: status.rawValue)
    text.append(" ")
    text.append(status.phrase)
    text.append("\r\nconnection: close\r\ncache-control: no-store\r\n")
    if status != .noContent {
      text.append("content-length: ")
      text.append(decimal: body.count + (rest?.range.count ?? 0))
      text.append("\r\n")
    }
    for field in fields {
      precondition(
        field.value.allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "a field of an answer is one line")
      text += field.name
      text.append(": ")
      text += field.value
      text.append("\r\n")
    }
    text.append("\r\n")
    return sendsBody ? text + body : text
  }

  /// What is sent after ``bytes``, piece by piece.
  var pieces: [FilePart] { sendsBody ? rest?.pieces ?? [] : [] }
}
