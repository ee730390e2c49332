import Entitlements

/// Many entitlements in a folder, with a table that lists them.
struct IssuedBatch {
  let folder: IssuedFolder

  /// The page that links lead to, where links are wanted in place of files.
  let link: ReaderLink?

  /// Refuses links to readers of other courses than those that are issued.
  func checkLinks(of issuances: [Issuance]) throws(Failure) {
    for issuance in issuances { try checkLink(for: issuance.courses) }
  }

  /// Refuses links to another course's reader than those of `courses`.
  func checkLink(for courses: [Identifier]) throws(Failure) {
    _ = try link?.addresses(for: courses)
  }

  /// Writes the entitlements and the table, for its owner only.
  ///
  /// - Parameters:
  ///   - issued: What was issued, with its tokens.
  ///   - numbers: What each is called in the first column.
  ///   - heading: The first column's name.
  ///   - list: The table's name.
  /// - Throws: ``Failure`` if another file is in an entitlement's place.
  func write(
    _ issued: [(Issuance, [UInt8])], numbers: [[UInt8]], headed heading: String, as list: String
  ) throws(Failure) {
    var table = TableText()
    table.append(heading, "entitlement", "courses", link == nil ? "file" : "link")
    for ((issuance, token), number) in zip(issued, numbers) {
      let place: [UInt8]
      if let link {
        let addresses = try link.addresses(for: issuance.courses)
        let links = ReaderLink.links(to: addresses, opening: token)
        place = Array(links.joined(separator: [UInt8(ascii: " ")]))
      } else {
        let file = "\(issuance.id).clevio"
        try folder.write(
          EntitlementFile.text(of: token, as: .token), of: issuance.id, as: file)
        place = Array(file.utf8)
      }
      let courses = issuance.courses.sorted().map(\.description).joined(separator: " ")
      table.append([number, issuance.id.bytes, Array(courses.utf8), place])
    }
    try folder.replaceList(table.text, as: list)
  }
}
