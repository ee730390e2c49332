import ConsentBanner
import CourseModel
import Diagnostics
import Testing

struct ConsentMarksTests {
  private let base = service("stats", .analytics, hosts: ["stats.test"]) {
    $0.purpose = "counts visits"
    $0.provider.name = "Stats Ltd"
  }

  private func mark(
    _ service: Service, controller: String = "Ada", purposes: [ProcessingPurpose] = []
  ) -> String {
    ConsentMarks(of: [service], controller: controller, purposes: purposes).byService[0]
  }

  @Test func changesWithWhatMatters() {
    let changes: [(inout Service) -> Void] = [
      { $0.category = .marketing }, { $0.provider.name = "Other Ltd" }, { $0.isSharing = true },
      { $0.transfers = ["US"] }, { $0.hosts.append(Located("more.test", at: $0.id.position)) },
      {
        var item = StoredItem(at: $0.id.position)
        item.name = Located("_st", at: $0.id.position)
        $0.storage = [item]
      },
      { $0.purpose = "knows visitors again" }, { $0.sends = "everything that visitors write" },
    ]
    var marks = Set([mark(base), mark(base, controller: "Grace")])
    for change in changes {
      var other = base
      change(&other)
      marks.insert(mark(other))
    }
    #expect(marks.count == changes.count + 2)
  }

  @Test func staysWhereOnlyWordsChange() {
    var other = base
    other.title = "Statistics"
    #expect(mark(other) == mark(base))
    var known = youtube
    known.purpose = "playing videos"
    known.cataloguePurpose = known.purpose
    known.sends = "your address"
    known.catalogueSends = known.sends
    #expect(mark(known) == mark(youtube))
    var written = youtube
    written.purpose = LocalizedText([(.english, "playing videos")])
    var translated = youtube
    translated.purpose = LocalizedText([
      (.english, "playing videos"), (LanguageTag("de") ?? .english, "Videos abspielen"),
    ])
    #expect(mark(translated) == mark(written))
    let pair = ConsentMarks(of: [youtube, base], controller: "Ada").byService
    #expect(pair == [mark(youtube), mark(base)])
  }

  @Test func changesWithThePurposesThatAServiceRefersTo() {
    var other = base
    other.purposes = [Located("measure", at: base.id.position)]
    var purpose = ProcessingPurpose(at: base.id.position)
    purpose.id = Located("measure", at: base.id.position)
    purpose.title = "Measure visits"
    purpose.basis = .consent
    let changes: [(inout ProcessingPurpose) -> Void] = [
      { $0.title = "Sell what visitors like" }, { $0.basis = .contract },
      { $0.category = .marketing },
    ]
    var marks = Set([mark(other, purposes: [purpose])])
    for change in changes {
      var changed = purpose
      change(&changed)
      marks.insert(mark(other, purposes: [changed]))
    }
    #expect(marks.count == changes.count + 1)
    // Nobody is asked about what a service is not there for.
    #expect(mark(base, purposes: [purpose]) == mark(base))
  }

  @Test func tellsManyServicesApart() {
    let many = (0..<2_000).map { service("service-\($0)") }
    let marks = ConsentMarks(of: many, controller: "Ada").byService
    #expect(Set(marks).count == 2_000)
    #expect(marks.allSatisfy { $0.utf8.count == 3 })
  }

  @Test func writesDataThatCannotEndItsScript() {
    var declaration = LegalDeclaration()
    declaration.services = [service("x") { $0.title = "</script><script>" }]
    let json = ConsentData(declaration, controller: "Ada").json(
      revision: "12345678", page: "cookies.html", language: .english)
    let text = String(decoding: json, as: UTF8.self)
    #expect(!text.contains("<"))
    #expect(text.contains("\"days\":[180,180]"))
  }

  @Test func namesAProofByItsContent() {
    func proof(_ text: String) -> ConsentProof {
      var declaration = LegalDeclaration()
      declaration.services = [base]
      let data = ConsentData(declaration, controller: "Ada")
      return ConsentProof(data, script: [], styles: [], texts: [("en", Array(text.utf8))])
    }
    #expect(proof("a").revision == proof("a").revision)
    #expect(proof("a").revision != proof("b").revision)
    #expect(proof("a").revision.utf8.count == 8)
  }
}
