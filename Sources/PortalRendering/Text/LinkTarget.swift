import Files

/// Where a link of a source file leads.
enum LinkTarget {
  /// Another host, mail or telephone.
  case external
  /// A place on the same page.
  case fragment([UInt8])
  /// A page of the portal.
  case page(RelativePath, source: RelativePath, fragment: [UInt8]?)
  /// A file of the sources.
  case file(Asset, suffix: [UInt8])
  /// A page that is not published.
  case withheld(RelativePath)
  /// A scheme that runs code or hides content.
  case unsafe
  /// Nothing that there is; the path as it was understood, as it is surely spelt, as it was perhaps meant, and that
  /// of the file of which the page is made that has it for its address.
  case missing(String, meant: String?, near: String?, file: String? = nil)
  /// A file that may not be published as it is.
  case refused(RelativePath, reason: String)
}
