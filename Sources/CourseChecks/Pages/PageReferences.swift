import Bytes
import Diagnostics
import Files

/// What labels, descriptions and links within a page name is there.
enum PageReferences: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    guard !page.references.isEmpty else { return [] }
    let ids = Set(page.ids.map { OutputName(page.value($0.range)) })
    return page.references.findings { reference in
      let name = page.bytes[reference.id.range]
      guard !ids.contains(OutputName(name)) else { return nil }
      let isLink = reference.attribute == .href
      // Links in texts are checked where they are written.
      if isLink, reference.id.isInText { return nil }
      // Only links write letters as %XX.
      if isLink {
        let id = name.withoutCharacterReferences.percentDecoded
        // A part of a text that browsers look for themselves (URL Fragment Text Directives).
        if id.hasPrefix(":~:") || ids.contains(OutputName(id)) { return nil }
      }
      let written = "\(reference.attribute.rawValue)=\"\(isLink ? "#" : "")"
      let text = page.text(reference.id.range)
      return page.report(
        "page-reference", .warning, "\(written)\(text)\" names an id that is not there",
        at: reference.id, clues: ["\(written)\(text)\"", text],
        help: "write the id of an element of the page")
    }
  }
}
