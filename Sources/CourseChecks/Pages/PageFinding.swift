import Diagnostics
import Files

/// Something that is wrong with a page that was made, before it is known where an author wrote it.
struct PageFinding: Sendable {
  var rule: Diagnostic.ID
  var severity: Diagnostic.Severity
  var message: Message
  /// Words that may stand in the sources, those that say most first.
  var clues: [String]
  var help: String
  var isInText = false

  /// Tells of something that is not at one place of a page.
  static func report(
    _ rule: Diagnostic.ID, _ severity: Diagnostic.Severity, _ message: Message,
    clues: [String] = [], help: String
  ) -> PageFinding {
    PageFinding(rule: rule, severity: severity, message: message, clues: clues, help: help)
  }

  /// What of a tag may stand in a template: all of it, its name with one attribute, its name.
  static func clues(in tag: String) -> [String] {
    let words = tag.split(separator: " ", maxSplits: 2)
    guard let name = words.first, words.count > 1, name.hasPrefix("<") else { return [tag] }
    return [tag] + (words.count > 2 ? ["\(name) \(words[1])"] : []) + ["\(name) "]
  }

  /// What is wrong, in words that leave room for the page's name.
  enum Message: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Something on the page is wrong.
    case part(String)
    /// The page is or has what the words say: `has no title`.
    case page(String)

    init(stringLiteral text: String) { self = .part(text) }

    /// The words with the page's name, and how many other pages they hold for.
    func text(on page: RelativePath, others: Int) -> String {
      let more = others > 0 ? " (and on \(others) more)" : ""
      return switch self {
      case .part(let text): "\(text) on the page \"\(page)\"\(more)"
      case .page(let text): "the page \"\(page)\" \(text)\(more)"
      }
    }
  }
}

extension Sequence {
  /// What is found of the elements, up to as many findings as are told of a page.
  func findings(_ finding: (Element) -> PageFinding?) -> [PageFinding] {
    var found: [PageFinding] = []
    for element in self where found.count < PageFacts.mistakeLimit {
      if let next = finding(element) { found.append(next) }
    }
    return found
  }
}
