import Bytes

/// The cookie that keeps a token for the web server's questions (RFC 6265).
struct UnlockCookie {
  /// The path that it is sent for.
  let path: String

  /// The longest that browsers keep a cookie, in seconds.
  private static let longestLifetime = 400 * 86_400

  /// The field that sets it; no script can read it.
  ///
  /// - Parameters:
  ///   - token: The token, whose characters need no escape; empty to remove it.
  ///   - lifetime: For how many seconds; `nil` for as long as browsers allow.
  ///   - isSecure: Whether it is sent over encrypted connections only.
  /// - Returns: The field.
  func field(_ token: [UInt8], lifetime: Int?, isSecure: Bool) -> HTTPField {
    let seconds = max(0, min(lifetime ?? .max, UnlockCookie.longestLifetime))
    var value: [UInt8] = []
    value.append("clevio=")
    value += token
    value.append(text: "; Path=\(path); Max-Age=\(seconds); HttpOnly; SameSite=Lax")
    if isSecure { value.append("; Secure") }
    return HTTPField("set-cookie", value)
  }

  /// The token that a visitor's browser kept.
  static func token(in request: HTTPRequest) -> [UInt8]? {
    for field in request.values(of: "cookie") {
      for pair in field.split(separator: UInt8(ascii: ";")) {
        let pair = pair.trimmingASCIIWhitespace
        if pair.hasPrefix("clevio=") { return Array(pair.dropFirst(7)) }
      }
    }
    return nil
  }
}
