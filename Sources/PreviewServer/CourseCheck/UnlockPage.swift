import Bytes
import Entitlements

/// The page on which a buyer unlocks the files of a web server that asks.
enum UnlockPage {
  /// Whether a request comes from a page of the same site, as far as the browser says.
  static func isOwn(_ request: HTTPRequest) -> Bool {
    guard let site = request.value(of: "sec-fetch-site") else { return true }
    return site.equals("same-origin") || site.equals("none")
  }

  /// The form; `?return=/path` names the page to go on with.
  static func form(for request: HTTPRequest) -> HTTPResponse {
    let place = FormBody.place(FormBody.value(of: "return", in: request.query))
    return page(.ok) { appendForm(returning: place, to: &$0) }
  }

  /// The form with the reason why a token was not accepted.
  static func refused(
    _ refusal: Refusal, _ status: HTTPStatus = .forbidden, returning place: [UInt8]?
  ) -> HTTPResponse {
    var response = page(status) { html in
      html.append("<p role=\"alert\">")
      html.append(escaping: "Not accepted: \(refusal.message); \(refusal.help).")
      appendForm(returning: place, to: &html)
    }
    response.fields.append(HTTPField("x-clevio-reason", refusal.reason.rawValue))
    return response
  }

  /// That it is done, for a form that names no page to go on with.
  static func done(_ message: StaticString, _ cookie: HTTPField) -> HTTPResponse {
    var response = page(.ok) { html in
      html.append("<p role=\"status\">")
      html.append(message)
      html.append("</html>\n")
    }
    response.fields.append(cookie)
    return response
  }

  private static func appendForm(returning place: [UInt8]?, to html: inout [UInt8]) {
    html.append(
      """
      <form method="post"><p><label for="token">Paste the link from your mail, \
      or the text of the file that you got:</label>\
      <p><textarea id="token" name="token" rows="6" cols="60" required \
      autocomplete="off" spellcheck="false"></textarea>
      """)
    if let place {
      html.append("<input type=\"hidden\" name=\"return\" value=\"")
      html.append(escaping: place)
      html.append("\">")
    }
    html.append("<p><button>Unlock</button></form></html>\n")
  }

  private static func page(
    _ status: HTTPStatus, _ content: (inout [UInt8]) -> Void
  ) -> HTTPResponse {
    var html: [UInt8] = []
    html.append(
      """
      <!doctype html><html lang="en"><meta charset="utf-8">\
      <meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">\
      <title>Unlock</title><h1>Unlock what you bought</h1>
      """)
    content(&html)
    var response = HTTPResponse.page(html, status)
    response.fields.append(
      HTTPField(
        "content-security-policy",
        "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"))
    response.fields.append(HTTPField("referrer-policy", "no-referrer"))
    return response
  }
}
