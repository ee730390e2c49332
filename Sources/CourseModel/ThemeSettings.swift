/// Colours, fonts and pictures that need no theme of one's own.
package struct ThemeSettings: Sendable {
  /// The accent as `#rrggbb`.
  package var accent: Located<String>?
  /// The accent on a dark ground; derived where none is given.
  package var accentDark: Located<String>?
  /// A CSS font list for text.
  package var textFont: String?
  /// A CSS font list for code.
  package var codeFont: String?
  /// A picture shown beside the title.
  package var logo: Located<String>?
  /// The picture of the browser's tab.
  package var icon: Located<String>?

  /// The built-in look.
  package init() {}
}
