import ConsentBanner
import CourseModel
import Testing

struct DeclaredServicesTests {
  private let services = DeclaredServices([
    youtube, service("all", hosts: ["*.example.org"]),
    service("maps", hosts: ["maps.example.org"]) { $0.sources.frame = ["maps.example.org"] },
  ])

  private func loaded(_ address: String, as kind: LoadKind = .frame) -> ServiceContent? {
    ForeignAddress(address.utf8).flatMap { services.content(for: $0, as: kind) }
  }

  @Test(arguments: [
    "https://www.youtube.com/watch?v=a-B_9", "https://youtube.com/watch?feature=share&v=a-B_9&t=3s",
    "http://m.youtube.com/watch?v=a-B_9#t", "//youtu.be/a-B_9?si=x",
    "https://www.youtube.com/embed/a-B_9?rel=0",
  ])
  func loadsFilmsFromTheAddressThatKnowsLess(address: String) throws {
    let content = try #require(loaded(address))
    #expect(content.source == "https://www.youtube-nocookie.com/embed/a-B_9")
    #expect(content.link == "https://www.youtube.com/watch?v=a-B_9")
    #expect(content.isRewritten)
  }

  @Test(arguments: [
    "https://www.youtube.com/", "https://www.youtube.com/watch?list=x",
    "https://i.ytimg.com/vi/x/0.jpg",
    "https://evil-youtube.com/watch?v=x", "https://youtube.com.evil.test/watch?v=x",
    "https://nobody.test/", "https://youtu.be/\"><script>",
  ])
  func loadsNothingThatIsNotDeclared(address: String) {
    #expect(loaded(address) == nil)
  }

  @Test func takesTheServiceThatNamesTheHostMostExactly() {
    #expect(loaded("https://maps.example.org/x")?.service.id.value == "maps")
    #expect(loaded("https://cdn.example.org/x")?.service.id.value == "all")
    #expect(loaded("https://maps.example.org/x", as: .script) == nil)
  }

  @Test func loadsWithoutEncryptionOnlyWhereThatIsDeclared() {
    #expect(loaded("http://cdn.example.org/x")?.source == "https://cdn.example.org/x")
    let plain = DeclaredServices([
      service("near", hosts: ["near.test"]) { $0.sources.frame = ["http://near.test"] }
    ])
    let address = ForeignAddress("http://near.test/x".utf8)
    #expect(address.flatMap { plain.content(for: $0, as: .frame) }?.source == "http://near.test/x")
  }

  @Test func allowsInThePolicyWhatIsDeclaredAndNothingThatSlipsIn() {
    var policy = ContentSecurityPolicy("default-src 'none'; script-src 'self'; base-uri 'none'")
    let odd = service("odd") {
      $0.sources.script = [
        "cdn.odd.test", "x; script-src *", "'unsafe-inline'", "*", "https:", "https://*",
      ]
      $0.sources.frame = ["*.odd.test"]
    }
    policy.allow([odd], scripts: true)
    #expect(
      policy.text
        == "default-src 'none'; script-src 'self' https://cdn.odd.test; base-uri 'none'; frame-src https://*.odd.test"
    )
    var reader = ContentSecurityPolicy("default-src 'none'; script-src 'self'")
    reader.allow([odd], scripts: false)
    #expect(reader.text == "default-src 'none'; script-src 'self'; frame-src https://*.odd.test")
  }

  @Test func writesValuesIntoScriptsAsTextThatCannotEscape() throws {
    let place = youtube.id.position
    let tag = service("tag", .analytics) {
      $0.script = "start({key});"
      $0.parameters = [.init(name: "key", pattern: ".*")]
      $0.values = [
        .init(name: .init("key", at: place), value: .init("\");alert(1);//", at: place))
      ]
    }
    let script = try #require(ServiceScript.bytes(of: tag))
    #expect(String(decoding: script, as: UTF8.self) == "start(\"\\\");alert(1);//\");\n")
  }

  @Test func tellsAServiceOfEventsOnlyIfItIsWanted() throws {
    var known = ServiceEvents()
    known.script = "function (name) { count(name, {key}); }\n"
    let place = youtube.id.position
    func script(wanted: Bool, always: Bool = false) throws -> String {
      var events = known
      events.isAlways = always
      let tag = service("tag", .analytics) {
        $0.script = "start();"
        $0.parameters = [.init(name: "key", pattern: ".*")]
        $0.values = [.init(name: .init("key", at: place), value: .init("k", at: place))]
        $0.events = events
        $0.wantsEvents = .init(wanted, at: place)
      }
      return String(decoding: try #require(ServiceScript.bytes(of: tag)), as: UTF8.self)
    }
    #expect(try script(wanted: false) == "start();\n")
    for told in [try script(wanted: true), try script(wanted: false, always: true)] {
      #expect(told.hasPrefix("start();\n(function (tell) {"))
      #expect(told.hasSuffix("(function (name) { count(name, \"k\"); });\n"))
    }
  }

  @Test func fillsNothingIntoValues() throws {
    let place = youtube.id.position
    let tag = service("tag", .analytics) {
      $0.script = "start({a}, {b}, {c});\n"
      $0.parameters = ["a", "b"].map { ServiceParameter(name: $0, pattern: ".*") }
      $0.values = [
        .init(name: .init("a", at: place), value: .init("{b}{", at: place)),
        .init(name: .init("b", at: place), value: .init("{a}", at: place)),
      ]
    }
    let script = String(decoding: try #require(ServiceScript.bytes(of: tag)), as: UTF8.self)
    #expect(script == "start(\"{b}{\", \"{a}\", {c});\n")
  }

  @Test func namesTheHostsOfAddressesThatWereGiven() {
    let place = youtube.id.position
    let named = service("log", .analytics, hosts: ["{endpoint}", "cdn.example", "{other}"]) {
      $0.sources.connection = ["{endpoint}", "{other}"]
      $0.values = [
        .init(
          name: .init("endpoint", at: place),
          value: .init("https://lrs.example:8443/xapi/", at: place))
      ]
    }.namingHosts
    #expect(named.hosts.map(\.value) == ["lrs.example:8443", "cdn.example"])
    var policy = ContentSecurityPolicy("default-src 'none'; script-src 'self'")
    policy.allow([named], scripts: true)
    #expect(
      policy.text
        == "default-src 'none'; script-src 'self'; connect-src https://lrs.example:8443")
  }

  @Test func saysWhatEventsAddToWhatIsSent() {
    var events = ServiceEvents()
    events.sends = LocalizedText([
      (.english, "events"), (LanguageTag("de") ?? .english, "Ereignisse"),
    ])
    var tag = service("tag", .analytics) {
      $0.sends = LocalizedText([(.english, "your address")])
      $0.events = events
    }
    #expect(tag.receives == tag.sends)
    let without = ConsentMarks(of: [tag], controller: "Ada")
    tag.wantsEvents = .init(true, at: tag.id.position)
    #expect(tag.receives?.text(in: .english) == "your address; events")
    #expect(tag.receives?.text(in: LanguageTag("de") ?? .english) == "your address; Ereignisse")
    #expect(without.byService != ConsentMarks(of: [tag], controller: "Ada").byService)
  }
}
