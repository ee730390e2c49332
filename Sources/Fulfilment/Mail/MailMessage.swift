import Bytes
import CourseModel
import Entitlements

/// A mail as mail programs send it (RFC 5322, MIME): plain text, the same as a page, and a file.
struct MailMessage: Sendable {
  let from: MailAddress
  let to: MailAddress
  let mail: OrderMail

  /// The entitlement's name, of which the mail's own follows, so that a mail that is sent twice can
  /// be known.
  let id: Identifier

  /// The attached file.
  let attachment: [UInt8]

  /// When it was written, in seconds since 1970.
  let time: Int

  /// The bytes; lines end with LF, as mail programs want them.
  var bytes: [UInt8] {
    let outer = "=_clevio_\(id)"
    let inner = "=_text_\(id)"
    let domain = from.address.split(separator: "@").last ?? "localhost"
    var text: [UInt8] = []
    text.append(
      text: """
        From: \(MailMessage.address(from))
        To: \(MailMessage.address(to))
        Subject: \(MailMessage.words(mail.subject))
        Date: \(MailMessage.date(time))
        Message-ID: <\(id)@\(domain)>
        Auto-Submitted: auto-generated
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="\(outer)"

        --\(outer)
        Content-Type: multipart/alternative; boundary="\(inner)"


        """)
    append(Array(mail.text.utf8), "text/plain; charset=utf-8", boundary: inner, to: &text)
    append(mail.html, "text/html; charset=utf-8", boundary: inner, to: &text)
    text.append(text: "--\(inner)--\n\n")
    append(
      attachment, "application/octet-stream; name=\"\(mail.fileName)\"", boundary: outer,
      disposition: "attachment; filename=\"\(mail.fileName)\"", to: &text)
    text.append(text: "--\(outer)--\n")
    return text
  }

  private func append(
    _ content: [UInt8], _ type: String, boundary: String, disposition: String? = nil,
    to text: inout [UInt8]
  ) {
    text.append(text: "--\(boundary)\nContent-Type: \(type)\n")
    if let disposition { text.append(text: "Content-Disposition: \(disposition)\n") }
    text.append("Content-Transfer-Encoding: base64\n\n")
    let encoded = Base64.padded.encoded(content)
    for start in stride(from: 0, to: encoded.count, by: 76) {
      text += encoded[start..<min(start + 76, encoded.count)]
      text.append("\n")
    }
    text.append("\n")
  }

  private static func address(_ address: MailAddress) -> String {
    guard !address.name.isEmpty else { return address.address }
    let isPlain = address.name.utf8.allSatisfy {
      $0.isASCIIAlphanumeric || [UInt8](" -'").contains($0)
    }
    return "\(isPlain ? address.name : encodedWords(address.name)) <\(address.address)>"
  }

  /// A text as it may stand in a header.
  private static func words(_ text: String) -> String {
    let isPlain = text.utf8.count <= 200 && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    return isPlain && !text.contains("=?") ? text : encodedWords(text)
  }

  /// Encoded words (RFC 2047) of at most 75 characters, none of which cuts a letter in two.
  private static func encodedWords(_ text: String) -> String {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // The first shares its line with the field's name.
      let limit = words.count == 1 ? 36 : 45
      if words[words.count - 1].count + bytes.count > limit { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(String(utf8: Base64.padded.encoded($0)))?=" }
      .joined(separator: "\n ")
  }

  /// A time as mails write it, in UTC.
  private static func date(_ time: Int) -> String {
    let days = time / 86_400
    let day = CalendarDate(daysSince1970: days)
    let seconds = time - days * 86_400
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(weekdays[days % 7]), \(day.day) \(months[day.month - 1]) \(day.year) \(clock) +0000"
  }
}
