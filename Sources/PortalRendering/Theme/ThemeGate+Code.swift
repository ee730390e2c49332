import Bytes
import ConsentBanner
import Diagnostics
import Files

extension ThemeGate {
  /// Tells of a comment, a text or a bracket without its counterpart.
  static func loneMarks(of code: CodeBrackets, in path: RelativePath, _ bytes: [UInt8])
    -> [Diagnostic]
  {
    guard let lone = code.lone else { return [] }
    let mark = String(utf8: Array(bytes[lone.range]))
    return [
      Diagnostic(
        "theme-open", .warning,
        lone.isOpen
          ? "nothing ends what \"\(mark)\" begins" : "nothing begins what \"\(mark)\" ends",
        at: position(of: lone.range, in: path, bytes),
        help:
          "mend it, as the files of this folder are joined and those that follow are spoilt, too")
    ]
  }

  /// Tells of addresses of other hosts that a script loads, if their service is not declared.
  static func loads(
    of code: CodeBrackets, in path: RelativePath, _ bytes: [UInt8], besides url: String?,
    _ declared: DeclaredServices
  ) -> [Diagnostic] {
    code.texts.compactMap { range in
      let text = bytes[range]
      guard let address = ForeignAddress(text), declared.service(of: address) == nil,
        url.map({ !text.starts(with: $0.utf8) }) ?? true, isLoaded(range.lowerBound - 1, in: bytes)
      else { return nil }
      return Diagnostic(
        "foreign-content", .warning,
        "a script would load from another host: \"\(String(utf8: Array(text.prefix(80))))\"; "
          + "browsers refuse it",
        at: position(of: range, in: path, bytes),
        help: ContentGate.knownHelp(for: Array(text))
          ?? "put the file into the portal's folder, or declare its service in legal.yml")
    }
  }

  /// Whether a text in quotes is the address of something that is loaded, judged by what stands before it.
  private static func isLoaded(_ quote: Int, in bytes: [UInt8]) -> Bool {
    let before = bytes[..<quote].suffix(40).filter { !$0.isASCIIWhitespace }
    return loaders.contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static let loaders = [
    "fetch(", "import(", "import", "}from", "sendBeacon(", "importScripts(", "Worker(",
    "EventSource(", "WebSocket(", ".src=",
  ]
}
