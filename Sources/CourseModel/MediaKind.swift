package import Files

/// How a file is shown that an image leads to.
package enum MediaKind: Hashable, Sendable {
  case picture
  case video
  case audio
  /// A file that no page can show.
  case other

  /// The endings of pictures of which it can be told how large they are, and what they say of their making.
  package static let readablePictures: Set<String> = [
    "png", "apng", "jpg", "jpeg", "jfif", "gif", "webp", "avif", "svg", "heic",
  ]

  /// Judges a file by its name's ending; without one it is taken for a picture.
  package init(of file: RelativePath) {
    switch file.fileExtension {
    case "mp4", "webm", "ogv", "m4v", "mov": self = .video
    case "mp3", "ogg", "oga", "wav", "m4a", "flac": self = .audio
    case "", "bmp", "ico": self = .picture
    case let name: self = MediaKind.readablePictures.contains(name) ? .picture : .other
    }
  }

  /// Whether the file is played.
  package var isRecording: Bool { self == .video || self == .audio }
}
