import Bytes
import Diagnostics

extension Collection<UInt8> {
  /// The beginning of a text for messages, with a sign where it is cut.
  func shown(upTo length: Int) -> String {
    count > length ? String(utf8: prefix(length)) + "…" : String(utf8: self)
  }
}

/// Content that would load from another host.
struct ForeignContent {
  /// What it is, with its article: `an image`.
  let element: String
  let isStrict: Bool
  /// What to do, where more is known than that it is foreign.
  var help: String?

  func diagnostic(url: [UInt8], at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      "foreign-content", isStrict ? .error : .warning,
      "\(element) would load from another host: \"\(url.shown(upTo: 80))\"; it is shown as a link",
      at: position, help: help ?? "put the file beside the page, or write a link")
  }
}
