package import Diagnostics

/// What an author says of a course at the top of its `index.md`.
package struct CourseFrontMatter: Sendable {
  package var title: Located<String>?
  package var subtitle: String?
  package var description: String?
  package var language: LanguageTag?
  /// Where the language was written.
  package var languagePosition: SourcePosition?
  package var level: Level?
  /// The names of files in `authors/`.
  package var authors: [Located<String>] = []
  /// A picture, relative to the course's folder.
  package var cover: Located<String>?
  package var coverAlternative: String?
  package var category: String?
  package var tags: [String] = []
  package var license: String?
  package var date: CalendarDate?
  package var lastModified: CalendarDate?
  package var version: String?
  package var price: Located<Price>?
  package var sale: Sale?
  package var checkoutURL: Located<String>?
  /// How the files of closed lessons are kept.
  package var media: MediaMode?
  /// Whether the titles of closed lessons are kept, too.
  package var closesTitles: Bool?
  package var visibility: Visibility?
  /// Whether lessons may be read in any order.
  package var allowsRandomAccess: Bool?
  /// Courses to take first, by name, or plain words.
  package var prerequisites: [Located<String>] = []
  package var outcomes: [String] = []
  package var requirements: [String] = []
  package var audience: [String] = []
  /// The order of the lessons, by path.
  package var lessons: [Located<String>] = []
  /// The share of right answers that passes a quiz, in percent.
  package var passingScore: Int?
  package var hasCertificate: Bool?
  package var discussionURL: Located<String>?
  /// The course that this one translates, by name.
  package var translationOf: Located<String>?
  /// Former addresses, which lead here.
  package var aliases: [Located<String>] = []
  /// The day from which the course is published.
  package var available: CalendarDate?
  /// The first day on which the course is no longer published.
  package var expires: CalendarDate?
  /// The course's name in addresses.
  package var slug: Located<String>?

  /// Front matter that says nothing.
  package init() {}

  /// This front matter, with what it leaves open taken from `other`.
  package func filled(from other: CourseFrontMatter) -> CourseFrontMatter {
    var result = self
    result.title = title ?? other.title
    result.subtitle = subtitle ?? other.subtitle
    result.description = description ?? other.description
    result.language = language ?? other.language
    result.languagePosition = languagePosition ?? other.languagePosition
    result.level = level ?? other.level
    result.cover = cover ?? other.cover
    result.coverAlternative = coverAlternative ?? other.coverAlternative
    if authors.isEmpty { result.authors = other.authors }
    result.category = category ?? other.category
    if tags.isEmpty { result.tags = other.tags }
    result.license = license ?? other.license
    result.date = date ?? other.date
    result.lastModified = lastModified ?? other.lastModified
    result.version = version ?? other.version
    result.price = price ?? other.price
    result.sale = sale ?? other.sale
    result.checkoutURL = checkoutURL ?? other.checkoutURL
    result.media = media ?? other.media
    result.closesTitles = closesTitles ?? other.closesTitles
    result.visibility = visibility ?? other.visibility
    result.allowsRandomAccess = allowsRandomAccess ?? other.allowsRandomAccess
    if prerequisites.isEmpty { result.prerequisites = other.prerequisites }
    if outcomes.isEmpty { result.outcomes = other.outcomes }
    if requirements.isEmpty { result.requirements = other.requirements }
    if audience.isEmpty { result.audience = other.audience }
    if lessons.isEmpty { result.lessons = other.lessons }
    if aliases.isEmpty { result.aliases = other.aliases }
    result.discussionURL = discussionURL ?? other.discussionURL
    result.available = available ?? other.available
    result.expires = expires ?? other.expires
    result.passingScore = passingScore ?? other.passingScore
    result.hasCertificate = hasCertificate ?? other.hasCertificate
    result.translationOf = translationOf ?? other.translationOf
    result.slug = slug ?? other.slug
    return result
  }
}

/// How the pictures, films and downloads of closed lessons are kept.
package enum MediaMode: String, Hashable, Sendable, CaseIterable {
  /// Sealed like the lessons, in parts.
  case encrypted
  /// As they are, under names that only the sealed lessons tell.
  case unlisted
  /// As they are, under their own names.
  case open
}
