import Files

/// A page as the search knows it.
struct SearchDocument: Sendable {
  var title: String
  /// Where the page is written.
  var url: RelativePath
  /// The course that the page belongs to; empty where that is the page itself, or none.
  var courseTitle: String
  /// The page's plain text as UTF-8, its blocks separated by line ends.
  var words: [UInt8]
  /// Where in `words` the headings are, in their order.
  var headings: [Range<Int>] = []
}
