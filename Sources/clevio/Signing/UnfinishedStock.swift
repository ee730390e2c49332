import Entitlements

/// The names of a stock of entitlements, listed in its folder from before they are written down as issued until each has
/// its place there.
///
/// A stock that was cut off is made to its end with them, so that nothing is issued that nobody has.
struct UnfinishedStock {
  private static let list = "vouchers-unfinished.csv"

  let folder: IssuedFolder

  /// The names that the folder lists, or else new ones, which it lists from now on.
  ///
  /// - Throws: ``Failure`` also where those that it lists are of another stock.
  func names(_ count: Int, courses: [Identifier]) throws(Failure) -> [Identifier] {
    let courses = courses.sorted().map(\.description).joined(separator: " ")
    if let listed = try folder.list(as: UnfinishedStock.list) {
      let rows = CSVReader(listed).records.dropFirst()
      let names = rows.compactMap { row in row.first.flatMap { Identifier($0.text) } }
      let isSame = rows.allSatisfy { $0.last?.text == Array(courses.utf8) }
      guard isSame, names.count == count, rows.count == count else {
        throw .refused(
          .alreadyThere, "the folder holds a stock of \(rows.count) that was not finished",
          help: "finish it with the same options as before, or choose another folder with -o")
      }
      return names
    }
    let names = (0..<count).map { _ in Identifier.random() }
    var table = TableText()
    table.append("entitlement", "courses")
    for name in names { table.append([name.bytes, Array(courses.utf8)]) }
    try folder.replaceList(table.text, as: UnfinishedStock.list)
    return names
  }

  /// Forgets the list, once there is one of all that was issued.
  func finish() throws(Failure) { try folder.removeList(as: UnfinishedStock.list) }
}
