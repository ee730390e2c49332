/// What browsers call files of a kind (RFC 6838).
package enum MediaType {
  /// The type of a file that is shown, played or offered, judged by its name's ending.
  ///
  /// What browsers would run, such as pages and scripts, has none here.
  package static func of(_ file: RelativePath) -> String {
    types[file.fileExtension] ?? "application/octet-stream"
  }

  private static let types = [
    "png": "image/png", "apng": "image/apng", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "jfif": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "svg": "image/svg+xml",
    "heic": "image/heic", "bmp": "image/bmp", "ico": "image/x-icon", "mp4": "video/mp4",
    "m4v": "video/mp4", "mov": "video/quicktime", "webm": "video/webm", "ogv": "video/ogg",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg",
    "wav": "audio/wav", "flac": "audio/flac", "pdf": "application/pdf", "zip": "application/zip",
    "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf", "otf": "font/otf",
    "json": "application/json", "csv": "text/csv", "txt": "text/plain", "vtt": "text/vtt",
  ]
}
