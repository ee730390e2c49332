import Bytes
import CourseModel
import Entitlements

/// What a buyer is told, as plain text and as a page.
struct OrderMail: Sendable {
  /// The subject.
  let subject: String

  /// Plain text; lines end with LF.
  let text: String

  /// A page without anything that is loaded.
  let html: [UInt8]

  /// The name of the attached file.
  let fileName: String

  /// Writes a mail.
  ///
  /// - Parameters:
  ///   - settings: The texts.
  ///   - sale: What was bought.
  ///   - token: The entitlement.
  init(_ settings: FulfilmentSettings, _ sale: Sale, token: [UInt8]) {
    let fileName = "\(settings.portal)-\(sale.courses[0]).clevio"
    let links = sale.courses.map { course in
      let page = "\(settings.url)courses/\(course)/reader.html"
      let link = EntitlementFile.text(of: token, as: .link(page))
      return (page: page, link: String(utf8: link.dropLast()))
    }
    let value = { (place: MailText.Place) -> String in
      switch place {
      case .order: sale.order.shownNumber
      case .name: sale.products.map(\.name).joined(separator: ", ")
      case .links: links.map(\.link).joined(separator: "\n\n")
      case .file: fileName
      case .until: sale.expires.map { settings.mail.until(OrderMail.day($0)) } ?? ""
      }
    }
    self.fileName = fileName
    subject = settings.mail.subject.filled { $0 == .links ? "" : value($0) }
    let filled = settings.mail.text.filled(value)
    text =
      filled.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.last == " " ? $0.dropLast() : $0 }.joined(separator: "\n")
      .trimmingLineEnds + "\n"
    html = OrderMail.html(
      settings.mail.text.filled { $0 == .links ? "\u{1}" : value($0) }, links,
      language: settings.mail.language)
  }

  private static func day(_ time: Int) -> String {
    CalendarDate(daysSince1970: time / 86_400).isoText
  }

  /// Paragraphs of a text in which U+0001 stands for the links.
  private static func html(
    _ text: String, _ links: [(page: String, link: String)], language: String
  ) -> [UInt8] {
    var html: [UInt8] = []
    html.append("<!doctype html>\n<html lang=\"")
    html.append(escaping: language)
    html.append("\">\n<meta charset=\"utf-8\">\n")
    for paragraph in text.trimmingLineEnds.paragraphs {
      html.append("<p>")
      for (index, piece) in paragraph.split(separator: "\u{1}", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { append(links, to: &html) }
        html.append(escaping: String(piece))
      }
      html.append("</p>\n")
    }
    html.append("</html>\n")
    return html
  }

  private static func append(
    _ links: [(page: String, link: String)], to html: inout [UInt8]
  ) {
    for (index, link) in links.enumerated() {
      if index > 0 { html.append("<br>\n") }
      html.append("<a href=\"")
      html.append(escaping: link.link)
      html.append("\">")
      html.append(escaping: link.page)
      html.append("</a>")
    }
  }
}

extension String {
  /// The text without line ends at its end.
  fileprivate var trimmingLineEnds: String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }

  /// What empty lines separate.
  fileprivate var paragraphs: [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    for line in (self + "\n\n").split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty {
        lines.append(line)
      } else if !lines.isEmpty {
        paragraphs.append(lines.joined(separator: "\n"))
        lines = []
      }
    }
    return paragraphs
  }
}
