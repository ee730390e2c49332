import Bytes

/// What a buyer's copy may differ in from the folder that was signed.
struct PackedCopy {
  /// The courses of which any file is there.
  private let courses: Set<[UInt8]>

  private static let folder: StaticString = "courses/"
  private static let file = "entitlement.js"

  init(of listing: FolderListing) {
    courses = Set(listing.entries.compactMap { PackedCopy.course(of: $0.path[...])?.name })
  }

  /// The name of the file that opens a course's reader.
  static func path(for course: Identifier) -> String { "\(folder)\(course)/\(file)" }

  /// Whether a missing file belongs to a course that is left out as a whole.
  func mayLack(_ path: ArraySlice<UInt8>) -> Bool {
    PackedCopy.course(of: path).map { !courses.contains($0.name) } ?? false
  }

  /// The course whose reader an added file opens; `nil` if it is no such file.
  func courseOpened(by path: ArraySlice<UInt8>) -> Identifier? {
    guard let (name, rest) = PackedCopy.course(of: path),
      rest.elementsEqual(PackedCopy.file.utf8)
    else { return nil }
    return Identifier(name)
  }

  /// The course whose folder a path lies in, and what follows.
  private static func course(
    of path: ArraySlice<UInt8>
  ) -> (name: [UInt8], rest: ArraySlice<UInt8>)? {
    guard path.hasPrefix(folder) else { return nil }
    let rest = path.dropFirst(folder.utf8CodeUnitCount)
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return (Array(rest[..<slash]), rest[(slash + 1)...])
  }
}
