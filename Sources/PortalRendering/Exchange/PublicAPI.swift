import Bytes
import CourseModel
import Files

/// The files of `api/v1/`: what the portal shows, as JSON.
///
/// Each object names its page as `path`, from the portal's root, and as `url`, where the portal knows its own.
struct PublicAPI {
  let portal: PublicPortal

  static let folder = RelativePath("api/v1")

  /// What is told of each course, by the members' names.
  static let courseFields = [
    "title", "subtitle", "description", "language", "level", "category", "tags", "authors", "price",
    "minutes", "date", "last_modified", "outcomes", "requirements", "lessons",
  ]
  /// What is told of each author.
  static let authorFields = ["name", "role", "links", "courses"]

  /// All files but those of courses, ordered by kind and then as the portal orders their subjects.
  func write(_ receive: PageReceiver) throws(FileError) {
    let policies: JSONValue = ["policies": .list(portal.setting.policies)]
    try receive(Self.folder.appending("policies.json"), .bytes(policies.line))
    guard isPublic else { return }
    try receive(Self.folder.appending("site.json"), .bytes(site.line))
    try receive(Self.folder.appending("courses.json"), .bytes(courseList.line))
    for author in portal.authors {
      try receive(Self.resource(of: author), .bytes(json(of: author).line))
    }
    try receive(
      Self.folder.appending("openapi.json"), .bytes(OpenAPIDescription(portal).json.line))
    for schema in APISchema.allCases {
      try receive(schema.path, .bytes(schema.json(absolute: portal.setting.absolute).line))
    }
  }

  /// The file of a course.
  func write(_ course: Course, _ receive: PageReceiver) throws(FileError) {
    guard isPublic else { return }
    try receive(Self.resource(of: course), .bytes(json(of: course).line))
  }

  /// Whether the declaration lets more be read than the policies.
  private var isPublic: Bool { portal.portal.legal?.publicAPI.isPublic != false }

  private static func resource(of course: Course) -> RelativePath {
    folder.appending("courses/\(course.slug).json")
  }

  private static func resource(of author: Author) -> RelativePath {
    folder.appending("authors/\(author.slug).json")
  }

  private var site: JSONValue {
    let settings = portal.portal.settings
    let languages = settings.languages.isEmpty ? [settings.language] : settings.languages
    let members: JSONValue = [
      "title": .text(settings.title), "tagline": settings.tagline.map(JSONValue.text),
      "description": settings.description.map(JSONValue.text),
      "language": .text(settings.language.text),
      "languages": .list(languages.map { .text($0.text) }),
      "operator": settings.operatorName.map(JSONValue.text),
      "license": settings.license.map(JSONValue.text), "generator": .text(portal.setting.generator),
    ]
    return members.adding(page(RelativePath("index.html"))).adding([
      "courses": [
        "count": .number(portal.courses.count),
        "resource": .text(portal.reference(Self.folder.appending("courses.json"))),
      ],
      "authors": .list(portal.authors.map(mention)),
      "policies": ["resource": .text(portal.reference(Self.folder.appending("policies.json")))],
      "openapi": .text(portal.reference(Self.folder.appending("openapi.json"))),
    ])
  }

  private var courseList: JSONValue {
    [
      "count": .number(portal.courses.count),
      "courses": .list(portal.courses.map { entry($0).adding(["resource": resource($0)]) }),
    ]
  }

  private func resource(_ course: Course) -> JSONValue {
    .text(portal.reference(Self.resource(of: course)))
  }

  private func page(_ output: RelativePath) -> JSONValue {
    [
      "path": .text(portal.reference(output)),
      "url": portal.setting.absolute(output).map(JSONValue.text),
    ]
  }

  private func mention(_ author: Author) -> JSONValue {
    let members: JSONValue = [
      "slug": .text(author.slug), "name": .text(author.name),
      "resource": .text(portal.reference(Self.resource(of: author))),
    ]
    return members.keeping(portal.portal.legal?.publicAPI.authorFields ?? [])
  }

  private func mention(_ course: Course) -> JSONValue {
    [
      "slug": .text(course.slug), "title": .text(course.title),
      "language": .text(course.language.text), "resource": resource(course),
    ]
  }

  private func json(of author: Author) -> JSONValue {
    let members: JSONValue = [
      "slug": .text(author.slug), "name": .text(author.name),
      "role": author.role.map(JSONValue.text),
    ]
    let all = members.adding(page(author.output)).adding([
      "links": .list(
        author.links.map { ["title": .text($0.title), "url": .text($0.url.value)] }),
      "courses": .list(portal.courses(by: author).map(mention)),
    ])
    return all.keeping(portal.portal.legal?.publicAPI.authorFields ?? [])
  }

