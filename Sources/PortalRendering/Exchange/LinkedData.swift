import Bytes
import CourseModel
import Files

/// What search engines read in a page: JSON-LD in the vocabulary of schema.org.
///
/// Its ids are absolute, so that there is none where the portal does not know where it will stand.
struct LinkedData: Sendable {
  /// What machines read is told of.
  let portal: PublicPortal
  private let home: String

  /// `nil` without absolute addresses.
  init?(_ portal: PublicPortal) {
    guard let home = portal.setting.absolute(RelativePath("index.html")) else { return nil }
    self.portal = portal
    self.home = home
  }

  /// The text for a page's `script` element, `<` written as `\u003c`; `nil` where there is nothing to say.
  static func text(_ nodes: [JSONValue]) -> [UInt8]? {
    let head: JSONValue = ["@context": "https://schema.org"]
    guard let first = nodes.first else { return nil }
    var text: [UInt8] = []
    text.append(json: head.adding(nodes.count == 1 ? first : ["@graph": .list(nodes)]))
    return text
  }

  /// A listed course; `nil` for another.
  ///
  /// Where the author gives no description, `description` takes its place.
  func course(_ course: Course, description: String? = nil) -> JSONValue? {
    guard course.visibility.isListed, let url = absolute(course.output) else { return nil }
    let matter = course.frontMatter
    let cover = portal.setting.cover(course).flatMap(absolute)
    let own: JSONValue = [
      "@type": "Course", "@id": .text(url), "url": .text(url), "name": .text(course.title),
      "alternativeHeadline": matter.subtitle.map(JSONValue.text),
      "description": .text(course.summary ?? description ?? course.title),
      "provider": provider, "author": people(portal.authors(of: course)),
      "image": cover.map(JSONValue.text), "inLanguage": .text(course.language.text),
      "educationalLevel": matter.level.map { .text($0.rawValue.capitalizedASCII) },
    ]
    return own.adding([
      "teaches": JSONValue.texts(matter.outcomes), "coursePrerequisites": prerequisites(of: course),
      "about": matter.category.map(JSONValue.text),
      "keywords": matter.tags.isEmpty ? nil : .text(matter.tags.joined(separator: ", ")),
      "datePublished": matter.date.map { .text($0.isoText) },
      "dateModified": matter.lastModified.map { .text($0.isoText) },
      "version": matter.version.map(JSONValue.text),
      "license": (matter.license ?? portal.portal.settings.license).map(license),
      "isAccessibleForFree": .flag(course.price.isFree),
      "offers": [offer(of: course, url: url)], "hasCourseInstance": [instance(of: course)],
    ])
  }

  /// A list of courses; those that are not listed are passed over.
  func list(_ courses: [Course]) -> JSONValue? {
    let items = courses.filter(\.visibility.isListed).compactMap { course in
      absolute(course.output).map { (course.title, $0) }
    }
    guard !items.isEmpty else { return nil }
    return [
      "@type": "ItemList",
      "itemListElement": .list(
        items.enumerated().map { index, item in
          [
            "@type": "ListItem", "position": .number(index + 1), "url": .text(item.1),
            "name": .text(item.0),
          ]
        }),
    ]
  }

  /// The way from the catalogue to a page, which is the last step.
  func breadcrumbs(_ steps: [TrailStep]) -> JSONValue? {
    guard steps.count > 1 else { return nil }
    return [
      "@type": "BreadcrumbList",
      "itemListElement": .list(
        steps.enumerated().map { index, step in
          [
            "@type": "ListItem", "position": .number(index + 1), "name": .text(step.title),
            "item": absolute(step.output).map(JSONValue.text),
          ]
        }),
    ]
  }

  private func absolute(_ output: RelativePath) -> String? { portal.setting.absolute(output) }

  private var provider: JSONValue {
    let settings = portal.portal.settings
    return [
      "@type": "Organization", "name": .text(settings.operatorName ?? settings.title),
      "url": .text(home),
    ]
  }

  private func people(_ authors: [Author]) -> JSONValue? {
    guard !authors.isEmpty else { return nil }
    return .list(
      authors.map { author in
        [
          "@type": "Person", "name": .text(author.name),
          "url": absolute(author.output).map(JSONValue.text),
          "jobTitle": author.role.map(JSONValue.text),
        ]
      })
  }

  private func prerequisites(of course: Course) -> JSONValue? {
    let courses: [JSONValue] = course.frontMatter.prerequisites.compactMap { name in
      guard let other = portal.course(named: name.value) else {
        return portal.hides(courseNamed: name.value) ? nil : .text(name.value)
      }
      return [
        "@type": "Course", "name": .text(other.title),
        "url": absolute(other.output).map(JSONValue.text),
      ]
    }
    let all = courses + course.frontMatter.requirements.map(JSONValue.text)
    return all.isEmpty ? nil : .list(all)
  }

  private func license(_ name: String) -> JSONValue {
    if name.utf8.starts(with: "https://".utf8) { return .text(name) }
    return [
      "@type": "CreativeWork", "name": .text(name),
      "url": portal.setting.licenseURL(name).map(JSONValue.text),
    ]
  }

  private func offer(of course: Course, url: String) -> JSONValue {
    let offer = course.offer(on: portal.portal.today)
    let hasPreview = course.lessons.contains(where: course.isOpen)
    let category = course.price.isFree ? "Free" : hasPreview ? "Partially Free" : "Paid"
    return [
      "@type": "Offer", "category": .text(category), "price": .text(offer.price.decimalText),
      "priceCurrency": (offer.price.currency ?? offer.regular?.currency).map { .text($0.code) },
      "priceValidUntil": offer.until.map { .text($0.isoText) }, "url": .text(url),
    ]
  }

  private func instance(of course: Course) -> JSONValue {
    [
      "@type": "CourseInstance", "courseMode": "online",
      "courseWorkload": .text(Self.duration(minutes: course.minutes)),
      "inLanguage": .text(course.language.text),
    ]
  }

  /// A duration of ISO 8601, at least a minute: what takes no time is no workload.
  static func duration(minutes: Int) -> String {
    let minutes = max(1, minutes)
    let hours = minutes / 60
    let rest = minutes % 60
    return "PT" + (hours > 0 ? "\(hours)H" : "") + (rest > 0 ? "\(rest)M" : "")
  }
}

extension String {
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
