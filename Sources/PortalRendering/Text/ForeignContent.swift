import Bytes
import Diagnostics

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
      "\(element) would load from another host: \"\(String(utf8: url.prefix(80)))\"; it is shown as a link",
      at: position, help: help ?? "put the file beside the page, or write a link")
  }
}
