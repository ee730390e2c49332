import Bytes
import Diagnostics

/// A page says in which language it is, so that it is read aloud rightly (WCAG 2.2, 3.1.1).
enum PageLanguage: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    guard let language = page.language, !language.isEmpty else {
      return [
        page.report(
          "page-language", .warning, .page("does not say in which language it is"), at: nil,
          clues: ["<html"], help: "write <html lang=\"{{page.lang}}\">")
      ]
    }
    guard !isTag(page.bytes[language]) else { return [] }
    let name = page.text(language)
    return [
      page.report(
        "page-language", .warning, "\"\(name)\" is no language", at: nil,
        clues: ["lang=\"\(name)\""], help: "write a tag such as en or pt-BR")
    ]
  }

  /// Whether a value has the form of a language tag (RFC 5646 §2.1).
  private static func isTag(_ value: ArraySlice<UInt8>) -> Bool {
    let parts = value.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { index, part in
      index == 0
        ? (2...8).contains(part.count) && part.allSatisfy(\.isASCIILetter)
        : (1...8).contains(part.count) && part.allSatisfy(\.isASCIIAlphanumeric)
    }
  }
}
