import Bytes
import CourseModel
import Files

extension PortalSite {
  /// The frame of a page.
  func frame(_ page: PageDescription) -> PageFrame { frame(page, in: sharedFrame(of: page)) }

  /// What the page has around it like all of its kind in its folder with the same services.
  func sharedFrame(of page: PageDescription) -> SharedFrame {
    let folder = page.output.parent
    let strings = words(in: page.language)
    let home = catalogue(in: interface(for: page.language))
    var head = PageHead(
      language: page.language.text, direction: page.language.direction,
      root: Self.root(from: folder),
      stylesheet: RelativePath("assets/clevio.css").reference(from: folder),
      script: RelativePath("assets/clevio.js").reference(from: folder),
      headScript: RelativePath("assets/theme.js").reference(from: folder),
      languageName: name(of: page.language))
    head.icon = (iconAsset?.output ?? Self.iconPath).reference(from: folder)
    if accentStylesheet != nil {
      head.accentStylesheet = Self.accentPath.reference(from: folder)
    }
    if let feed {
      head.feeds = [NamedLink(title: portal.settings.title, url: feed.reference(from: folder))]
    }
    head.languages = languageSwitch(
      to: languages.map { ($0, catalogue(in: $0)) }, for: page)
    let links = headerLinks(strings: strings, home: home)
    let header = PageHeader(
      links: links.map { NamedLink(title: $0.title, url: $0.output.reference(from: folder)) },
      searchURL: self.folder(of: interface(for: page.language)).appending("search.html")
        .reference(from: folder))
    var frame = PageFrame(
      page: head, portal: identity(from: folder, home: home), header: header,
      footer: footer(of: page, from: folder, strings: strings), strings: strings)
    frame.consent = consentFrame(page)
    frame.page.policy = contentSecurityPolicy(for: page)
    if frame.consent.asks { frame.footer.cookieSettings = frame.consent.cookiesURL }
    return SharedFrame(frame: frame, headerOutputs: links.map(\.output))
  }

  /// The frame of a page in a folder whose shared frame is known.
  func frame(_ page: PageDescription, in shared: SharedFrame) -> PageFrame {
    let folder = page.output.parent
    var frame = shared.frame
    frame.page.kind = page.kind.rawValue
    frame.page.title =
      page.title == portal.settings.title ? page.title : "\(page.title) · \(portal.settings.title)"
    frame.page.description = page.description
    frame.page.canonical = absolute(page.output)
    frame.page.robots = page.isListed ? nil : "noindex"
    frame.page.jsonLD = page.jsonLD
    if let feed = page.feed {
      // Programs that follow one feed of a page take the first.
      let link = NamedLink(title: page.title, url: feed.reference(from: folder))
      frame.page.feeds.insert(link, at: 0)
    }
    frame.page.openGraph = openGraph(page, url: frame.page.canonical)
    frame.page.alternates = alternates(of: page)
    if page.translations.count > 1 {
      frame.page.languages = languageSwitch(to: page.translations, for: page)
    } else if !page.counterparts.isEmpty {
      frame.page.languages = languageSwitch(to: page.counterparts, for: page)
    }
    frame.page.breadcrumbs = page.trail.enumerated().map { index, step in
      Breadcrumb(
        title: step.title, url: step.output.reference(from: folder),
        isLast: index == page.trail.count - 1)
    }
    if let current = shared.headerOutputs.firstIndex(of: page.output) {
      frame.header.links[current].isCurrent = true
    }
    return packed == nil ? frame : frame.withinPackedCourse
  }

  static let iconPath = RelativePath("assets/icon.svg")
  static let accentPath = RelativePath("assets/accent.css")

  /// What pages may load: their own files, and nothing else.
  ///
  /// A reader shows pictures that it unpacked; on a course's page, the script that saves it is started.
  static func contentSecurityPolicy(of kind: PageKind) -> String {
    "default-src 'none'; script-src 'self'; style-src 'self'; "
      + "img-src 'self' data:\(kind == .reader ? " blob:" : ""); "
      + "media-src 'self' blob:; font-src 'self'; base-uri 'none'; form-action 'self'"
      + (kind == .course ? "; worker-src 'self'" : "")
  }

