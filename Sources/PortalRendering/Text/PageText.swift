import Diagnostics
import Files

/// A Markdown text as it stands on a page, with what other pages and checks need of it.
struct PageText {
  /// HTML for the page's body.
  var html: [UInt8] = []
  /// The id of the page's title, if the text begins with a heading that says it.
  var titleID: [UInt8]?
  /// The headings of the second and third level.
  var outline: [OutlineEntry] = []
  /// Every id in the text that a link may lead to.
  var ids: [[UInt8]] = []
  /// Links of this text to places on pages of the portal.
  var anchors: [AnchorUse] = []
  /// Files of the sources that the page shows or offers.
  var assets: [Asset] = []
  /// The words in reading order, blocks apart by line ends; code, formulas and answers are left
  /// out.
  var words: [UInt8] = []
  /// Where in `words` the headings are, in their order.
  var headings: [Range<Int>] = []
  /// How many quizzes the text has.
  var quizCount = 0
  var diagnostics: [Diagnostic] = []
  /// The services whose content waits in the text.
  var services: Set<String> = []
}

/// A heading in the list of what is on a page.
struct OutlineEntry {
  var level: Int
  var id: [UInt8]
  /// The heading's words as HTML without links.
  var html: [UInt8]
}

/// A link to a place on a page.
struct AnchorUse {
  /// The page, as it is written to disk.
  var page: RelativePath
  /// The place, without `#`.
  var id: [UInt8]
  /// The link in the source.
  var position: SourcePosition
  /// The source file that the link leads to, for messages.
  var target: RelativePath
}

/// A file of the sources that goes into the output.
struct Asset: Hashable {
  var source: RelativePath
  var output: RelativePath
}
