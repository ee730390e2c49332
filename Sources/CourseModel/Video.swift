package import Diagnostics

/// A film that a lesson begins with.
package struct Video: Sendable {
  /// The file, relative to the lesson's folder.
  package var source: Located<String>?
  package var poster: Located<String>?
  /// WebVTT files.
  package var captions: [Caption] = []
  /// A Markdown file.
  package var transcript: Located<String>?
  /// The film itself.
  package var position: SourcePosition

  /// A film that says nothing yet.
  package init(at position: SourcePosition) { self.position = position }

  /// The words of a film, to be shown with it.
  package struct Caption: Sendable {
    package var source: Located<String>?
    package var language: LanguageTag?

    /// Captions that say nothing yet.
    package init() {}
  }
}
