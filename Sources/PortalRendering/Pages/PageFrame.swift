import CourseModel
import Templates

/// What every page has around its content.
struct PageFrame: Sendable {
  var page: PageHead
  var portal: PortalIdentity
  var header: PageHeader
  var footer: PageFooter
  var strings: UIStrings
  var consent = ConsentFrame()

  /// The names that a model with a frame offers to its template.
  static func fields<Model: Sendable>(_ frame: @escaping @Sendable (Model) -> PageFrame)
    -> [TemplateField<Model>]
  {
    [
      .record("page") { frame($0).page }, .record("portal") { frame($0).portal },
      .record("header") { frame($0).header }, .record("footer") { frame($0).footer },
      .record("consent") { frame($0).consent },
      .strings("strings", names: UIStrings.names) { frame($0).strings.values },
    ]
  }
}

/// What stands in a page's `head`, and where the page is among the others.
struct PageHead: TemplateModel {
  var kind = ""
  var language: String
  var direction: String
  var title = ""
  var description: String?
  var canonical: String?
  var robots: String?
  var root: [UInt8]
  var policy = ""
  var openGraph: [OpenGraphProperty] = []
  var alternates: [LanguageLink] = []
  var feeds: [NamedLink] = []
  var jsonLD: [UInt8]?
  var stylesheet: [UInt8]
  var script: [UInt8]
  var headScript: [UInt8]
  var accentStylesheet: [UInt8]?
  var icon: [UInt8]?
  var languages: [LanguageLink] = []
  var languageName: String
  var breadcrumbs: [Breadcrumb] = []

  static let fields: [TemplateField<PageHead>] = [
    .text("kind") { $0.kind }, .text("lang") { $0.language }, .text("dir") { $0.direction },
    .text("title") { $0.title }, .text("description") { $0.description },
    .text("canonical") { $0.canonical }, .text("robots") { $0.robots }, .text("root") { $0.root },
    .text("csp") { $0.policy }, .list("og") { $0.openGraph }, .list("alternates") { $0.alternates },
    .list("feeds") { $0.feeds }, .html("json_ld") { $0.jsonLD },
    .text("stylesheet") { $0.stylesheet }, .text("script") { $0.script },
    .text("head_script") { $0.headScript }, .text("accent_stylesheet") { $0.accentStylesheet },
    .text("icon") { $0.icon }, .list("languages") { $0.languages },
    .flag("has_languages") { $0.languages.count > 1 }, .text("language") { $0.languageName },
    .list("breadcrumbs") { $0.breadcrumbs },
    .flag("has_breadcrumbs") { !$0.breadcrumbs.isEmpty },
  ]
}

/// A property of the Open Graph protocol.
struct OpenGraphProperty: TemplateModel {
  var property: String
  var content: String

  static let fields: [TemplateField<OpenGraphProperty>] = [
    .text("property") { $0.property }, .text("content") { $0.content },
  ]
}

/// A page in another language.
struct LanguageLink: TemplateModel {
  var name: String
  var language: String
  var url: [UInt8]
  var isCurrent = false

  static let fields: [TemplateField<LanguageLink>] = [
    .text("name") { $0.name }, .text("lang") { $0.language }, .text("url") { $0.url },
    .flag("current") { $0.isCurrent },
  ]
}

/// A link with its words.
struct NamedLink: TemplateModel {
  var title: String
  var url: [UInt8]
  var isCurrent = false

  static let fields: [TemplateField<NamedLink>] = [
    .text("title") { $0.title }, .text("url") { $0.url }, .flag("current") { $0.isCurrent },
  ]
}

/// A step on the way from the catalogue to a page.
struct Breadcrumb: TemplateModel {
  var title: String
  var url: [UInt8]
  var isLast = false

  static let fields: [TemplateField<Breadcrumb>] = [
    .text("title") { $0.title }, .text("url") { $0.url }, .flag("last") { $0.isLast },
  ]
}

/// The portal's name and picture.
struct PortalIdentity: TemplateModel {
  var title: String
  var url: [UInt8]
  var tagline: String?
  var logo: Picture?

  static let fields: [TemplateField<PortalIdentity>] = [
    .text("title") { $0.title }, .text("url") { $0.url }, .text("tagline") { $0.tagline },
    .record("logo") { $0.logo },
  ]
}

/// A picture with its size in CSS pixels.
struct Picture: TemplateModel {
  var url: [UInt8]
  var alternative = ""
  var width: Int
  var height: Int

  static let fields: [TemplateField<Picture>] = [
    .text("url") { $0.url }, .text("alt") { $0.alternative }, .text("width") { String($0.width) },
    .text("height") { String($0.height) },
  ]
}

/// The bar at the top; its size does not depend on the portal's.
struct PageHeader: TemplateModel {
  var links: [NamedLink]
  var searchURL: [UInt8]?

  static let fields: [TemplateField<PageHeader>] = [
    .list("links") { $0.links }, .text("search_url") { $0.searchURL },
  ]
}

/// The lines at the bottom.
struct PageFooter: TemplateModel {
  var links: [NamedLink]
  var cookieSettings: [UInt8]?
  var note: [UInt8]?
  var copyright: String?
  var license: License?
  var generator: String?

  static let fields: [TemplateField<PageFooter>] = [
    .list("links") { $0.links },
    .flag("has_links") { !$0.links.isEmpty || $0.cookieSettings != nil },
    .text("cookie_settings") { $0.cookieSettings }, .html("note") { $0.note },
    .text("copyright") { $0.copyright }, .record("license") { $0.license },
    .text("generator") { $0.generator },
  ]
}

/// What content may be used for.
struct License: TemplateModel {
  var title: String
  var url: String?
  /// Whether it allows nothing.
  var isReserved: Bool

  static let fields: [TemplateField<License>] = [
    .text("title") { $0.title }, .text("url") { $0.url }, .flag("is_reserved") { $0.isReserved },
  ]

  /// A licence as an author names it; Creative Commons' get their address, and what is known as reserving all
  /// rights is said in words.
  init(_ name: String, strings: UIStrings? = nil) {
    isReserved = name.lowercased() == "licenseref-all-rights-reserved"
    title = isReserved ? strings?.text("all_rights_reserved") ?? name : name
    url = CreativeCommons.address(of: name)
  }
}

/// A change with its day.
struct Updated: TemplateModel {
  var text: String
  var date: String

  static let fields: [TemplateField<Updated>] = [
    .text("text") { $0.text }, .text("date") { $0.date },
  ]
}
