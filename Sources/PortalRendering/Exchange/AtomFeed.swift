import Bytes
import CourseModel

/// A feed in the form of Atom (RFC 4287).
struct AtomFeed {
  var title: String
  var subtitle: String?
  /// The feed's own absolute address, which is its id, too.
  var url: String
  /// The absolute address of the page that the feed follows.
  var page: String
  var language: LanguageTag
  var author: String
  var generator: String
  /// The newest first.
  var entries: [Entry]

  /// Something that was published.
  struct Entry {
    var title: String
    /// The page's absolute address, which is the entry's id, too.
    var url: String
    var updated: CalendarDate
    var published: CalendarDate?
    var summary: String?
    /// The language of the title and the summary; `nil` for the feed's.
    var language: LanguageTag?
    var authors: [String] = []
    var categories: [String] = []
  }

  /// The feed as XML; `nil` without entries, because a feed must tell when it changed.
  var bytes: [UInt8]? {
    guard let updated = entries.map(\.updated).max() else { return nil }
    var xml = [UInt8]("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    xml.append(xml: language.text)
    xml.append("\">\n")
    xml.append(element: "id", url)
    xml.append(element: "title", title)
    xml.append(element: "subtitle", subtitle)
    xml.append(element: "updated", updated.timestamp)
    xml.append(element: "generator", generator)
    xml.append(author: author)
    xml.append(link: url, relation: "self", type: "application/atom+xml")
    xml.append(link: page, relation: "alternate", type: "text/html")
    for entry in entries { xml.append(entry, in: language) }
    xml.append("</feed>\n")
    return xml
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ entry: AtomFeed.Entry, in language: LanguageTag) {
    append("<entry")
    if let own = entry.language, own != language {
      append(" xml:lang=\"")
      append(xml: own.text)
      append("\"")
    }
    append(">\n")
    append(element: "id", entry.url)
    append(element: "title", entry.title)
    append(element: "updated", entry.updated.timestamp)
    append(element: "published", entry.published?.timestamp)
    for author in entry.authors { append(author: author) }
    append(link: entry.url, relation: "alternate", type: "text/html")
    for category in entry.categories {
      append("<category term=\"")
      append(xml: category)
      append("\"/>\n")
    }
    append(element: "summary", entry.summary)
    append("</entry>\n")
  }

  fileprivate mutating func append(author name: String) {
    append("<author>")
    append(element: "name", name)
    append("</author>\n")
  }

  fileprivate mutating func append(link: String, relation: StaticString, type: StaticString) {
    append("<link rel=\"")
    append(relation)
    append("\" type=\"")
    append(type)
    append("\" href=\"")
    append(xml: link)
    append("\"/>\n")
  }
}

extension CalendarDate {
  /// The day's beginning in UTC (RFC 3339).
  fileprivate var timestamp: String { "\(isoText)T00:00:00Z" }
}