  /// What the list of courses and a course's own file both say.
  private func entry(_ course: Course) -> JSONValue {
    let matter = course.frontMatter
    let offer = course.offer(on: portal.portal.today)
    let members: JSONValue = [
      "slug": .text(course.slug), "title": .text(course.title),
      "subtitle": matter.subtitle.map(JSONValue.text),
      "description": matter.description.map(JSONValue.text),
      "language": .text(course.language.text),
      "level": matter.level.map { .text($0.rawValue) },
      "category": matter.category.map(JSONValue.text), "tags": JSONValue.texts(matter.tags),
      "authors": .list(portal.authors(of: course).map(mention)),
      "price": json(of: offer.price), "regular_price": offer.regular.map(json),
      "price_until": offer.until.map { .text($0.isoText) },
      "lesson_count": .number(Array(course.lessons).count), "minutes": .number(course.minutes),
      "date": matter.date.map { .text($0.isoText) },
      "last_modified": matter.lastModified.map { .text($0.isoText) },
    ]
    return members.adding(page(course.output)).keeping(declaredFields)
  }

  /// The fields of courses that `legal.yml` declares public; none for all.
  private var declaredFields: [Located<String>] {
    portal.portal.legal?.publicAPI.courseFields ?? []
  }

  private func json(of price: Price) -> JSONValue {
    [
      "minor_units": .number(price.minorUnits),
      "currency": price.currency.map { .text($0.code) } ?? .null, "text": .text(price.plainText),
    ]
  }

  private func json(of course: Course) -> JSONValue {
    let matter = course.frontMatter
    let others = portal.translations(of: course).filter { $0.slug != course.slug }
    let all = entry(course).adding([
      "version": matter.version.map(JSONValue.text),
      "license": (matter.license ?? portal.portal.settings.license).map(JSONValue.text),
      "random_access": .flag(matter.allowsRandomAccess ?? true),
      "passing_score": matter.passingScore.map(JSONValue.number),
      "certificate": .flag(matter.hasCertificate ?? false),
      "discussion_url": matter.discussionURL.map { .text($0.value) },
      "outcomes": JSONValue.texts(matter.outcomes),
      "requirements": JSONValue.texts(matter.requirements),
      "audience": JSONValue.texts(matter.audience), "prerequisites": prerequisites(of: course),
      "translations": others.isEmpty ? nil : .list(others.map(mention)),
      "sections": .list(course.sections.map { json(of: $0, course) }),
    ])
    return all.keeping(declaredFields)
  }

  private func prerequisites(of course: Course) -> JSONValue? {
    let known: [JSONValue] = course.frontMatter.prerequisites.compactMap { name in
      if let other = portal.course(named: name.value) { return mention(other) }
      return portal.hides(courseNamed: name.value) ? nil : ["title": .text(name.value)]
    }
    return known.isEmpty ? nil : .list(known)
  }

  private func json(of section: Section, _ course: Course) -> JSONValue {
    let lessons: JSONValue = [
      "lessons": .list(section.lessons.map { json(of: $0, course) })
    ]
    guard section.slug != nil else { return lessons }
    let title: JSONValue = ["title": .text(section.title)]
    return title.adding(page(section.output)).adding(lessons)
  }

  private func json(of lesson: Lesson, _ course: Course) -> JSONValue {
    let title: JSONValue = ["title": .text(lesson.title)]
    if let opening = portal.opening(of: lesson) {
      return title.adding(["available": .text(opening.isoText)])
    }
    let matter = lesson.frontMatter
    return title.adding(page(lesson.output)).adding([
      "minutes": .number(lesson.minutes), "kind": .text((matter.kind ?? .lesson).rawValue),
      "preview": .flag(!course.price.isFree && matter.isPreview == true),
      "locked": .flag(!course.isOpen(lesson)), "optional": .flag(matter.isOptional == true),
    ])
  }
}

extension JSONValue {
  /// An object with only the members that were declared public, and those that say where it is; all where
  /// none was declared.
  fileprivate func keeping(_ fields: [Located<String>]) -> JSONValue {
    guard case .object(let members) = self, !fields.isEmpty else { return self }
    let synonyms = [
      "id": "slug", "summary": "description", "author": "authors", "updated": "last_modified",
      "lessons": "sections",
    ]
    let names = fields.map { synonyms[$0.value] ?? $0.value } + ["slug", "path", "url", "resource"]
    return .object(members.filter { name, _ in names.contains(name) })
  }
}
