package import Files

/// A person who writes courses.
package struct Author: Sendable {
  /// The name in addresses, unique in the portal.
  package var slug: String
  package var name: String
  package var role: String?
  /// The language of the page; `nil` for the portal's own.
  package var language: LanguageTag?
  /// A picture, relative to the author's file.
  package var photo: Located<String>?
  package var links: [PageLink]
  package var biography: MarkdownFile
  /// Where the page is written.
  package var output: RelativePath { RelativePath("authors/\(slug).html") }

  /// Joins what is known of a person.
  package init(
    slug: String, name: String, role: String?, photo: Located<String>?, links: [PageLink],
    biography: MarkdownFile
  ) {
    self.slug = slug
    self.name = name
    self.role = role
    self.photo = photo
    self.links = links
    self.biography = biography
  }
}
