/// A link with its words.
package struct PageLink: Sendable {
  package var title: String
  package var url: Located<String>

  /// Joins words and address.
  package init(title: String, url: Located<String>) {
    self.title = title
    self.url = url
  }
}
