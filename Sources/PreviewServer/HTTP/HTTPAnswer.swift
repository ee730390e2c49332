/// What a server does with a request.
package enum HTTPAnswer: Sendable {
  /// One answer, after which the connection ends.
  case response(HTTPResponse)

  /// Events for a page (WHATWG HTML §9.2), until the page is left or the stream ends.
  case events(AsyncStream<[UInt8]>)

  /// An event with a name and one line of data.
  package static func event(_ name: String, _ data: [UInt8]) -> [UInt8] {
    precondition(!data.contains(UInt8(ascii: "\n")), "data is one line")
    return [UInt8]("event: \(name)\ndata: ".utf8) + data + [UInt8]("\n\n".utf8)
  }
}
