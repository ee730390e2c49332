import Entitlements

/// The page that links to entitlements lead to, with `{course}` where a course's name is to stand.
struct ReaderLink {
  let text: String

  private static let place = "{course}"

  /// The page for an entitlement of some courses.
  ///
  /// - Throws: ``Failure`` if it is the reader of another course, which would refuse the entitlement.
  func address(for courses: [Identifier]) throws(Failure) -> String {
    let names = courses.sorted().map(\.description)
    let address = text.replacing(ReaderLink.place, with: names.first ?? "")
    guard let course = ReaderLink.course(ofReader: address), !names.contains(course) else {
      return address
    }
    throw .refused(
      .wrongCourse,
      "the link leads to the reader of \(course), but the entitlement is for "
        + names.joined(separator: ", "),
      help: "write \(ReaderLink.place) for the course's name in --link")
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
