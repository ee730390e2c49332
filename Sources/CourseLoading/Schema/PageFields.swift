import CourseModel
import YAMLTree

/// What an author says of a person at the top of a file in `authors/`.
struct AuthorFrontMatter: Sendable {
  var name: String?
  var role: String?
  var photo: Located<String>?
  var language: LanguageTag?
  var links: [PageLink] = []
}

/// What an author says of a plain page at the top of a file in `pages/`.
struct PageFrontMatter: Sendable {
  var title: Located<String>?
  var description: String?
  var language: LanguageTag?
  var visibility: Visibility?
  var aliases: [Located<String>] = []
}

extension Field<AuthorFrontMatter> {
  /// The front matter of a person.
  static let author: [Field] = [
    .text("name", "The person's name") { $0.name = $1 },
    .text("role", "What the person does, in a few words") { $0.role = $1 },
    .located("photo", "A picture, relative to the file") { $0.photo = $1 },
    .records(
      "links", "Where to find the person", fields: Field<PageLink>.link,
      at: { PageLink(title: "", url: Located("", at: $0)) }, { $0.links = $1 }),
    .language("lang", "The language of the page, as a BCP 47 tag") { $0.language = $1 },
  ]
}

extension Field<PageLink> {
  static let link: [Field] = [
    .text("title", "The words of the link") { $0.title = $1 },
    .webAddress("url", "Where it leads") { $0.url = $1 },
  ]
}

extension Field<PageFrontMatter> {
  /// The front matter of a plain page.
  static let page: [Field] = [
    .located("title", "The page's title") { $0.title = $1 },
    .text("description", "One or two sentences for search engines") { $0.description = $1 },
    .language("lang", "The language of the page, as a BCP 47 tag") { $0.language = $1 },
    .choice(
      "visibility", "Whether the page is ready", of: Visibility.self,
      except: ["unlisted", "private"], isDecisive: true
    ) { $0.visibility = $1 },
    .texts("aliases", "Former addresses, which lead here") { $0.aliases = $1 },
  ]
}
