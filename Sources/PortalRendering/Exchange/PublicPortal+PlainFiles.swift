import Bytes
import CourseModel
import Files

extension PublicPortal {
  /// The number of lessons up to which `llms.txt` lists them; a larger portal's courses alone fill it.
  static let lessonLimit = 2_000

  /// `robots.txt` (RFC 9309): everything may be read.
  ///
  /// It does not name what is unlisted, which would tell of it.
  func robotsFile() -> (RelativePath, [UInt8]) {
    var text = [UInt8]("User-agent: *\nAllow: /\n")
    if let sitemap = setting.absolute(RelativePath("sitemap.xml")) {
      text.append("\nSitemap: ")
      text.append(text: sitemap)
      text.append("\n")
    }
    return (RelativePath("robots.txt"), text)
  }

  /// `llms.txt` (llmstxt.org): courses and lessons as a Markdown list.
  func languageModelFile() -> (RelativePath, [UInt8]) {
    let settings = portal.settings
    var text = [UInt8]("# ")
    text.append(markdown: settings.title.isEmpty ? "Courses" : settings.title)
    text.append("\n")
    if let line = settings.tagline ?? settings.description {
      text.append("\n> ")
      text.append(markdown: line)
      text.append("\n")
    }
    if settings.tagline != nil, let description = settings.description {
      text.append("\n")
      text.append(markdown: description)
      text.append("\n")
    }
    text.append("\n## Courses\n\n")
    for course in courses {
      text.append(markdownLink: course.title, address(course.output))
      text.append(": ")
      if let summary = course.summary {
        text.append(markdown: summary)
        text.append(" ")
      }
      text.append(
        text: "(\(course.language.text), \(course.offer(on: portal.today).price.plainText))\n")
    }
    if courses.reduce(0, { $0 + Array($1.lessons).count }) <= Self.lessonLimit {
      for course in courses { appendLessons(of: course, to: &text) }
    }
    return (RelativePath("llms.txt"), text)
  }

  private func appendLessons(of course: Course, to text: inout [UInt8]) {
    text.append("\n## ")
    text.append(markdown: course.title)
    text.append("\n\n")
    for lesson in course.lessons {
      if let opening = opening(of: lesson) {
        text.append("- ")
        text.append(markdown: lesson.title)
        text.append(text: " (opens on \(opening.isoText))")
      } else {
        text.append(markdownLink: lesson.title, address(lesson.output))
        if !course.isOpen(lesson) { text.append(" (paid)") }
      }
      text.append("\n")
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(markdownLink title: String, _ address: String) {
    append("- [")
    append(markdown: title)
    append("](<")
    append(text: address)
    append(">)")
  }

  /// Appends text on one line, with a backslash before what Markdown would read as its own.
  fileprivate mutating func append(markdown text: String) {
    let words = Array(text.utf8.trimmingASCIIWhitespace)
    for (index, byte) in words.enumerated() {
      switch byte {
      case UInt8(ascii: "&"):
        let next = index + 1 < words.count ? words[index + 1] : 0
        if next.isASCIILetter || next == UInt8(ascii: "#") { append(UInt8(ascii: "\\")) }
        append(byte)
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "#"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case ..<0x20: append(UInt8(ascii: " "))
      default: append(byte)
      }
    }
  }
}
