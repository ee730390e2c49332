/// What the public interface for programs tells.
package struct PublicInterface: Sendable {
  package var isPublic = true
  /// Fields of courses that are public; empty for all that pages show.
  package var courseFields: [Located<String>] = []
  /// Fields of authors that are public; empty for all that pages show.
  package var authorFields: [Located<String>] = []

  /// Everything that pages show.
  package init() {}
}
