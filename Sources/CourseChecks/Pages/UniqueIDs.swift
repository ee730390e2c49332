import Bytes
import Diagnostics

/// An id is on a page once (HTML Standard §3.2.6), so that links and labels find their element.
enum UniqueIDs: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    var known: Set<OutputName> = []
    return page.ids.findings { id in
      let value = page.bytes[id.range]
      let name = page.text(id.range)
      if value.isEmpty || value.contains(where: \.isASCIIWhitespace) {
        return page.report(
          "page-id", .warning, "\"\(name)\" is no id", at: id,
          clues: ["id=\"\(name)\""], help: "write a word without spaces")
      }
      guard !known.insert(OutputName(value)).inserted else { return nil }
      return page.report(
        "page-id", .warning, "the id \"\(name)\" is there twice", at: id,
        clues: ["id=\"\(name)\""], help: "give one of the two another id")
    }
  }
}
