import Bytes
import CourseModel
import Diagnostics
import Files

/// A course costs the same wherever a page says what it costs: in words, and in the data for search engines.
struct ShownPrices {
  private struct Offered {
    let title: String
    let price: Price
  }

  /// What courses cost today, by the files of their landing pages.
  private let offers: [OutputName: Offered]
  private let url: [UInt8]

  /// Knows the courses of a portal that will stand at an address.
  init(_ portal: Portal, url: [UInt8]) {
    let offers = portal.courses.map { course in
      let price = course.offer(on: portal.today).price
      return (OutputName(course.output.text.utf8), Offered(title: course.title, price: price))
    }
    self.offers = Dictionary(offers, uniquingKeysWith: { first, _ in first })
    self.url = url
  }

  /// What of a page contradicts a course's front matter.
  func findings(in page: PageFacts) -> [PageFinding] {
    guard !page.prices.isEmpty || page.kind == "course" else { return [] }
    let own = offer(ofPage: page.output)
    return page.prices.findings { shown in
      guard let offered = shown.link.flatMap({ offer(behind: $0, on: page) }) ?? own,
        !ShownPrices.says(page.bytes[shown.words.range], offered.price)
      else { return nil }
      let words = page.text(shown.words.range)
      return finding(page, at: shown.words, "\"\(words)\" is shown as the price", of: offered)
    } + (own.map { findings(inDataOf: page, $0) } ?? [])
  }

  /// The offer of the course in whose folder a page lies.
  private func offer(ofPage page: RelativePath) -> Offered? {
    let folder = page.parts.prefix(2).joined(separator: "/")
    return offers[OutputName("\(folder)/index.html".utf8)]
  }

  private func offer(behind link: Range<Int>, on page: PageFacts) -> Offered? {
    var resolver = AddressResolver(folder: page.output.parent, url: url)
    return resolver.target(of: page.bytes[link]).flatMap { offers[$0.file] }
  }

  private func finding(
    _ page: PageFacts, at place: PageFacts.Place, _ what: String, of offered: Offered
  ) -> PageFinding {
    let price = offered.price.isFree ? "is free" : "costs \(offered.price.plainText)"
    return page.report(
      "page-price", .warning, "\(what) of \"\(offered.title)\", which \(price),", at: place,
      clues: [page.text(place.range)], help: "leave prices to {{>price}} and {{{page.json_ld}}}")
  }

  // MARK: Words

  /// Whether one of the numbers in some words is the price; words without any say that it is free.
  private static func says(_ words: ArraySlice<UInt8>, _ price: Price) -> Bool {
    let amounts = numbers(in: words).map { minorUnits($0, decimals: price.currency?.decimals ?? 0) }
    return amounts.isEmpty ? price.isFree : amounts.contains(price.minorUnits)
  }

  /// Runs of digits with what parts them: points, commas, apostrophes, and spaces at which lines do not break.
  private static func numbers(in words: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let separators: [StaticString] = [".", ",", "'", "\u{2019}", "\u{A0}", "\u{202F}", "&nbsp;"]
    var numbers: [ArraySlice<UInt8>] = []
    var rest = words.drop { !$0.isASCIIDigit }
    while !rest.isEmpty {
      var end = rest.startIndex
      while end < rest.endIndex, rest[end].isASCIIDigit {
        while end < rest.endIndex, rest[end].isASCIIDigit { end += 1 }
        let tail = rest[end...]
        if let mark = separators.first(where: { tail.hasPrefix($0) }),
          tail.dropFirst(mark.utf8CodeUnitCount).first?.isASCIIDigit == true
        {
          end += mark.utf8CodeUnitCount
        }
      }
      numbers.append(rest[..<end])
      rest = rest[end...].drop { !$0.isASCIIDigit }
    }
    return numbers
  }

  /// A number in minor units; `nil` for one that no price reaches.
  private static func minorUnits(_ number: ArraySlice<UInt8>, decimals: Int) -> Int? {
    let mark = number.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    let fraction = mark.map { number.endIndex - $0 - 1 } ?? 0
    let isFraction = (1...max(1, decimals)).contains(fraction) && decimals > 0
    let padding = decimals - (isFraction ? fraction : 0)
    let digits =
      number.filter(\.isASCIIDigit) + [UInt8](repeating: UInt8(ascii: "0"), count: padding)
    return Int(String(utf8: digits))
  }

  // MARK: Data

  private func findings(inDataOf page: PageFacts, _ offered: Offered) -> [PageFinding] {
    page.linkedData.flatMap { data -> [PageFinding] in
      guard let value = try? ForeignJSON(parsing: Array(page.bytes[data.range])) else { return [] }
      let courses = LinkedDataForm.nodes(of: value).filter {
        $0["@type"]?.text?.equals("Course") == true
      }
      return courses.flatMap { $0["offers"].map { $0.items ?? [$0] } ?? [] }.compactMap { offer in
        guard let amount = offer["price"]?.digits else { return nil }
        let currency = offer["priceCurrency"]?.string
        let isSame =
          ShownPrices.says(amount[...], offered.price)
          && (offered.price.isFree || currency == offered.price.currency?.code)
        guard !isSame else { return nil }
        var finding = finding(
          page, at: data, "the data for search engines have another price", of: offered)
        finding.clues = ["application/ld+json"]
        return finding
      }
    }
  }
}

extension ForeignJSON {
  /// The bytes of a text or a number.
  fileprivate var digits: [UInt8]? {
    switch self {
    case .text(let digits), .number(let digits): digits
    default: nil
    }
  }
}