  private static func root(from folder: RelativePath) -> [UInt8] {
    folder.parts.flatMap { _ in Array("../".utf8) }
  }

  var logoAsset: Asset? { asset(portal.settings.theme.logo) }
  var iconAsset: Asset? { asset(portal.settings.theme.icon) }

  private func asset(_ path: Located<String>?) -> Asset? {
    guard let path, let source = RelativePath.root.resolving(path.value), isPublishable(source)
    else { return nil }
    return Asset(source: source, output: resolver.output(of: source))
  }

  /// Whether the sources have a picture that may go into the output.
  func isPublishable(_ source: RelativePath) -> Bool {
    portal.sources[source] != nil && isPicture(source) && images.refusal(of: source) == nil
      && !resolver.isWithheld(source)
  }

  private func identity(from folder: RelativePath, home: RelativePath) -> PortalIdentity {
    var logo: Picture?
    if let asset = logoAsset {
      let size = images.size(of: asset.source) ?? (32, 32)
      // The bar is 2 rem high.
      let width = max(1, size.width * 32 / max(1, size.height))
      logo = Picture(url: asset.output.reference(from: folder), width: width, height: 32)
    }
    return PortalIdentity(
      title: portal.settings.title, url: home.reference(from: folder),
      tagline: portal.settings.tagline, logo: logo)
  }

  private func headerLinks(strings: UIStrings, home: RelativePath)
    -> [(title: String, output: RelativePath)]
  {
    let documents = portal.settings.menu.prefix(PortalSettings.menuLimit).compactMap { name in
      portal.pages.first { $0.slug == name.value }
    }
    return [(strings.text("catalogue"), home)] + documents.map { ($0.title, $0.output) }
  }

  private func footer(
    of page: PageDescription, from folder: RelativePath, strings: UIStrings
  ) -> PageFooter {
    let settings = portal.settings
    let inMenu = Set(settings.menu.prefix(PortalSettings.menuLimit).map(\.value))
    let links = portal.pages.filter { !inMenu.contains($0.slug) }.prefix(12).map {
      NamedLink(title: $0.title, url: $0.output.reference(from: folder))
    }
    return PageFooter(
      links: (packed == nil ? links : []) + footerLinks(in: strings.language, from: folder),
      copyright: settings.copyright ?? settings.operatorName,
      license: (page.license ?? settings.license).map { License($0, strings: strings) },
      generator: strings.text("generator", ["name": "Clevio"]))
  }

  private func openGraph(_ page: PageDescription, url: String?) -> [OpenGraphProperty] {
    guard let url, page.isListed else { return [] }
    var properties = [
      OpenGraphProperty(
        property: "og:type", content: page.kind == .lesson ? "article" : "website"),
      OpenGraphProperty(property: "og:title", content: page.title),
      OpenGraphProperty(property: "og:url", content: url),
      OpenGraphProperty(property: "og:site_name", content: portal.settings.title),
      OpenGraphProperty(
        property: "og:locale", content: page.language.text.exchanging("-", for: "_")),
    ]
    if let description = page.description {
      properties.append(OpenGraphProperty(property: "og:description", content: description))
    }
    if let image = page.image, let address = absolute(image.output) {
      properties.append(OpenGraphProperty(property: "og:image", content: address))
      if let alternative = image.alternative {
        properties.append(OpenGraphProperty(property: "og:image:alt", content: alternative))
      }
    }
    return properties
  }

  private func alternates(of page: PageDescription) -> [LanguageLink] {
    guard page.isListed, page.translations.count > 1 else { return [] }
    return page.translations.compactMap { translation in
      absolute(translation.output).map {
        LanguageLink(
          name: name(of: translation.language), language: translation.language.text,
          url: Array($0.utf8))
      }
    }
  }

  /// Links to other languages: to the page itself, else to what is nearest to it.
  private func languageSwitch(
    to targets: [(language: LanguageTag, output: RelativePath)], for page: PageDescription
  ) -> [LanguageLink] {
    targets.map { target in
      LanguageLink(
        name: name(of: target.language), language: target.language.text,
        url: target.output.reference(from: page.output.parent),
        isCurrent: target.language == page.language)
    }
  }
}
