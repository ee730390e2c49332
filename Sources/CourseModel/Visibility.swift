/// Who gets to see a course.
package enum Visibility: String, Hashable, Sendable, CaseIterable {
  /// Built and listed.
  case `public`
  /// Built, listed nowhere, and kept out of search engines.
  case unlisted
  /// Never part of the public output.
  case `private`
  /// Not ready: built only on request.
  case draft

  /// Whether the catalogue, the search index, feeds, the API and the sitemap tell of it.
  package var isListed: Bool { self == .public }
}
