/// What the first bytes of an image say about it.
package struct ImageMetadata: Hashable, Sendable {
  /// The format, told by the bytes and not by the file's name.
  package let format: Format

  /// The width in CSS pixels as a browser shows it, that is after rotation; `nil` where the file
  /// does not say.
  package let width: Int?

  /// The height in CSS pixels as a browser shows it, that is after rotation; `nil` where the file
  /// does not say.
  package let height: Int?

  /// The formats that are understood.
  package enum Format: Hashable, Sendable {
    /// PNG, third edition, with animation.
    case png
    /// JPEG (ITU-T T.81) in JFIF, Exif or neither.
    case jpeg
    /// GIF 87a and 89a.
    case gif
    /// WebP (RFC 9649).
    case webp
    /// AV1 in HEIF (ISO/IEC 23008-12).
    case avif
    /// SVG without compression.
    case svg
  }

  /// Reads the beginning of a file; `nil` where it is no image of a known format.
  ///
  /// A file that is cut short gives what is known from its beginning, so that the first megabyte is
  /// enough for nearly any file.
  package static func read(_ bytes: [UInt8]) -> ImageMetadata? {
    guard let format = format(of: bytes) else { return nil }
    let size =
      switch format {
      case .png: PNGFile.size(bytes)
      case .jpeg: JPEGFile.size(bytes)
      case .gif: GIFFile.size(bytes)
      case .webp: WebPFile.size(bytes)
      case .avif: AVIFFile.size(bytes)
      case .svg: SVGFile.size(bytes)
      }
    return ImageMetadata(format: format, width: size.width, height: size.height)
  }

  static func format(of bytes: [UInt8]) -> Format? {
    if PNGFile.isSigned(bytes) { return .png }
    if JPEGFile.isSigned(bytes) { return .jpeg }
    if GIFFile.isSigned(bytes) { return .gif }
    if WebPFile.isSigned(bytes) { return .webp }
    if AVIFFile.isSigned(bytes) { return .avif }
    return SVGFile.root(bytes) == nil ? nil : .svg
  }
}

/// Width and height of an image, as far as known.
struct ImageSize: Equatable {
  var width: Int?
  var height: Int?

  static let unknown = ImageSize(width: nil, height: nil)

  /// The size after a rotation by an Exif orientation from 1 to 8.
  func oriented(_ orientation: Int) -> ImageSize {
    orientation < 5 ? self : ImageSize(width: height, height: width)
  }
}
