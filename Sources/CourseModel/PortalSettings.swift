package import Diagnostics

/// What `clevio.yml` says of a whole portal.
package struct PortalSettings: Sendable {
  /// The portal's name; the folder's where none is given.
  package var title = ""
  /// The name by which what is signed knows the portal: 1 to 64 of `a`…`z`, `0`…`9` and `-`.
  package var id: Located<String>?
  /// One line under the title of the catalogue.
  package var tagline: String?
  /// One or two sentences for search engines and feeds.
  package var description: String?
  /// Where the portal will stand, ending in `/`; needed only for absolute addresses.
  package var url: String?
  /// The interface's languages, the first of which is the portal's own.
  package var languages: [LanguageTag] = []
  /// Who runs the portal.
  package var operatorName: String?
  /// What content may be used for, such as `CC BY 4.0`.
  package var license: String?
  /// The line of the footer that names the owner, such as `© 2027 Ada Author`.
  package var copyright: String?
  /// What prices without a code are in.
  package var currency: Currency?
  /// Where a paid course is bought, if the course does not say.
  package var checkoutURL: Located<String>?
  /// How many plain pages the main menu has room for; others stand at the foot of pages.
  package static let menuLimit = 4

  /// The plain pages of the main menu, by their names.
  package var menu: [Located<String>] = []
  /// Whether unknown keys and content that would load from other hosts stop a build.
  package var isStrict = false
  /// Whether `$…$` is math.
  package var readsMath = true
  /// The folders of courses, where they are not `courses/*`.
  package var courses: [CourseFolder] = []
  /// Paths and name patterns with `*` that are no part of the portal.
  package var ignored: [Located<String>] = []
  /// Other tools' keys of front matter.
  package var foreignKeys = ForeignKeys()
  /// The look.
  package var theme = ThemeSettings()
  /// What courses have that do not say otherwise.
  package var defaults = CourseFrontMatter()
  /// How much findings weigh, and what is passed over.
  package var check = CheckSettings()
  /// The file itself.
  package var position = SourcePosition(path: "clevio.yml")

  /// Settings of a portal without `clevio.yml`.
  package init() {}

  /// The portal's own language.
  package var language: LanguageTag { languages.first ?? .english }
}
