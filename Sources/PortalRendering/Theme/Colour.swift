/// A colour of sRGB.
struct Colour: Equatable {
  /// Red, green and blue, 0…255.
  var channels: [Int]

  /// The accent of the built-in theme on light pages.
  static let accent = Colour(channels: [0x0B, 0x65, 0x5A])
  static let lightGround = Colour(channels: [0xFD, 0xFC, 0xF9])
  static let darkGround = Colour(channels: [0x13, 0x16, 0x18])
  static let white = Colour(channels: [255, 255, 255])

  init(channels: [Int]) { self.channels = channels }

  /// Reads `#rrggbb`, or `#rgb` for `#rrggbb` with each digit twice.
  init?(_ text: String) {
    var digits = text.dropFirst()
    if digits.utf8.count == 3 { digits = Substring(digits.map { "\($0)\($0)" }.joined()) }
    guard text.hasPrefix("#"), digits.utf8.count == 6, let number = Int(digits, radix: 16)
    else { return nil }
    channels = [number >> 16, number >> 8 & 255, number & 255]
  }

  /// `#rrggbb`.
  var css: String {
    "#" + channels.map { String($0 + 256, radix: 16).dropFirst() }.joined()
  }

  /// This colour mixed with `share` parts in a hundred of another.
  func mixed(with other: Colour, _ share: Int) -> Colour {
    Colour(
      channels: zip(channels, other.channels).map { ($0 * (100 - share) + $1 * share + 50) / 100 })
  }

  /// Black or white ink, whichever is the easier to read on this colour.
  var textOn: Colour {
    let ink = Colour(channels: channels.map { $0 / 8 })
    return contrast(with: .white) >= contrast(with: ink) ? .white : ink
  }

  /// The nearest darker colour that text in it can be read on a ground (WCAG 2.2 SC 1.4.3).
  func darkened(against ground: Colour) -> Colour {
    readable(on: ground, towards: Colour(channels: [0, 0, 0]))
  }

  /// The nearest lighter colour that text in it can be read on a ground (WCAG 2.2 SC 1.4.3).
  func brightened(against ground: Colour) -> Colour { readable(on: ground, towards: .white) }

  private func readable(on ground: Colour, towards end: Colour) -> Colour {
    for share in stride(from: 0, through: 100, by: 2) {
      let candidate = mixed(with: end, share)
      // A little above 4.5, because accents also stand on tinted surfaces.
      if candidate.contrast(with: ground) >= 5.3 { return candidate }
    }
    return end
  }

  /// The contrast ratio of WCAG 2.2, 1…21.
  func contrast(with other: Colour) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The relative luminance of WCAG 2.2.
  private var luminance: Double {
    let linear = channels.map { channel -> Double in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : Colour.power24((value + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// `base` to the power of 2.4: its square times its fifth root squared, by Newton's method, so that no
  /// system's math library has a say in the output.
  private static func power24(_ base: Double) -> Double {
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - base) / (5 * fourth)
    }
    return base * base * root * root
  }
}
