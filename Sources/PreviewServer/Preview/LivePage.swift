import Bytes
import Files

/// A page as a preview shows it: with a script that follows the sources.
enum LivePage {
  /// Where the preview's own files are; no portal has a hidden folder.
  static let folder = RelativePath(".clevio")

  /// Adds the script, and lets it listen to the preview.
  ///
  /// - Parameters:
  ///   - page: A page of the portal.
  ///   - build: The name of the build that the page is of.
  /// - Returns: The page; as it was where it has no head.
  static func adding(to page: [UInt8], build: String) -> [UInt8] {
    guard let end = page[...].firstRange(ofBytes: "</head>") else { return page }
    var live: [UInt8] = []
    live.reserveCapacity(page.count + 256)
    var rest = page[..<end.lowerBound]
    if let policy = rest.firstRange(ofBytes: policyStart) {
      live += rest[..<policy.upperBound]
      rest = rest[policy.upperBound...]
      let length = rest.firstIndex(of: UInt8(ascii: "\"")) ?? rest.endIndex
      if let allowed = rest[..<length].firstRange(ofBytes: "connect-src ") {
        live += rest[..<allowed.upperBound] + [UInt8]("'self' ")
        rest = rest[allowed.upperBound...]
      } else {
        live.append("connect-src 'self'; ")
      }
    }
    live += rest
    live.append(
      text: "<script defer src=\"/\(folder)/preview.js\" data-build=\"\(build)\"></script>\n")
    return live + page[end.lowerBound...]
  }

  private static let policyStart = [UInt8](
    "<meta http-equiv=\"Content-Security-Policy\" content=\"")
}
