import Diagnostics

/// A tag has each attribute once; browsers pass over the second (HTML Standard §13.1.2.3).
enum RepeatedAttribute: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    page.repeatedAttributes.map { name in
      let text = page.text(name.range)
      return page.report(
        "page-attribute", .warning, "a tag has the attribute \(text)= twice", at: name,
        clues: [page.tag(around: name.range), text + "="], help: "keep one of the two")
    }
  }
}

extension PageFacts {
  /// The tag that a place is in; of a very long one, the part around the place.
  func tag(around place: Range<Int>) -> String {
    let before = bytes[..<place.lowerBound].suffix(1_000)
    let after = bytes[place.upperBound...].prefix(1_000)
    let start = before.lastIndex(of: UInt8(ascii: "<")) ?? before.startIndex
    let end = after.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? after.endIndex
    return text(start..<end)
  }
}
