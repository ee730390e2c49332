import CourseChecks
import Diagnostics
import Testing

/// What is asked of a web that the tests make up, and what is told of its replies.
@Suite struct LinkInquiryTests {
  /// A web by addresses; those that it does not name are there.
  private typealias Web = [String: LinkReply]

  private static func address(_ text: String) -> ExternalAddress {
    guard let address = ExternalAddress(text.utf8) else {
      preconditionFailure("\(text) is no address")
    }
    return address
  }

  private static func moved(to text: String, forGood isPermanent: Bool) -> LinkReply {
    .moved(to: address(text), isPermanent: isPermanent)
  }

  /// Asks until nothing is left; `HEAD` and `GET` tell in which order.
  private func ask(_ inquiry: inout LinkInquiry, _ web: Web) -> [String] {
    var asked: [String] = []
    while let question = inquiry.next() {
      let method = question.wantsBody ? "GET" : "HEAD"
      asked.append("\(method) \(question.address.text)")
      let reply = web["\(method) \(question.address.text)"] ?? web[question.address.text]
      inquiry.take(reply ?? .status(200), to: question)
    }
    return asked
  }

  private func findings(on text: String, _ web: Web) -> [Diagnostic] {
    let link = ExternalLink(
      address: Self.address(text), position: SourcePosition(path: "a.md", line: 3, column: 5))
    var inquiry = LinkInquiry(about: [link.address])
    _ = ask(&inquiry, web)
    return inquiry.findings(on: [link])
  }

  @Test func asksForEachAddressOnceWhateverThePlaceOnItsPage() {
    let addresses = ["https://a.org/", "https://a.org/#b", "https://a.org/c", "https://a.org/"]
    var inquiry = LinkInquiry(about: addresses.map(Self.address))
    #expect(ask(&inquiry, [:]) == ["HEAD https://a.org/", "HEAD https://a.org/c"])
  }

  @Test func asksNoHostTwiceAtATime() throws {
    let addresses = ["https://a.org/1", "http://A.org:8080/2", "https://b.org/", "https://a.org/3"]
    var inquiry = LinkInquiry(about: addresses.map(Self.address))
    let next = inquiry.next()
    let first = try #require(next)
    #expect(inquiry.next()?.address.text == "https://b.org/")
    #expect(inquiry.next() == nil)
    inquiry.take(.status(200), to: first)
    #expect(inquiry.next()?.address.text == "http://A.org:8080/2")
    #expect(inquiry.next() == nil)
  }

  @Test(arguments: [403, 404, 405, 500, 501])
  func asksForThePageWhereAServerDoesNotTellOfItsHead(status: Int) {
    let web: Web = ["HEAD https://a.org/": .status(status)]
    var inquiry = LinkInquiry(about: [Self.address("https://a.org/")])
    #expect(ask(&inquiry, web) == ["HEAD https://a.org/", "GET https://a.org/"])
    #expect(findings(on: "https://a.org/", web) == [])
  }

  @Test(arguments: [410, 429, 999])
  func doesNotInsistWhereTheAnswerIsPlain(status: Int) {
    var inquiry = LinkInquiry(about: [Self.address("https://a.org/")])
    #expect(ask(&inquiry, ["https://a.org/": .status(status)]) == ["HEAD https://a.org/"])
  }

  @Test func asksAServerThatDoesNotAnswerNoMore() {
    let addresses = ["https://a.org/1", "https://a.org/2", "http://a.org/3"]
    var inquiry = LinkInquiry(about: addresses.map(Self.address))
    let web: Web = ["https://a.org/1": .failure(.noConnection)]
    #expect(ask(&inquiry, web) == ["HEAD https://a.org/1", "HEAD http://a.org/3"])
    #expect(inquiry.progress == (3, 3))
  }

  /// What comes of a reply to `https://a.org/`.
  static let verdicts: [(LinkReply, Diagnostic.ID, Diagnostic.Severity, String)] = [
    (.status(404), "link-dead", .warning, "leads nowhere: the server answers 404"),
    (.status(410), "link-dead", .warning, "leads nowhere: the server answers 410"),
    (.status(503), "link-dead", .warning, "leads nowhere: the server answers 503"),
    (.failure(.unknownHost), "link-dead", .warning, "there is no host \"a.org\""),
    (.failure(.noConnection), "link-dead", .warning, "nothing answers at \"https://a.org\""),
    (.failure(.untrusted), "link-dead", .warning, "do not trust the certificate of \"a.org\""),
    (
      moved(to: "https://b.org/", forGood: true), "link-moved", .note,
      "to \"https://b.org/\" for good"
    ),
    (.status(401), "link-unsure", .note, "the server answers 401"),
    (.status(403), "link-unsure", .note, "the server answers 403"),
    (.status(429), "link-unsure", .note, "the server answers 429"),
    (.status(999), "link-unsure", .note, "the server answers 999"),
    (.failure(.late), "link-unsure", .note, "\"a.org\" does not answer in time"),
    (.failure(.broken), "link-unsure", .note, "\"a.org\" breaks off its answer"),
  ]

