import Bytes

/// The root element of SVG files.
enum SVGFile {
  /// The root's start tag; `nil` where the file is no SVG.
  static func root(_ bytes: [UInt8]) -> XMLTag? {
    var tokens = XMLTokens(bytes)
    while let token = tokens.next() {
      switch token {
      case .startTag(let tag): return tag.localName == "svg" ? tag : nil
      case .text(let range): guard bytes[range].allSatisfy(\.isASCIIWhitespace) else { return nil }
      case .comment, .instruction, .documentType: continue
      case .endTag, .characterData, .malformed: return nil
      }
    }
    return nil
  }

  static func size(_ bytes: [UInt8]) -> ImageSize {
    guard let root = root(bytes) else { return .unknown }
    let width = root.value(of: "width", in: bytes).flatMap { length($0) }
    let height = root.value(of: "height", in: bytes).flatMap { length($0) }
    let box = root.value(of: "viewBox", in: bytes).flatMap { viewBox($0) }
    let ratio = box.map { $0.width / $0.height }
    switch (width, height) {
    case (let width?, let height?): return size(width, height)
    case (let width?, nil): return size(width, ratio.map { width / $0 })
    case (nil, let height?): return size(ratio.map { height * $0 }, height)
    case (nil, nil): return size(box?.width, box?.height)
    }
  }

  private static func size(_ width: Double?, _ height: Double?) -> ImageSize {
    let rounded = { (length: Double) -> Int? in
      length.isFinite && length > 0 && length < 1e6 ? max(1, Int(length.rounded())) : nil
    }
    return ImageSize(width: width.flatMap(rounded), height: height.flatMap(rounded))
  }

  /// CSS pixels in each absolute unit (CSS Values 4 §6.2).
  private static let units: [(name: StaticString, pixels: Double)] = [
    ("px", 1), ("pt", 4 / 3), ("pc", 16), ("in", 96), ("cm", 96 / 2.54), ("mm", 9.6 / 2.54),
  ]

  /// A length in pixels; `nil` for percentages and units that depend on the page.
  private static func length(_ text: [UInt8]) -> Double? {
    let text = text.trimmingASCIIWhitespace
    let unit = units.first { text.suffix(2).equals($0.name) }
    let number = text.dropLast(unit == nil ? 0 : 2)
    guard let value = self.number(number) else { return nil }
    return value * (unit?.pixels ?? 1)
  }

  private static func viewBox(_ text: [UInt8]) -> (width: Double, height: Double)? {
    let parts = text.split { $0.isASCIIWhitespace || $0 == UInt8(ascii: ",") }
    guard parts.count == 4, let width = number(parts[2]), let height = number(parts[3]),
      width > 0, height > 0
    else { return nil }
    return (width, height)
  }

  /// A decimal number; unlike `Double.init` neither hexadecimal nor infinite.
  private static func number(_ text: some Collection<UInt8>) -> Double? {
    guard !text.isEmpty, text.count <= 32,
      text.allSatisfy({
        $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "+") || $0.asciiLowercased == UInt8(ascii: "e")
      })
    else { return nil }
    return Double(String(utf8: text))
  }
}
