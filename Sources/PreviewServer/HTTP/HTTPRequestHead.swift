import Bytes

/// The head of a request (RFC 9112), read without what servers and proxies disagree on.
struct HTTPRequestHead {
  let request: HTTPRequest

  /// How many bytes of body follow.
  let bodySize: Int

  /// Reads a head.
  ///
  /// - Parameter bytes: All up to the empty line, without it; lines end with CR LF.
  /// - Throws: The answer: 400 for a malformed head or a length that is there twice, 411 for a body
  ///   without a length, 505 for another version.
  init(_ bytes: [UInt8]) throws(HTTPStatus) {
    var lines = HTTPRequestHead.lines(of: bytes)[...]
    guard let first = lines.popFirst() else { throw .badRequest }
    let words = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(\.isASCIILetter),
      words[1].first == UInt8(ascii: "/"), words[1].allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw .badRequest }
    guard words[2].equals("HTTP/1.1") || words[2].equals("HTTP/1.0") else {
      throw .unknownVersion
    }
    let target = words[1].split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    var fields: [HTTPField] = []
    for line in lines { fields.append(try HTTPRequestHead.field(line)) }
    let request = HTTPRequest(
      method: Array(words[0]), path: Array(target[0]),
      query: target.count == 2 ? Array(target[1]) : [], fields: fields)
    bodySize = try HTTPRequestHead.bodySize(of: request)
    self.request = request
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for end in bytes.indices.dropFirst()
    where bytes[end] == UInt8(ascii: "\n") && bytes[end - 1] == UInt8(ascii: "\r") {
      lines.append(bytes[start..<end - 1])
      start = end + 1
    }
    return lines + [bytes[start...]]
  }

  private static func field(_ line: ArraySlice<UInt8>) throws(HTTPStatus) -> HTTPField {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(isNameByte)
    else { throw .badRequest }
    let value = line[(colon + 1)...].trimmingASCIIWhitespace
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }) else {
      throw .badRequest
    }
    return HTTPField(Array(line[..<colon]), Array(value))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || [UInt8]("!#$%&'*+-.^_`|~").contains(byte)
  }

  private static func bodySize(of request: HTTPRequest) throws(HTTPStatus) -> Int {
    guard request.values(of: "transfer-encoding").isEmpty else { throw .lengthRequired }
    let lengths = request.values(of: "content-length")
    guard lengths.count <= 1 else { throw .badRequest }
    guard let length = lengths.first, !length.isEmpty else { return 0 }
    guard length.count <= 12, let size = length.decimalNumber else { throw .badRequest }
    return size
  }
}
