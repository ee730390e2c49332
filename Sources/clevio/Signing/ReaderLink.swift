import Entitlements

/// The page that links to entitlements lead to, with `{course}` where a course's name is to stand.
struct ReaderLink {
  let text: String

  private static let place = "{course}"

  /// The pages for an entitlement of some courses: one for each course where the course's name stands in the address.
  ///
  /// - Throws: ``Failure`` if it is the reader of another course, which would refuse the entitlement.
  func addresses(for courses: [Identifier]) throws(Failure) -> [String] {
    let names = courses.sorted().map(\.description)
    let addresses =
      text.contains(ReaderLink.place)
      ? names.map { text.replacing(ReaderLink.place, with: $0) } : [text]
    for address in addresses {
      guard let course = ReaderLink.course(ofReader: address), !names.contains(course) else {
        continue
      }
      throw .refused(
        .wrongCourse,
        "the link leads to the reader of \(course), but the entitlement is for "
          + names.joined(separator: ", "),
        help: "write \(ReaderLink.place) for the course's name in --link")
    }
    return addresses
  }

  /// The links that open an entitlement at these pages.
  static func links(to addresses: [String], opening token: [UInt8]) -> [[UInt8]] {
    addresses.map { Array(EntitlementFile.text(of: token, as: .link($0)).dropLast()) }
  }

  /// The course whose reader is at an address; `nil` for any other page.
  private static func course(ofReader address: String) -> String? {
    let parts = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").suffix(3)
    guard parts.count == 3, parts.first == "courses", parts.last == "reader.html" else {
      return nil
    }
    return parts.dropFirst().first.map { String($0) }
  }
}
