import Bytes
package import Files
import Synchronization

/// A preview of a portal, whose open pages follow its builds.
///
/// After a build with mistakes the last good portal stays, and its pages tell of the mistakes.
package final class LivePreview: Sendable {
  private struct State {
    var files: PortalFiles?
    /// Which build the files are of.
    var number = 0
    var findings: [UInt8] = []
    var unpublished: [(path: RelativePath, mark: String)] = []
    /// What pages are told: their build, what is wrong, and what is not yet published.
    var news: [UInt8] = []
    var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var nextListener = 0
  }

  private let state = Mutex(State())
  private let run: String
  private let ownFiles: PortalFiles

  /// Begins a preview without a portal.
  ///
  /// - Parameter run: A name that another run of the program does not have, so that pages of an earlier one
  ///   know that they are old; ASCII letters and digits.
  package init(run: String) {
    self.run = run
    ownFiles = PortalFiles(BuiltinFiles.tree.subtree(RelativePath("preview")))
  }

  /// Shows what a build made.
  ///
  /// - Parameters:
  ///   - tree: The portal; `nil` keeps the one before.
  ///   - findings: What is wrong, as one line of JSON: an array.
  ///   - unpublished: Folders and pages that the public would not get, with what they are called.
  /// - Returns: Whether pages have to be loaded again.
  @discardableResult
  package func show(
    _ tree: FileTree?, findings: [UInt8], unpublished: [(path: RelativePath, mark: String)]
  ) -> Bool {
    let (isNew, told) = state.withLock { state -> (Bool, News) in
      let isNew = tree.map { !$0.looksSame(as: state.files?.tree) } ?? (state.number == 0)
      if isNew { state.number += 1 }
      if let tree { state.files = PortalFiles(tree) }
      state.findings = findings
      state.unpublished = unpublished
      return (isNew, news(of: &state))
    }
    told.tell()
    return isNew
  }

  /// Shows pages in place of those that are shown, before all of their portal is built again.
  ///
  /// - Returns: Whether any is another than before.
  @discardableResult
  package func show(_ pages: [RelativePath: FileContent]) -> Bool {
    let told = state.withLock { state -> News? in
      let isNew = pages.contains { state.files?.tree[$0] != $1 }
      guard isNew else { return nil }
      for (path, content) in pages { state.files?.tree[path] = content }
      state.number += 1
      return news(of: &state)
    }
    told?.tell()
    return told != nil
  }

  /// An event, and who is to hear of it.
  ///
  /// It is told without the state's lock: a listener that goes holds a lock of its own while it waits for the state's.
  private struct News {
    var event: [UInt8]
    var listeners: [AsyncStream<[UInt8]>.Continuation]

    func tell() {
      for listener in listeners { listener.yield(event) }
    }
  }

  private func news(of state: inout State) -> News {
    state.news = LivePreview.news(
      build: name(of: state.number), findings: state.findings, unpublished: state.unpublished)
    return News(
      event: HTTPAnswer.event("portal", state.news), listeners: Array(state.listeners.values))
  }

  private func name(of number: Int) -> String { "\(run)-\(number)" }

  private static func news(
    build: String, findings: [UInt8], unpublished: [(path: RelativePath, mark: String)]
  ) -> [UInt8] {
    var news: [UInt8] = []
    news.append(text: "{\"build\":\"\(build)\",\"unpublished\":{")
    for (index, entry) in unpublished.enumerated() {
      if index > 0 { news.append(",") }
      news.append(jsonString: "/" + entry.path.text)
      news.append(":")
      news.append(jsonString: entry.mark)
    }
    news.append("},\"findings\":")
    return news + findings + [UInt8(ascii: "}")]
  }

  /// What a request is answered with.
  package func answer(to request: HTTPRequest) -> HTTPAnswer {
    guard LivePreview.isOwnHost(request) else { return .response(HTTPResponse(.misdirected)) }
    if let path = ownFiles.path(of: request), let own = path.relative(to: LivePage.folder) {
      if own.text == "events" {
        return request.method.equals("GET")
          ? .events(listen()) : .response(.methodNotAllowed(but: "GET"))
      }
      var inner = request
      inner.path = [UInt8]("/\(own)".utf8)
      return .response(ownFiles.answer(to: inner))
    }
    let (files, number) = state.withLock { ($0.files, $0.number) }
    guard var response = files?.answer(to: request) else {
      let page = LivePreview.emptyPage(isBuilt: number > 0)
      return .response(.page(LivePage.adding(to: page, build: name(of: number)), .unavailable))
    }
    let isPage = response.fields.contains {
      $0.name.equals("content-type") && $0.value.starts(with: "text/html".utf8)
    }
    if isPage, response.status != .partialContent {
      response.body = LivePage.adding(to: response.body, build: name(of: number))
    }
    return .response(response)
  }

  /// Whether the request is for a name of this machine: another name that leads here would let a stranger's
  /// page read what is not yet published.
  private static func isOwnHost(_ request: HTTPRequest) -> Bool {
    guard let host = request.value(of: "host") else { return false }
    let name =
      host.first == UInt8(ascii: "[") ? host : Array(host.prefix { $0 != UInt8(ascii: ":") })
    return name.equals("localhost") || name.first == UInt8(ascii: "[")
      || name.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
  }

  private func listen() -> AsyncStream<[UInt8]> {
    let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
    let number = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      if !state.news.isEmpty { continuation.yield(HTTPAnswer.event("portal", state.news)) }
      return state.nextListener
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { $0.listeners[number] = nil }
    }
    return stream
  }

  /// What is shown before the first portal that has no mistakes.
  private static func emptyPage(isBuilt: Bool) -> [UInt8] {
    let (title, text) =
      isBuilt
      ? (
        "Nothing to show yet",
        "The portal has mistakes. As soon as they are mended, it appears here."
      )
      : ("Building", "The portal appears here in a moment.")
    return [UInt8](
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      </head>
      <body><main><h1>\(title)</h1><p>\(text)</p></main></body>
      </html>

      """.utf8)
  }
}

extension FileTree {
  /// Whether pages look the same; what only machines and the search read does not count.
  fileprivate func looksSame(as other: FileTree?) -> Bool {
    guard let other else { return false }
    let shown = files.filter { $0.key.isShown }
    return shown.count == other.files.keys.count(where: \.isShown)
      && shown.allSatisfy { path, content in content == other[path] }
  }
}

extension RelativePath {
  fileprivate var isShown: Bool {
    !hasExtension("xml", "json", "txt") && !isInside(RelativePath("search"))
      && name != "clevio-offline.js" && name != "entitlement.js"
  }
}
