import Files

@testable import PortalRendering

/// Pages of made-up words that are as unevenly frequent as a language's.
enum SampleTexts {
  /// Words of every frequency.
  static var queries: [String] {
    [0, 3, 50, 400, 900].map { word($0) } + ["\(word(5)) \(word(40))"]
  }

  static func documents(count: Int) -> [SearchDocument] {
    var state: UInt64 = 42
    return (0..<count).map { number in
      var words: [UInt8] = []
      for place in 0..<250 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // The product of two uniform numbers prefers small ones.
        let first = Int(state >> 33) % 1_000
        let second = Int(state >> 43) % 1_000
        words += Array(word(first * second / 100 % 8_000).utf8)
        words.append(place % 12 == 11 ? 0x0A : 0x20)
      }
      return SearchDocument(
        title: "\(word(number % 700)) \(number)",
        url: RelativePath("courses/c\(number / 20)/l\(number).html"),
        courseTitle: "Course \(number / 20)", words: words)
    }
  }

  private static func word(_ number: Int) -> String {
    let syllables = ["ka", "to", "mi", "ren", "sul", "ba", "ne", "ofi", "gra", "lu", "per", "vo"]
    var word = ""
    var rest = number + 12
    while rest > 0 {
      word += syllables[rest % syllables.count]
      rest /= syllables.count
    }
    return word
  }
}
