import Bytes
import Files

/// Somebody with a fresh profile, who opens pages of the portal in one tab.
final class Visitor {
  private let connection: DevToolsConnection
  private let home: PortalHome
  private let profile: String
  private let tab: String
  private let session: String
  private var happened: Set<String> = []
  private var requests: [ForeignRequest] = []
  /// The file that asked for each request, by the request's id.
  private var sources: [String: String] = [:]

  /// What tells that a page is loaded; a page that leads elsewhere at once may know the second only.
  private static let ends: Set = ["Page.loadEventFired", "Page.frameStoppedLoading"]
  /// How long a page is looked at after it is loaded, in milliseconds of its own clock.
  private static let stay = 4_000
  /// How long it is looked at once all of it was shown, or after a button was pressed.
  private static let afterwards = 1_000

  /// Comes with an empty profile.
  ///
  /// - Parameters:
  ///   - browser: The browser.
  ///   - sendsSignal: Whether the browser asks by Global Privacy Control not to sell or share.
  /// - Throws: ``FileError`` if the browser dies, hangs or talks nonsense, as all that a visitor does.
  init(_ browser: Browser, sendsSignal: Bool = false) throws(FileError) {
    connection = browser.connection
    home = browser.home
    profile = try Visitor.name(
      "browserContextId",
      in: connection.call("Target.createBrowserContext", ["disposeOnDetach": true]),
      connection)
    tab = try Visitor.name(
      "targetId",
      in: connection.call(
        "Target.createTarget",
        ["url": "about:blank", "browserContextId": .text(profile)]), connection)
    session = try Visitor.name(
      "sessionId",
      in: connection.call(
        "Target.attachToTarget", ["targetId": .text(tab), "flatten": true]), connection)
    connection.onEvent = { [unowned self] event throws(FileError) in try hear(event) }
    for domain in ["Page", "Network", "DOMStorage", "IndexedDB", "Inspector"] {
      try connection.call("\(domain).enable", in: session)
    }
    if sendsSignal { try sendSignal() }
  }

  /// Goes, and leaves nothing behind.
  func leave() throws(FileError) {
    try connection.attempt(
      "Target.disposeBrowserContext", ["browserContextId": .text(profile)])
    connection.onEvent = { _ in }
  }

  /// Opens a page, waits five seconds of its clock, and sees all of it.
  ///
  /// - Returns: What the page asked other hosts for, in that order.
  func open(_ page: RelativePath) throws(FileError) -> [ForeignRequest] {
    requests = []
    sources = [:]
    happened.subtract(Visitor.ends)
    try letClockRun()
    let navigation = try connection.call(
      "Page.navigate", ["url": .text(home.address(of: page))], in: session)
    if let reason = navigation["errorText"]?.string {
      throw connection.failure("it cannot open \"\(page)\": \(reason)")
    }
    guard try connection.wait(until: { !happened.isDisjoint(with: Visitor.ends) }) else {
      throw connection.failure("it did not finish loading \"\(page)\"")
    }
    try pass(milliseconds: Visitor.stay)
    // What is lazy is loaded as if somebody had come to it.
    try evaluate(
      """
      for (const each of document.querySelectorAll("[loading=lazy]")) each.loading = "eager";
      scrollTo(0, document.documentElement.scrollHeight);
      """)
    try pass(milliseconds: Visitor.afterwards)
    return requests
  }

  /// Presses the first visible element of a selector, and waits for what follows.
  ///
  /// - Returns: `false` if there is none.
  func press(_ selector: String) throws(FileError) -> Bool {
    let wasThere = try isTrue(
      "const each = visible(\(selector.quotedAsJSON)); each?.click(); return !!each;")
    if wasThere { try pass(milliseconds: Visitor.afterwards) }
    return wasThere
  }

  /// Whether an element of a selector can be seen.
  func sees(_ selector: String) throws(FileError) -> Bool {
    try isTrue("return !!visible(\(selector.quotedAsJSON));")
  }

  /// Runs statements in the page as its own scripts could.
  func run(_ statements: String) throws(FileError) {
    try evaluate("(() => { \(statements) })()")
    try pass(milliseconds: Visitor.afterwards)
  }

  /// What is kept of the portal now.
  func kept() throws(FileError) -> Set<KeptItem> {
    try letClockRun()
    return try KeptItems(
      connection: connection, session: session, profile: profile,
      origin: home.origin
    ).all()
  }

  /// Forgets all that is kept.
  func forget() throws(FileError) {
    try connection.call(
      "Storage.clearDataForOrigin",
      ["origin": .text(home.origin), "storageTypes": "all"], in: session)
    try connection.call("Storage.clearCookies", ["browserContextId": .text(profile)])
  }

  private static func name(
    _ member: StaticString, in result: ForeignJSON, _ connection: DevToolsConnection
  ) throws(FileError) -> String {
    guard let name = result[member]?.string else {
      throw connection.failure("its answer lacks \(member)")
    }
    return name
  }

