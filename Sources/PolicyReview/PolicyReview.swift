package import CourseModel
package import Diagnostics

/// Looks at a policy that Clevio did not write: what it does not say, and what it should not.
///
/// It knows words, not meanings: what it does not find may be said in other words, and what it finds may be wrong.
/// It is nobody's legal advice.
package enum PolicyReview {
  /// How many bytes a policy may have.
  package static let byteLimit = 2_000_000

  /// Looks at a policy.
  ///
  /// - Parameters:
  ///   - bytes: The policy as Markdown, HTML or plain text in UTF-8; other bytes are a finding.
  ///   - path: The file's name, whose ending tells what it is; where it does not, the text does.
  ///   - jurisdictions: Whose laws count: `eu`, `uk`, `us-ca`.
  ///   - today: The day by which it is judged what is old.
  /// - Returns: All findings, ordered.
  package static func findings(
    in bytes: [UInt8], path: String, jurisdictions: Set<String>, today: CalendarDate
  ) -> [Diagnostic] {
    if bytes.count > byteLimit {
      return [unreadable("the file has more than 2 MB", path, help: "name the policy's own page")]
    }
    if bytes.contains(0) {
      return [unreadable("the file is no text", path, help: "save it as a text in UTF-8")]
    }
    guard let page = PolicyFormat(of: bytes, path: path).page(of: bytes, path: path) else {
      return [unreadable("the file is too deeply nested", path, help: "write it more simply")]
    }
    guard page.wordCount > 0 else {
      return [unreadable("the file has no text", path, help: "name the file that has the policy")]
    }
    var findings: [Diagnostic] = []
    if String(validating: bytes, as: UTF8.self) == nil {
      findings.append(
        Diagnostic(
          "file-encoding", .warning, "the file is not valid UTF-8", at: SourcePosition(path: path),
          help: "save it as UTF-8"))
    }
    findings += self.findings(in: page, jurisdictions: jurisdictions, today: today)
    return findings.sorted()
  }

  private static func findings(
    in page: PolicyPage, jurisdictions: Set<String>, today: CalendarDate
  ) -> [Diagnostic] {
    guard let language = PolicyLanguage.language(of: page) else {
      let said = page.declaredLanguage.map { ", and says that it is \"\($0)\"" } ?? ""
      return [
        Diagnostic(
          "policy-language", .warning, "the text is neither English nor German\(said)",
          at: page.position(of: 0..<min(1, page.blocks[0].words.count), in: page.blocks[0]),
          help: "only texts in these languages can be looked at: have it read by somebody who knows"
        )
      ]
    }
    return ReviewedPolicy(
      page: page, language: language, jurisdictions: jurisdictions, today: today
    ).findings
  }

  private static func unreadable(_ message: String, _ path: String, help: String) -> Diagnostic {
    Diagnostic("policy-page", .error, message, at: SourcePosition(path: path), help: help)
  }
}
