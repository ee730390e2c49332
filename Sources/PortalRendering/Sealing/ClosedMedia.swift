import Bytes
import CourseModel
import Entitlements
import Files

/// What sealed lessons of a course call the files that they show or offer.
struct ClosedMedia: Sendable {
  let mode: MediaMode
  let seal: CourseSeal
  /// The folder of the course in the output.
  let folder: RelativePath
  private let unlistedFolder: RelativePath
  let sources: FileTree

  init(_ course: Course, seal: CourseSeal, sources: FileTree) {
    mode = course.media
    self.seal = seal
    folder = course.outputFolder
    unlistedFolder = course.unlistedFolder
    self.sources = sources
  }

  /// How many bytes of a file a part holds; as a script it has less than ten million.
  static let partSize = 7 << 20

  /// What begins an address that is exchanged for what a reader needs to unpack the file.
  ///
  /// Addresses with a scheme of their own never come out of an author's text.
  static let scheme: StaticString = "clevio-sealed:"

  /// The address of a file as seen from the course's folder.
  func url(of asset: Asset) -> [UInt8] {
    switch mode {
    case .open: return asset.output.reference(from: folder)
    case .unlisted: return unlisted(asset.source).output.reference(from: folder)
    case .encrypted:
      var url = [UInt8](ClosedMedia.scheme)
      let parts = ClosedMedia.parts(of: sources[asset.source]?.size ?? 0)
      url.append(text: "\(seal.name(of: asset.source.text))/\(parts)/")
      url.append(contentsOf: MediaType.of(asset.source).utf8)
      url.append(UInt8(ascii: "/"))
      url.append(percentEncoding: asset.source.name.utf8)
      return url
    }
  }

  /// A file under a name that tells nothing.
  func unlisted(_ source: RelativePath) -> Asset {
    let name = seal.name(of: source.text)
    let ending = source.fileExtension
    return Asset(
      source: source,
      output: unlistedFolder.appending("\(name)\(ending.isEmpty ? "" : ".\(ending)")"))
  }

  /// How many parts a file of `size` bytes is sealed in.
  static func parts(of size: Int) -> Int { max(1, (size + partSize - 1) / partSize) }
}
