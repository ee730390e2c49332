import Bytes
package import Files

/// The files of a portal as a web server gives them: pages, ranges of films, and the portal's own page for what is
/// not there.
package struct PortalFiles: Sendable {
  /// The files.
  package var tree: FileTree

  private let base: [UInt8]

  /// Serves a portal.
  ///
  /// - Parameters:
  ///   - tree: Its files.
  ///   - base: Where on its host it stands: a path that begins and ends with a slash.
  package init(_ tree: FileTree, at base: String = "/") {
    precondition(base.hasPrefix("/") && base.hasSuffix("/"), "a base is a folder of the host")
    self.tree = tree
    self.base = Array(base.utf8)
  }

  /// What a request is answered with.
  ///
  /// Only files of the tree can be had, whatever an address says: it is looked up, not opened.
  package func answer(to request: HTTPRequest) -> HTTPResponse {
    let isHead = request.method.equals("HEAD")
    guard isHead || request.method.equals("GET") else {
      return .methodNotAllowed(but: "GET, HEAD")
    }
    var response = found(request)
    response.sendsBody = !isHead
    return response
  }

  private func found(_ request: HTTPRequest) -> HTTPResponse {
    guard let path = path(of: request) else { return missing }
    let isFolder = request.path.last == UInt8(ascii: "/")
    if !isFolder, let content = tree[path] { return response(content, at: path, to: request) }
    let index = path.appending("index.html")
    guard let page = tree[index] else { return missing }
    guard isFolder else {
      // Relative links of the page count from its folder.
      return HTTPResponse(.movedPermanently, fields: [HTTPField("location", address(of: path))])
    }
    return response(page, at: index, to: request)
  }

  /// The file that an address means; `nil` for one that no file can have.
  func path(of request: HTTPRequest) -> RelativePath? {
    let bytes = request.path.percentDecoded
    guard bytes.starts(with: base), !bytes.contains(0),
      let text = String(validating: bytes.dropFirst(base.count), as: UTF8.self)
    else { return nil }
    return RelativePath.root.resolving(text)
  }

  /// The address of a folder, made of what was found: one that was asked for may name another host, as
  /// `//a.example/..` does.
  private func address(of folder: RelativePath) -> [UInt8] {
    var address: [UInt8] = []
    address.append(percentEncoding: base)
    address.append(percentEncoding: folder.text.utf8)
    if address.last != UInt8(ascii: "/") { address.append("/") }
    return address
  }

  private var missing: HTTPResponse {
    let page = RelativePath("404.html")
    guard let content = tree[page], let bytes = try? content.read() else {
      return HTTPResponse(.notFound)
    }
    return .page(bytes, .notFound)
  }

  private func response(
    _ content: FileContent, at path: RelativePath, to request: HTTPRequest
  ) -> HTTPResponse {
    var fields = [
      HTTPField("content-type", PortalFiles.mediaType(of: path)),
      HTTPField("accept-ranges", "bytes"),
    ]
    do throws(FileError) {
      // Ranges are defined for GET alone (RFC 9110 §14.2).
      guard request.method.equals("GET"), let value = request.value(of: "range"),
        let range = ByteRange(value, of: content.size)
      else { return try whole(content, at: path, fields) }
      guard case .part(let wanted) = range else {
        fields.append(HTTPField("content-range", "bytes */\(content.size)"))
        return HTTPResponse(.rangeNotSatisfiable, fields: fields)
      }
      // Of a film, players ask for more when they need it.
      let part = wanted.prefix(FilePart.longest)
      fields.append(
        HTTPField(
          "content-range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(content.size)"))
      return HTTPResponse(.partialContent, fields: fields, body: try content.read(part))
    } catch {
      return HTTPResponse(.serverError, body: [UInt8]("\(error)\n".utf8))
    }
  }

  /// A file, of which a large one is read while it is sent; pages are changed by who shows them.
  private func whole(
    _ content: FileContent, at path: RelativePath, _ fields: [HTTPField]
  ) throws(FileError) -> HTTPResponse {
    guard content.size > FilePart.longest, path.fileExtension != "html" else {
      return HTTPResponse(.ok, fields: fields, body: try content.read())
    }
    var response = HTTPResponse(
      .ok, fields: fields, body: try content.read(0..<FilePart.longest))
    response.rest = FilePart(content: content, range: FilePart.longest..<content.size)
    return response
  }

  /// The type that browsers are told.
  static func mediaType(of path: RelativePath) -> String {
    switch path.fileExtension {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "txt", "vtt", "csv": MediaType.of(path) + "; charset=utf-8"
    case "atom": "application/atom+xml"
    case "xml": path.name == "feed.xml" ? "application/atom+xml" : "application/xml"
    case "webmanifest": "application/manifest+json"
    default: MediaType.of(path)
    }
  }
}
