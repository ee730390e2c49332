package import Files

/// A page beside the courses.
package struct PlainPage: Sendable {
  /// The name in addresses, unique in the portal.
  package var slug: String
  package var title: String
  package var description: String?
  package var language: LanguageTag
  package var file: MarkdownFile
  /// Former addresses, which lead here.
  package var aliases: [Located<String>]
  /// Where the page is written.
  package var output: RelativePath { RelativePath("\(slug).html") }

  /// Joins the parts of a page.
  package init(
    slug: String, title: String, description: String?, language: LanguageTag, file: MarkdownFile,
    aliases: [Located<String>]
  ) {
    self.slug = slug
    self.title = title
    self.description = description
    self.language = language
    self.file = file
    self.aliases = aliases
  }
}