  private func sendSignal() throws(FileError) {
    let script = """
      Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true });
      """
    try connection.call(
      "Page.addScriptToEvaluateOnNewDocument", ["source": .text(script)], in: session)
    try connection.call(
      "Network.setExtraHTTPHeaders", ["headers": ["Sec-GPC": "1"]],
      in: session)
  }

  /// Lets the page's clock run from now on: while it stands still, nothing is loaded and no store is read.
  private func letClockRun() throws(FileError) {
    try connection.call(
      "Emulation.setVirtualTimePolicy", ["policy": "advance"], in: session)
  }

  /// Lets the page's clock go on for a time, and then stand still; timers run as soon as the page is idle.
  private func pass(milliseconds: Int) throws(FileError) {
    let end = "Emulation.virtualTimeBudgetExpired"
    // A film that is read on and on would hold the clock, so there is a second way.
    for policy in ["pauseIfNetworkFetchesPending", "advance"] {
      happened.remove(end)
      try connection.call(
        "Emulation.setVirtualTimePolicy",
        ["policy": .text(policy), "budget": .number(milliseconds)], in: session)
      let limit = policy == "advance" ? nil : Duration.seconds(5)
      if try connection.wait(atMost: limit, until: { happened.contains(end) }) { return }
    }
    throw connection.failure("the clock of a page stands still")
  }

  @discardableResult private func evaluate(_ expression: String) throws(FileError) -> ForeignJSON? {
    try connection.attempt(
      "Runtime.evaluate",
      [
        "expression": .text(expression), "returnByValue": true,
        "userGesture": true,
      ], in: session)
  }

  private func isTrue(_ body: String) throws(FileError) -> Bool {
    let script = """
      (() => {
        const visible = (selector) =>
          [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
        \(body)
      })()
      """
    return try evaluate(script)?["result", "value"]?.flag == true
  }
}

extension Visitor {
  private func hear(_ event: DevToolsEvent) throws(FileError) {
    if event.name == "Fetch.requestPaused" { return try answer(event.parameters) }
    guard event.session == session else { return }
    happened.insert(event.name)
    switch event.name {
    case "Network.requestWillBeSent":
      guard let id = event.parameters["requestId"]?.string else { return }
      sources[id] = source(in: event.parameters["initiator"])
    case "Network.webSocketCreated", "Network.webTransportCreated":
      guard let url = event.parameters["url"]?.string else { return }
      add(url, source(in: event.parameters["initiator"]))
    case "Page.javascriptDialogOpening":
      // Nobody is there to close it.
      try connection.send("Page.handleJavaScriptDialog", ["accept": true], in: session)
    case "Inspector.targetCrashed": throw connection.failure("a page of the portal crashed in it")
    default: break
    }
  }

  /// Lets a request to the portal pass, and answers every other one here.
  private func answer(_ paused: ForeignJSON) throws(FileError) {
    guard let id = paused["requestId"]?.string, let url = paused["request", "url"]?.string else {
      throw connection.failure("it told of a request without an address")
    }
    let isOfNetwork = ["http:", "https:"].contains { url.hasPrefix($0) }
    guard isOfNetwork, !home.isHere(url) else {
      try connection.send("Fetch.continueRequest", ["requestId": .text(id)])
      return
    }
    add(url, paused["networkId"]?.string.flatMap { sources[$0] })
    let kind = paused["resourceType"]?.string
    // Without content, the page stays where it is, so that the rest of it can be looked at.
    let leavesPage = kind == "Document" && paused["frameId"]?.string == tab
    try connection.send(
      "Fetch.fulfillRequest",
      [
        "requestId": .text(id), "responseCode": .number(leavesPage ? 204 : 200),
        "responseHeaders": .list(Visitor.fields(for: kind)),
      ])
  }

  /// An empty answer of the kind that was asked for, which every page may read.
  private static func fields(for kind: String?) -> [JSONValue] {
    let types = ["Script": "text/javascript", "Stylesheet": "text/css", "Document": "text/html"]
    let fields = [
      ("content-type", types[kind ?? ""] ?? "application/octet-stream"),
      ("access-control-allow-origin", "*"), ("cache-control", "no-store"),
    ]
    return fields.map { ["name": .text($0), "value": .text($1)] }
  }

  private func add(_ url: String, _ source: String?) {
    guard !home.isOwn(url) else { return }
    requests.append(ForeignRequest(to: url, from: source))
  }

  /// The file of the portal, and its line, that made the browser ask for something.
  private func source(in initiator: ForeignJSON?) -> String? {
    let frames = initiator?["stack", "callFrames"]?.items ?? []
    for place in frames + [initiator].compactMap(\.self) {
      guard let path = place["url"]?.string.flatMap(home.file) else { continue }
      let line = place["lineNumber"]?.integer.map { ":\($0 + 1)" } ?? ""
      return "\(path)\(line)"
    }
    return nil
  }
}