  @Test(arguments: verdicts)
  func tellsWhatAReplyMeans(
    reply: LinkReply, id: Diagnostic.ID, severity: Diagnostic.Severity, words: String
  ) throws {
    let found = findings(on: "https://a.org/", ["https://a.org/": reply])
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.id == id)
    #expect(finding.severity == severity)
    #expect(finding.message.contains("\"https://a.org/\""))
    #expect(finding.message.contains(words), "\(finding.message)")
    #expect(finding.position == SourcePosition(path: "a.md", line: 3, column: 5))
    #expect(RuleCatalogue.rule(id.description)?.severities == [severity])
  }

  @Test(arguments: [
    LinkReply.status(200), .status(206), .status(416), moved(to: "https://b.org/", forGood: false),
  ])
  func keepsSilentAboutWhatIsThere(reply: LinkReply) {
    #expect(findings(on: "https://a.org/", ["https://a.org/": reply]) == [])
  }

  @Test(arguments: [
    "http://localhost:8000/", "http://127.0.0.1/", "http://[::1]/", "http://10.1.2.3/",
    "http://192.168.0.7/", "http://172.20.0.1/", "http://printer.local/", "http://wiki/",
  ])
  func cannotTellWhatAReaderHasInTheirOwnNetwork(text: String) {
    for reply in [LinkReply.failure(.noConnection), .failure(.unknownHost)] {
      #expect(findings(on: text, [text: reply]).map(\.id) == ["link-unsure"])
    }
    // What answers there can be judged all the same.
    #expect(findings(on: text, [text: .status(404)]).map(\.id) == ["link-dead"])
  }

  // MARK: Redirections

  @Test func namesTheAddressUpToWhichAMoveIsForGood() throws {
    let web = [
      "http://a.org/": Self.moved(to: "https://a.org/", forGood: true),
      "https://a.org/": Self.moved(to: "https://www.a.org/", forGood: true),
      "https://www.a.org/": Self.moved(to: "https://www.a.org/today", forGood: false),
      "https://www.a.org/today": Self.moved(to: "https://www.a.org/2027", forGood: true),
    ]
    let finding = try #require(findings(on: "http://a.org/", web).first)
    #expect(finding.message == "\"http://a.org/\" has moved to \"https://www.a.org/\" for good")
  }

  @Test func tellsWhereAWayEndsThatLeadsNowhere() throws {
    let web = [
      "https://a.org/": Self.moved(to: "https://b.org/x", forGood: true),
      "https://b.org/x": .status(404),
    ]
    let finding = try #require(findings(on: "https://a.org/", web).first)
    #expect(finding.id == "link-dead")
    #expect(
      finding.message.hasSuffix("it leads on to \"https://b.org/x\", and the server answers 404"))
  }

  @Test func followsNoWayWithoutAnEnd() throws {
    let circle = [
      "https://a.org/": Self.moved(to: "https://b.org/", forGood: true),
      "https://b.org/": Self.moved(to: "https://a.org/", forGood: false),
    ]
    var web = Web()
    for number in 0..<100 {
      web["https://c.org/\(number)"] = Self.moved(to: "https://c.org/\(number + 1)", forGood: false)
    }
    for (start, web) in [("https://a.org/", circle), ("https://c.org/0", web)] {
      let finding = try #require(findings(on: start, web).first)
      #expect(finding.id == "link-dead")
      #expect(finding.message.contains("without an end"))
    }
    var inquiry = LinkInquiry(about: [Self.address("https://c.org/0")])
    #expect(ask(&inquiry, web).count < 30)
  }

  @Test(arguments: [
    (301, "https://b.org/", moved(to: "https://b.org/", forGood: true)),
    (308, "https://b.org/#c", moved(to: "https://b.org/", forGood: true)),
    (302, "https://b.org/", moved(to: "https://b.org/", forGood: false)),
    (307, "https://b.org/", moved(to: "https://b.org/", forGood: false)),
    (301, "ftp://b.org/", .status(301)), (301, "", .status(301)),
    (201, "https://b.org/", .status(201)),
  ])
  func takesARedirectionForOne(status: Int, target: String, reply: LinkReply) {
    #expect(LinkReply(status: status, target: target) == reply)
  }

  // MARK: The network

  @Test func noticesThatThereIsNoNetwork() {
    func inquiry(_ replies: [LinkReply]) -> LinkInquiry {
      let addresses = replies.indices.map { "https://host\($0).org/" } + ["http://localhost/"]
      var inquiry = LinkInquiry(about: addresses.map(Self.address))
      _ = ask(&inquiry, Dictionary(uniqueKeysWithValues: zip(addresses, replies)))
      return inquiry
    }
    let unknown = LinkReply.failure(.unknownHost)
    #expect(inquiry([unknown]).hostsWithoutNetwork == ["host0.org"])
    #expect(inquiry([unknown, unknown]).hostsWithoutNetwork == ["host0.org", "host1.org"])
    for reply in [LinkReply.status(404), .failure(.noConnection), .failure(.late)] {
      #expect(inquiry([unknown, unknown, unknown, reply]).hostsWithoutNetwork == [])
    }
    // What stands in the author's own network answers without another.
    #expect(inquiry([]).hostsWithoutNetwork == [])
  }
}
