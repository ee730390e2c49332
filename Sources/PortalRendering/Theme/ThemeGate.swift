import Bytes
import ConsentBanner
import CourseModel
import Diagnostics
import Files

/// Looks through an author's own theme for what would load from other hosts, before it is used.
struct ThemeGate {
  /// The services that the theme's templates use.
  private(set) var services: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var hasOwnTemplates = false

  private let severity: Diagnostic.Severity

  /// The templates that stand on no page by themselves, and have no slot `consent`.
  private static let fragments = [
    "course-outline", "consent-dialog", "placeholder", "device-data", "consent-choice",
    "consent-receipt",
  ]

  /// Looks through the author's files among those of a theme, and closes what is open in them.
  init(_ portal: Portal, files: inout FileTree) {
    severity = portal.settings.isStrict ? .error : .warning
    let declared = DeclaredServices(portal.legal?.services ?? [])
    let own = portal.sources.subtree(RelativePath("theme")).paths
    diagnostics += ThemeGate.unread(own, among: files, in: portal)
    for path in own {
      guard case .bytes(let bytes)? = files[path] else { continue }
      switch path.parent.text {
      case "templates" where path.fileExtension == "mustache":
        hasOwnTemplates = true
        let gate = TemplateGate(
          bytes, services: declared, hasConsent: !ThemeGate.fragments.contains(path.stem))
        services.formUnion(gate.used)
        for load in gate.refused { report(load, in: path, bytes) }
        if !gate.refused.isEmpty || !gate.used.isEmpty { files[path] = .bytes(gate.cleaned) }
        checkPolicy(path, bytes)
      case "css", "certificate-sheet":
        let sheet = ThemeStyleSheet(path, bytes, among: files)
        for load in sheet.scan.loads { report(load, in: path, bytes) }
        diagnostics += sheet.missing.map { missing($0, in: path, bytes, among: own) }
        files[path] = .bytes(sheet.scan.cleaned)
        diagnostics += ThemeGate.loneMarks(of: CodeBrackets(bytes, in: .styles), in: path, bytes)
      default:
        guard path.fileExtension == "js" else { continue }
        let code = CodeBrackets(bytes, in: .script)
        diagnostics += ThemeGate.loneMarks(of: code, in: path, bytes)
        diagnostics += ThemeGate.loads(
          of: code, in: path, bytes, besides: portal.settings.url, declared)
        diagnostics += ThemeGate.kept(
          by: code, in: path, bytes, besides: portal.legal?.storage ?? [])
      }
    }
  }

  private func missing(
    _ reference: ThemeStyleSheet.Missing, in path: RelativePath, _ bytes: [UInt8],
    among files: [RelativePath]
  ) -> Diagnostic {
    let near = Suggestion.nearest(
      to: reference.file.text, among: files.filter(ThemeMedia.isMedia).map(\.text))
    return Diagnostic(
      "theme-file", .warning, "the theme has no font or picture \"theme/\(reference.file)\"",
      at: ThemeGate.position(of: reference.range, in: path, bytes),
      help: near.map { "did you mean \"theme/\($0)\"?" }
        ?? "put it there, or write its path relative to the style sheet's folder")
  }

  private mutating func report(_ load: RemoteLoad, in path: RelativePath, _ bytes: [UInt8]) {
    let position = ThemeGate.position(of: load.range, in: path, bytes)
    let words = String(load.address.prefix(80))
    diagnostics.append(
      load.isCode
        ? Diagnostic(
          "theme-code", severity, "\(load.what) runs code and is left out", at: position,
          help: "put it into a file of theme/js or theme/css")
        : Diagnostic(
          "foreign-content", severity,
          "\(load.what) would load from another host: \"\(words)\"; it is left out", at: position,
          help: ContentGate.knownHelp(for: Array(load.address.utf8))
            ?? "put the file into the portal's folder, or declare its service in legal.yml"))
  }

  /// A page without its policy would have nothing behind these checks.
  private mutating func checkPolicy(_ path: RelativePath, _ bytes: [UInt8]) {
    guard path.stem == "head", !String(utf8: bytes).contains("page.csp") else { return }
    diagnostics.append(
      Diagnostic(
        "theme-policy", .error, "the template leaves out the content security policy",
        at: SourcePosition(path: "theme/\(path)", line: 1, column: 1, length: 0),
        help: "write <meta http-equiv=\"Content-Security-Policy\" content=\"{{page.csp}}\">"))
  }

  static func position(of range: Range<Int>, in path: RelativePath, _ bytes: [UInt8])
    -> SourcePosition
  {
    let before = bytes[..<range.lowerBound]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let length = bytes[range].prefix { $0 != UInt8(ascii: "\n") }.count
    return SourcePosition(
      path: "theme/\(path)", line: line, column: range.lowerBound - start + 1, length: length)
  }
}
