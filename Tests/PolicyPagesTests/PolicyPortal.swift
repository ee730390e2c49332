import Bytes
import CourseLoading
import CourseModel
import Diagnostics
import Files
import HTMLTree
import PortalBuild
import Testing

/// A portal with policies, built in memory on a day.
struct PolicyPortal {
  let files: FileTree
  let found: [Diagnostic]

  init(
    legal: String? = nil, settings: String = "title: Harbour\n", today: String = "2027-01-10",
    others: [String: String] = [:], checks: Bool = false
  ) throws {
    let build = try PolicyPortal.build(legal, settings, today, others, checks: checks)
    (files, found) = try build.tree()
  }

  /// The lock file that such a portal gets.
  static func lock(
    legal: String?, settings: String = "title: Harbour\n", today: String = "2027-01-10",
    others: [String: String] = [:]
  ) throws -> (text: String, added: [String], found: [Diagnostic]) {
    let locked = try build(legal, settings, today, others, checks: false).lockedPolicies()
    return (String(decoding: locked.file ?? [], as: UTF8.self), locked.added, locked.diagnostics)
  }

  private static func build(
    _ legal: String?, _ settings: String, _ today: String, _ others: [String: String], checks: Bool
  ) throws -> PortalBuild {
    var texts = others
    texts["clevio.yml"] = settings
    texts["courses/knots/01-a.md"] = others["courses/knots/01-a.md"] ?? "# Knots\n\nText\n"
    texts["legal.yml"] = legal
    var loading = LoadingOptions(
      today: try #require(CalendarDate(parsing: today)), folderName: "harbour")
    loading.looksForGaps = checks
    var build = PortalBuild(
      sources: FileTree(texts: texts), loading: loading, threads: 2, generator: "Clevio")
    build.sealing = .preview
    return build
  }

  func text(_ path: String) -> String {
    guard case .bytes(let bytes)? = files[RelativePath(path)] else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  func has(_ path: String) -> Bool { files[RelativePath(path)] != nil }

  /// The words of a page's main part, runs of white space as one space.
  func words(_ path: String) -> String {
    let page = text(path)
    let main = page.split(separator: "<main", maxSplits: 1).last ?? ""
    var words = ""
    var isTag = true
    for character in main {
      switch character {
      case "<":
        isTag = true
        words += " "
      case ">": isTag = false
      default: if !isTag { words.append(character) }
      }
    }
    return words.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The pages, ordered.
  var pages: [String] { files.paths.filter { $0.fileExtension == "html" }.map(\.text) }

  /// The findings as `id` and message.
  var messages: [String] { found.map { "\($0.id): \($0.message)" } }
}

/// A portal that sells, in German and English, with ten services.
enum SellingPortal {
  static let settings = """
    title: Harbour
    url: https://harbour.example/
    languages: [de, en]

    """

  static let legal = """
    jurisdictions: [eu, us-ca]
    operator:
      name: "Hafen & Söhne_GmbH"
      address: {street: "Kai *1*", postal_code: "20095", city: Hamburg, country: DE}
      email: post@harbour.example
      phone: "+49 40 1"
      vat_id: DE123456789
    contact:
      privacy: {email: privacy@harbour.example}
      dpo: {appointed: false, reason: not required}
      security: security@harbour.example
    purposes:
      - {id: orders, title: {en: Handle orders, de: Bestellungen abwickeln}, basis: contract}
      - {id: security, title: Keep it secure, basis: legitimate_interest, interest: finding attacks}
      - {id: measure, title: Measure visits, basis: consent, category: analytics}
    data:
      - {id: server_logs, fields: [ip_truncated, time], source: automatic, purposes: [security], retention: P14D, ccpa: [F], required: automatic}
      - {id: order, fields: [name, email], source: person, purposes: [orders], retention: P10Y, ccpa: [A, D], required: contractual, recipients: [bank]}
    recipients:
      - {id: bank, name: Kontor Bank, role: controller, country: DE, purposes: [orders]}
    transfers:
      - {recipient: youtube, country: US, mechanism: adequacy, instrument: EU-US DPF, as_of: 2026-11-01}
    services:
      - {id: google-analytics, params: {measurement_id: G-ABCDEF}, purposes: [measure]}
      - {id: meta-pixel, params: {pixel_id: "123456789"}}
      - {id: youtube}
      - {id: vimeo}
      - {id: spotify}
      - {id: soundcloud}
      - {id: openstreetmap}
      - {id: calendly}
      - {id: loom}
      - id: my-survey
        title: Survey
        provider: {name: Acme, country: NL, privacy_url: "https://acme.example/privacy"}
        category: analytics
        purpose: asks what you think
        hosts: ["*.acme.example"]
        storage: [{name: "acme_*", type: cookie, max_age: P180D, purpose: knows you again}]
    sale: {sell: false, share: true}
    commerce: {enabled: true, currency: EUR, withdrawal: {days: 14}, refunds: {days: 30}, adr: {participates: false}}
    accessibility: {standard: WCAG 2.2 AA, status: partial, gaps: [captions of lesson 3], reviewed: 2027-01-01}
    email: {service_events: [course.purchased]}
    terms: {law: Germany}
    documents:
      privacy: {version: 2, effective: 2027-01-02, updated: 2027-01-02, changes: [{version: 2, date: 2027-01-02, level: material, summary: {en: Films were added., de: Filme kamen hinzu.}}]}

    """
}
