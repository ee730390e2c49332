import Bytes
import Files

/// A built portal's folder, shown as any web server shows it.
package struct PortalFolder: Sendable {
  private let folder: String
  private let base: [UInt8]

  /// Shows a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - base: Where on the server it stands: a path that begins and ends with a slash.
  package init(_ folder: String, at base: String = "/") {
    precondition(base.hasPrefix("/") && base.hasSuffix("/"), "a base is a folder of the server")
    self.folder = folder
    self.base = Array(base.utf8)
  }

  /// Answers a request.
  package func respond(to request: HTTPRequest) -> HTTPResponse {
    guard request.method == [UInt8]("GET") || request.method == [UInt8]("HEAD") else {
      return HTTPResponse(.methodNotAllowed)
    }
    if let path = path(of: request), let body = read(path) {
      return response(.ok, body, path)
    }
    let path = RelativePath("404.html")
    return read(path).map { response(.notFound, $0, path) } ?? HTTPResponse(.notFound)
  }

  /// The file that an address names; `nil` for one outside of the portal.
  private func path(of request: HTTPRequest) -> RelativePath? {
    guard let decoded = PortalFolder.decoded(request.path), decoded.starts(with: base),
      let text = String(validating: decoded.dropFirst(base.count), as: UTF8.self)
    else { return nil }
    let path = RelativePath(text)
    let isFolder = text.isEmpty || text.hasSuffix("/")
    // What was left out of a path would lead to another file.
    guard path.text.utf8.elementsEqual((isFolder ? String(text.dropLast()) : text).utf8) else {
      return nil
    }
    return isFolder ? path.appending("index.html") : path
  }

  private func read(_ path: RelativePath) -> [UInt8]? {
    do throws(FileError) { return try DiskFile.read("\(folder)/\(path)") } catch { return nil }
  }

  private func response(_ status: HTTPStatus, _ body: [UInt8], _ path: RelativePath) -> HTTPResponse
  {
    let type = PortalFolder.types[path.fileExtension] ?? "application/octet-stream"
    return HTTPResponse(
      status, fields: [HTTPField([UInt8]("content-type"), Array(type.utf8))], body: body)
  }

  private static let types = [
    "atom": "application/atom+xml", "avif": "image/avif", "css": "text/css; charset=utf-8",
    "gif": "image/gif", "html": "text/html; charset=utf-8", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "js": "text/javascript; charset=utf-8", "json": "application/json",
    "m4a": "audio/mp4", "mp3": "audio/mpeg", "mp4": "video/mp4", "ogg": "audio/ogg",
    "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8", "vtt": "text/vtt", "wav": "audio/wav",
    "webm": "video/webm", "webmanifest": "application/manifest+json", "webp": "image/webp",
    "woff2": "font/woff2", "xml": "application/xml",
  ]

  /// A path without its escapes; `nil` for an escape that is none, or that hides a slash or NUL.
  private static func decoded(_ path: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8] = []
    var rest = path[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        decoded.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy(\.isASCIIAlphanumeric),
        let value = UInt8(String(utf8: digits), radix: 16), value != UInt8(ascii: "/"), value != 0
      else { return nil }
      decoded.append(value)
      rest = rest.dropFirst(2)
    }
    return decoded
  }
}
