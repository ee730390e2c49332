/// What became of a file's private metadata: place and time of a photograph, camera, names,
/// comments, thumbnails and edit history.
package enum MetadataStripping: Hashable, Sendable {
  /// There is none; the file can be copied as it is.
  case nothingToStrip

  /// The file without it. Pixels, colours, animation and orientation are untouched.
  case stripped([UInt8])

  /// There is some, or there may be: the file is damaged, or an AVIF with an item of metadata.
  case cannotStrip

  /// The file is of none of the formats that are understood.
  case noPicture
}

extension ImageMetadata {
  /// Takes out of an image what does not belong to its picture.
  package static func strippingPrivateMetadata(_ bytes: [UInt8]) -> MetadataStripping {
    let stripped: [UInt8]?
    switch format(of: bytes) {
    case .png: stripped = PNGFile.stripped(bytes)
    case .jpeg: stripped = JPEGFile.stripped(bytes)
    case .gif: stripped = GIFFile.stripped(bytes)
    case .webp: stripped = WebPFile.stripped(bytes)
    case .avif: return AVIFFile.hasMetadataItem(bytes) ? .cannotStrip : .nothingToStrip
    case .svg: return .nothingToStrip
    case nil: return .noPicture
    }
    guard let stripped else { return .cannotStrip }
    return stripped == bytes ? .nothingToStrip : .stripped(stripped)
  }
}
