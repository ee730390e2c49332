import Bytes

/// What came with a request to unlock or to log out: a token by itself, or a form.
struct FormBody {
  /// Whether it is a form.
  let isForm: Bool

  /// The token, or what somebody took for one.
  let token: [UInt8]

  /// The page of this site to go on with; `nil` if none was asked for, or what was asked for is
  /// not surely of this site.
  let place: [UInt8]?

  init(of request: HTTPRequest) {
    let type = request.value(of: "content-type") ?? []
    isForm = type.map(\.asciiLowercased).hasPrefix("application/x-www-form-urlencoded")
    let body = request.body
    token = isForm ? FormBody.value(of: "token", in: body) ?? [] : body
    place = FormBody.place(isForm ? FormBody.value(of: "return", in: body) : nil)
  }

  /// The path of a page, if it cannot lead to another site.
  static func place(_ text: [UInt8]?) -> [UInt8]? {
    guard let text, text.first == UInt8(ascii: "/"), !text.hasPrefix("//"), text.count <= 1_000,
      text.allSatisfy({ $0.isASCIIAlphanumeric || [UInt8]("/-_.~%").contains($0) })
    else { return nil }
    return text
  }

  /// The value of a name in `application/x-www-form-urlencoded` text (WHATWG URL §5.1).
  static func value(of name: StaticString, in text: [UInt8]) -> [UInt8]? {
    for pair in text.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, parts[0].equals(name) { return decoded(parts[1]) }
    }
    return nil
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }.percentDecoded
  }
}
