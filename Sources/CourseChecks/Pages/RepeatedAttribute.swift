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
  /// The tag that a place is in.
  func tag(around place: Range<Int>) -> String {
    let start = bytes[..<place.lowerBound].lastIndex(of: UInt8(ascii: "<")) ?? place.lowerBound
    let end = bytes[place.upperBound...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
    return text(start..<end + 1)
  }
}
