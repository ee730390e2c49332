import CourseModel
import Files
import ImageMetadata
import Synchronization

/// The pictures of a portal: their sizes, and whether they may be published.
///
/// Each is looked at once.
final class ImageCatalogue: Sendable {
  private let sources: FileTree
  private let known = Mutex<[RelativePath: Picture]>([:])

  private struct Picture {
    var metadata: ImageMetadata?
    var refusal: String?
  }

  /// Pictures larger than this are not looked into, in bytes.
  static let sizeLimit = 64 << 20

  init(_ sources: FileTree) { self.sources = sources }

  /// A picture's size in CSS pixels, if it can be told.
  func size(of path: RelativePath) -> (width: Int, height: Int)? {
    guard let metadata = picture(at: path).metadata, let width = metadata.width,
      let height = metadata.height,
      width > 0, height > 0
    else { return nil }
    return (width, height)
  }

  /// Why a file may not be published, or `nil` if it may.
  func refusal(of path: RelativePath) -> String? {
    guard path.hasExtension("svg") else { return nil }
    if let content = sources[path], content.size > ImageCatalogue.sizeLimit {
      return "it is too large to be looked into"
    }
    return picture(at: path).refusal
  }

  private func picture(at path: RelativePath) -> Picture {
    if let found = known.withLock({ $0[path] }) { return found }
    var picture = Picture()
    if let content = sources[path], content.size <= ImageCatalogue.sizeLimit,
      MediaKind.readablePictures.contains(path.fileExtension)
    {
      // A picture that cannot be read is reported when it is copied.
      do throws(FileError) {
        let bytes = try content.read()
        picture.metadata = ImageMetadata.read(bytes)
        if path.fileExtension == "svg" { picture.refusal = ImageCatalogue.hazard(of: bytes) }
      } catch {}
    }
    known.withLock { $0[path] = picture }
    return picture
  }

  private static func hazard(of svg: [UInt8]) -> String? {
    switch SVGHazard.all(in: svg).first {
    case nil: nil
    case .script, .eventHandler, .scriptAddress: "it runs scripts"
    case .otherHost: "it loads from another host"
    case .foreignObject: "it holds a foreignObject"
    case .entity: "it declares entities"
    case .unreadable: "it is no well-formed SVG"
    }
  }
}
