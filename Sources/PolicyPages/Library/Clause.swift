import CourseLoading
package import CourseModel
package import Diagnostics
import YAMLTree

/// A section of a document: Markdown with slots, and when it stands there.
package struct Clause: Sendable {
  package var document: PolicyDocument
  /// The id of the heading, the same in all languages and for ever.
  package var section: String
  /// The place among the document's sections.
  package var order: Int
  /// Rows, rules and articles that the section answers.
  package var answers: [String]
  /// What must hold, for the section to stand in the document.
  var conditions: [Condition]
  /// A function of the page that follows the text.
  package var part: PolicyPart?
  /// A place for the operator's own words; the clause then has none.
  package var slot: FreeSlot?
  /// The file, for messages.
  package var path: String
  /// Mustache that gives Markdown, in UTF-8.
  var body: [UInt8]

  /// A condition's name, and whether it must hold or must not.
  struct Condition: Sendable {
    var name: String
    var isExpected: Bool
  }
}

/// A function of a page that stands among its texts.
package enum PolicyPart: String, Sendable, CaseIterable {
  case deviceData = "device-data"
  case consentChoice = "consent-choice"
  case consentReceipt = "consent-receipt"
  case requestForm = "request-form"
  case cookieTable = "cookie-table"
  case withdrawalForm = "withdrawal-form"
}

/// A place in a document for the operator's own words.
package enum FreeSlot: String, Sendable, CaseIterable {
  case intro
  case more
  case refunds
}

extension Clause {
  /// Reads a file of the library, and tells what is wrong with it.
  package static func read(_ bytes: [UInt8], path: String)
    -> (clause: Clause?, diagnostics: [Diagnostic])
  {
    let parts = FrontMatter.split(bytes)
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLTree.parse(parts.yaml, path: path, firstLine: 2)
    } catch {
      return (nil, [error.diagnostic])
    }
    func text(_ key: String) -> String? { root?[key]?.text }
    var found: [Diagnostic] = []
    func problem(_ message: String) {
      found.append(Diagnostic("clause-header", .error, message, at: SourcePosition(path: path)))
    }
    guard let document = text("document").flatMap(PolicyDocument.init(slug:)),
      let section = text("section"), let order = text("order").flatMap({ Int($0) })
    else {
      problem("a clause needs a document, a section and an order")
      return (nil, found)
    }
    let part = text("part").flatMap(PolicyPart.init(rawValue:))
    if part == nil, text("part") != nil { problem("there is no part \"\(text("part") ?? "")\"") }
    let slot = text("slot").flatMap(FreeSlot.init(rawValue:))
    if slot == nil, text("slot") != nil { problem("there is no slot \"\(text("slot") ?? "")\"") }
    let conditions = conditions(text("when") ?? "")
    for condition in conditions where !PolicyConditions.names.contains(condition.name) {
      problem("there is no condition \"\(condition.name)\"")
    }
    return (
      Clause(
        document: document, section: section, order: order,
        answers: root?["answers"]?.items?.compactMap(\.text) ?? [],
        conditions: conditions, part: part, slot: slot, path: path, body: parts.body), found
    )
  }

  /// Reads `logs, not accounts`.
  private static func conditions(_ text: String) -> [Condition] {
    text.split(separator: ",").map { item in
      let words = item.split(separator: " ")
      return Condition(name: String(words.last ?? ""), isExpected: words.first != "not")
    }
  }
}
