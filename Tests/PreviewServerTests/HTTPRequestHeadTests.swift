import Testing

@testable import PreviewServer

@Suite struct HTTPRequestHeadTests {
  private func head(_ text: String) throws(HTTPStatus) -> HTTPRequestHead {
    try HTTPRequestHead(Array(text.utf8))
  }

  @Test func readsARequest() throws {
    let head = try head(
      "POST /unlock?return=/a%20b HTTP/1.1\r\nHost: x\r\nX-Clevio-Course: \t knots \r\n"
        + "content-length: 12\r\nCookie: a=b\r\ncookie: c=d")
    #expect(head.request.method == Array("POST".utf8))
    #expect(head.request.path == Array("/unlock".utf8))
    #expect(head.request.query == Array("return=/a%20b".utf8))
    #expect(head.bodySize == 12)
    #expect(head.request.value(of: "x-clevio-course") == Array("knots".utf8))
    #expect(head.request.value(of: "cookie") == nil)
    #expect(head.request.values(of: "cookie").count == 2)
  }

  @Test(
    arguments: [
      ("", .badRequest), ("GET", .badRequest), ("GET /", .badRequest),
      ("GET  / HTTP/1.1", .badRequest),
      ("G T / HTTP/1.1", .badRequest), ("GET / HTTP/1.1 ", .badRequest),
      ("GET http://x/ HTTP/1.1", .badRequest), ("GET * HTTP/1.1", .badRequest),
      ("GET /\u{E9} HTTP/1.1", .badRequest), ("GET / HTTP/2.0", .unknownVersion),
      ("GET / http/1.1", .unknownVersion), ("GET / HTTP/1.1\r\nHost", .badRequest),
      ("GET / HTTP/1.1\r\n: x", .badRequest), ("GET / HTTP/1.1\r\nA b: x", .badRequest),
      ("GET / HTTP/1.1\r\nA : x", .badRequest), ("GET / HTTP/1.1\r\nA: x\r\n y", .badRequest),
      ("GET / HTTP/1.1\r\nA: x\ny: z", .badRequest), ("GET / HTTP/1.1\r\nA: \u{0}", .badRequest),
      ("GET / HTTP/1.1\nA: x", .badRequest),
      ("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1", .badRequest),
      ("POST / HTTP/1.1\r\nContent-Length: -1", .badRequest),
      ("POST / HTTP/1.1\r\nContent-Length: 1, 1", .badRequest),
      ("POST / HTTP/1.1\r\nContent-Length: 9999999999999", .badRequest),
      ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked", .lengthRequired),
    ] as [(String, HTTPStatus)])
  func refusesWhatProxiesDisagreeOn(_ text: String, status: HTTPStatus) {
    do throws(HTTPStatus) {
      _ = try head(text)
      Issue.record("it was taken")
    } catch { #expect(error == status) }
  }
}
