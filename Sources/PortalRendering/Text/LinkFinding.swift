import Bytes
import Diagnostics

/// Why a link leads nowhere.
struct LinkFinding {
  enum Reason {
    case missing(String, meant: String?, near: String?, file: String?)
    case withheld(String)
    case refused(String, String)
    case unsafe
  }

  private let reason: Reason
  private let destination: [UInt8]
  private let isStrict: Bool

  init(_ reason: Reason, _ destination: [UInt8], _ setting: TextSetting) {
    self.reason = reason
    self.destination = destination
    isStrict = setting.isStrict
  }

  func diagnostic(at position: SourcePosition, isImage: Bool) -> Diagnostic {
    let subject = isImage ? "image" : "link"
    switch reason {
    case .missing(let path, let meant, let near, let file):
      return Diagnostic(
        isImage ? "image-target" : "link-target", .warning,
        path.isEmpty ? "the \(subject) has no address" : "the \(subject) \"\(path)\" leads nowhere",
        at: position,
        help: meant.map { "write \($0), as the file is spelt" }
          // A name of a host without a scheme is a path.
          ?? (path.lowercased().hasPrefix("www.") ? "write https://\(path)" : nil)
            ?? file.map { "write \($0), the file of that page" }
            ?? near.map { "did you mean \"\($0)\"?" }
            ?? "write the path of a file, as seen from this one",
        fix: meant.flatMap { fix(at: position, replacing: path, with: $0) })
    case .withheld(let path):
      return Diagnostic(
        "link-withheld", .warning, "the link leads to \"\(path)\", which is not published",
        at: position, help: "publish the page, or remove the link")
    case .refused(let path, let reason):
      return Diagnostic(
        "file-refused", isStrict ? .error : .warning,
        "the file \"\(path)\" is not published: \(reason)",
        at: position, help: "link to a page or a picture, or pack the file into a .zip to offer it")
    case .unsafe:
      return badScheme(of: subject, at: position)
    }
  }

  private func badScheme(of subject: String, at position: SourcePosition) -> Diagnostic {
    let scheme = String(utf8: LinkResolver.scheme(of: destination) ?? [])
    let near = Suggestion.only(near: scheme, among: LinkResolver.safeSchemes)
    let problem =
      ["javascript", "vbscript", "data", "blob"].contains(scheme)
      ? "would run code or hide content" : "leads to what browsers may not open: \(scheme):"
    return Diagnostic(
      "link-scheme", isStrict ? .error : .warning,
      "the \(subject) \"\(destination.shown(upTo: 60))\" \(problem)", at: position,
      help: near.map { "did you mean \"\($0)\"?" } ?? "link to a page, a file, or an https address",
      fix: near.flatMap { fix(at: position, replacing: scheme, with: $0) })
  }

  /// A fix of the destination's first words; `nil` where it is not known where they stand.
  private func fix(
    at position: SourcePosition, replacing words: String, with meant: String
  ) -> Fix? {
    guard position.length > 0, destination.starts(with: words.utf8) else { return nil }
    return Fix(
      line: position.line, column: position.column, replacing: words, with: meant)
  }

  /// Tells of an image that leads to what is no picture.
  static func noPicture(_ destination: [UInt8], at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      "image-target", .warning,
      "\"\(destination.shown(upTo: 80))\" is no picture; it is shown as a link",
      at: position, help: "write a link, without the exclamation mark")
  }
}
