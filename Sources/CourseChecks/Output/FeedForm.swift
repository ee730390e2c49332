import Bytes
import Diagnostics

/// A feed, and each of its entries, has an id, a title, a date and whole addresses (RFC 4287 §4.1).
enum FeedForm {
  private static let needed = ["id", "title", "updated"]

  static func findings(in xml: [UInt8]) -> [PageFinding] {
    xml.withUnsafeBufferPointer { bytes in
      var reader = FeedReader(bytes)
      reader.read()
      return reader.problems.map { problem in
        PageFinding.report(
          "feed-entry", .warning, .part(problem),
          help: "complete the titles, dates and url: of which the feed is made")
      }
    }
  }

  private struct FeedReader {
    private(set) var problems: [String] = []
    private var scanner: MarkupScanner
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The names of the elements that are open.
    private var open: [String] = []
    /// The elements with words that the feed, and the current entry, have.
    private var known: [String: Set<String>] = [:]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
      scanner = MarkupScanner(bytes, isXML: true)
    }

    mutating func read() {
      while let token = scanner.next() {
        let name = String(utf8: bytes[scanner.nameRange])
        switch token {
        case .startTag:
          if open.isEmpty, name != "feed" { problems.append("there is no <feed>") }
          if name == "link" { checkLink() }
          if scanner.isSelfClosing { continue }
          if name == "entry" { known["entry"] = [] }
          open.append(name)
        case .endTag:
          guard open.popLast() == name else { return problems.append("</\(name)> closes nothing") }
          if name == "entry" || name == "feed" { checkNeeded(of: name) }
        case .text:
          guard open.count > 1, !bytes[scanner.range].allSatisfy(\.isASCIIWhitespace) else {
            continue
          }
          known[open[open.count - 2], default: []].insert(open[open.count - 1])
        }
      }
      if let name = open.last { problems.append("the element <\(name)> is not closed") }
    }

    private mutating func checkNeeded(of name: String) {
      for element in FeedForm.needed where known[name]?.contains(element) != true {
        problems.append("a <\(name)> has no <\(element)>")
      }
    }

    private mutating func checkLink() {
      let address = scanner[.href].map { bytes[$0] } ?? bytes[0..<0]
      guard !address.hasPrefix("https://"), !address.hasPrefix("http://") else { return }
      problems.append("the address \"\(String(utf8: address))\" is not a whole one")
    }
  }
}
