import CodeHighlighting
import Testing

/// Code with its expected spans written as `‹k:let›`, so that one text is both input and expectation.
struct Marked: CustomTestStringConvertible, Sendable {
  let language: String
  let text: String

  init(_ language: String, _ text: String) {
    self.language = language
    self.text = text
  }

  var testDescription: String { "\(language): \(text)" }

  /// The code without the marks.
  var code: String {
    var code = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "‹") {
      code += rest[..<start]
      rest = rest[start...].dropFirst(3)
      guard let end = rest.firstIndex(of: "›") else { break }
      code += rest[..<end]
      rest = rest[end...].dropFirst()
    }
    return code + rest
  }

  /// The code with the marks of the spans that it gets.
  func highlighted() -> String? {
    highlight(code, as: language).map { page in
      unescape(
        page.replacing("<span class=\"", with: "‹").replacing("\">", with: ":")
          .replacing("</span>", with: "›"))
    }
  }
}

func highlight(_ code: String, as language: String) -> String? {
  var page: [UInt8] = []
  guard let language = CodeLanguage.named(language.utf8) else { return nil }
  language.highlight(Array(code.utf8), into: &page)
  return String(decoding: page, as: UTF8.self)
}

func unescape(_ text: String) -> String {
  text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
}
