import CourseModel
import Diagnostics
import Files

/// What is right in each file by itself, but not beside the others.
struct Inconsistencies {
  private let portal: Portal
  /// Files in which something was not understood, so that what seems missing may be there.
  private let broken: Set<String>
  private let authorNames: Names
  private let courseNames: Names

  /// Names to look up, and to suggest from in order.
  private struct Names {
    let ordered: [String]
    let all: Set<String>

    init(_ names: [String]) {
      ordered = names
      all = Set(names)
    }
  }

  /// Looks at a portal with all its courses, published or not.
  init(of portal: Portal, besides broken: Set<String>) {
    self.portal = portal
    self.broken = broken
    authorNames = Names(portal.authors.map(\.slug))
    courseNames = Names(portal.courses.map(\.slug))
  }

  /// All of them, in no order.
  var all: [Diagnostic] {
    duplicateAddresses() + portal.courses.flatMap(unknownNames(in:))
      + portal.courses.flatMap(unknownRequirements(in:))
      + misspeltPrerequisites() + portal.courses.flatMap(wrongDates(in:))
      + portal.courses.flatMap(underscored(in:))
      + portal.courses.flatMap(wrongSale(of:))
      + portal.courses.filter { !broken.contains($0.position.path) }.flatMap(incompleteOffers(of:))
      + CircularRequirements(portal: portal).all + unknownMenuPages() + missingPictures()
  }

  /// Pictures of the portal and of people that are not there.
  private func missingPictures() -> [Diagnostic] {
    let theme = portal.settings.theme
    let named =
      [theme.logo, theme.icon].compactMap(\.self).map { ($0, RelativePath.root) }
      + portal.authors.compactMap { author in
        author.photo.map { ($0, author.biography.path.parent) }
      }
    return named.compactMap { picture, folder in
      if folder.resolving(picture.value).flatMap({ portal.sources[$0] }) != nil { return nil }
      return Diagnostic(
        "picture-missing", .error, "there is no picture \"\(picture.value)\"",
        at: picture.position, help: "write a path relative to the folder of this file")
    }
  }

  /// Pages that would be written over each other, also on file systems that ignore case.
  private func duplicateAddresses() -> [Diagnostic] {
    var owners: [String: SourcePosition] = [:]
    var diagnostics: [Diagnostic] = []
    func claim(_ output: RelativePath, by position: SourcePosition) {
      // Swift's `==` on strings takes the forms of Unicode together, as some file systems do.
      let key = output.text.lowercased()
      guard let owner = owners[key] else {
        owners[key] = position
        return
      }
      diagnostics.append(
        Diagnostic(
          "address-duplicate", .error,
          "the address \"\(output)\" is taken by \"\(owner.path)\"", at: position,
          help: "give one of them another name, or a slug of its own"))
    }
    for name in ["index", "search", "offline", "404"] {
      owners["\(name).html"] = SourcePosition(path: "the portal's own page")
    }
    for page in portal.pages { claim(page.output, by: SourcePosition(path: page.file.path.text)) }
    for author in portal.authors {
      claim(author.output, by: SourcePosition(path: author.biography.path.text))
    }
    for course in portal.courses {
      claim(course.output, by: course.position)
      if course.isSealed {
        owners[course.reader.text.lowercased()] = SourcePosition(path: "the course's reader")
      }
      if let certificate = course.certificate {
        owners[certificate.text.lowercased()] = SourcePosition(path: "the course's certificate")
      }
      for section in course.sections {
        if section.slug != nil,
          let place = section.introduction?.path ?? section.lessons.first?.file.path
        {
          claim(
            section.output,
            by: SourcePosition(path: section.introduction == nil ? place.parent.text : place.text))
        }
        for lesson in section.lessons {
          claim(lesson.output, by: SourcePosition(path: lesson.file.path.text))
        }
      }
    }
    return diagnostics
  }

  private func unknownNames(in course: Course) -> [Diagnostic] {
    let matter = course.frontMatter
    func unknown(
      _ name: Located<String>, _ id: Diagnostic.ID, _ message: String, among names: Names,
      help: String
    ) -> Diagnostic? {
      guard !names.all.contains(name.value) else { return nil }
      return Diagnostic(
        id, .error, message, at: name.position,
        help: Suggestion.question(near: name.value, among: names.ordered) ?? help,
        fix: Fix(at: name.position, misspelt: name.value, among: names.ordered))
    }
    var diagnostics = matter.authors.compactMap { name in
      unknown(
        name, "course-author", "there is no author \"\(name.value)\"", among: authorNames,
        help: name.value.contains(",")
          ? "write several authors as a list: [ada, bob]"
          : "write authors/\(SourceName.slug(of: name.value)).md")
    }
    if let name = matter.translationOf {
      diagnostics += [
        unknown(
          name, "course-translation", "there is no course \"\(name.value)\" to be translated",
          among: courseNames, help: "write the name of a course's folder")
      ].compactMap(\.self)
    }
    if let name = matter.translationOf { diagnostics += mistakes(inTranslationOf: name, course) }
    if let cover = matter.cover,
      course.folder.resolving(cover.value).flatMap({ portal.sources[$0] }) == nil
    {
      diagnostics.append(
        Diagnostic(
          "course-cover", .error, "there is no picture \"\(cover.value)\"", at: cover.position,
          help: "write a path relative to the course's folder"))
    }
    return diagnostics
  }

  /// What keeps a translation from being found, or two from being told apart.
  private func mistakes(inTranslationOf name: Located<String>, _ course: Course) -> [Diagnostic] {
    func mistake(_ message: String, _ help: String) -> [Diagnostic] {
      [Diagnostic("course-translation", .error, message, at: name.position, help: help)]
    }
    if name.value == course.slug {
      return mistake("the course is named as a translation of itself", "remove the line")
    }
    guard let original = portal.courses.first(where: { $0.slug == name.value }) else { return [] }
    if let other = original.frontMatter.translationOf {
      return mistake(
        "\"\(name.value)\" is a translation itself", "write translation_of: \(other.value)")
    }
    if original.language == course.language {
      return mistake(
        "\"\(name.value)\" is in \(course.language.text), too",
        "write lang: with this course's language")
    }
    let first = portal.courses.first {
      $0.frontMatter.translationOf?.value == name.value && $0.language == course.language
    }
    guard let first, first.slug != course.slug else { return [] }
    return mistake(
      "\"\(first.slug)\" translates \"\(name.value)\" into \(course.language.text) already",
      "correct lang: in one of them, or remove one of them")
  }

  /// Prerequisites that are taken for plain words and are nearly the name of a course, or the path of one.
  private func misspeltPrerequisites() -> [Diagnostic] {
    let names = portal.courses.flatMap(\.frontMatter.prerequisites).filter {
      !courseNames.all.contains($0.value) && $0.value.utf8.count > 2 && !$0.value.contains(" ")
    }
    // Each word is compared with the names of all courses: of very many, only the first ones are.
    let words = Set(names.map(\.value)).sorted().prefix(2_000_000 / (portal.courses.count + 1))
    let meant = Dictionary(
      uniqueKeysWithValues: words.compactMap { word in course(meantBy: word).map { (word, $0) } })
    return names.compactMap { name in
      meant[name.value].map { course in
        Diagnostic(
          "course-prerequisite", .warning, "there is no course \"\(name.value)\"",
          at: name.position,
          help: "did you mean \"\(course)\"? What is no course's name is shown as it is",
          fix: Fix(at: name.position, misspelt: name.value, among: courseNames.ordered))
      }
    }
  }

  private func course(meantBy word: String) -> String? {
    if ["courses/", "./", "../"].contains(where: word.hasPrefix) {
      return word.split(separator: "/").map(String.init).last { courseNames.all.contains($0) }
    }
    return Suggestion.nearest(to: word, among: courseNames.ordered)
  }

  /// Lessons that other tools would keep back, since their name or that of a folder begins with `_`.
  private func underscored(in course: Course) -> [Diagnostic] {
    guard course.visibility != .private, course.visibility != .draft else { return [] }
    var places: [RelativePath] = []
    for section in course.sections where !section.isDraft {
      for lesson in section.lessons
      where lesson.frontMatter.visibility != .draft && lesson.file.path.text.contains("_") {
        let parts = lesson.file.path.relative(to: course.folder)?.parts ?? []
        guard let index = parts.firstIndex(where: { $0.utf8.first == UInt8(ascii: "_") }) else {
          continue
        }
        let place = course.folder.appending(parts[...index].joined(separator: "/"))
        if !places.contains(place) { places.append(place) }
      }
    }
    return places.map { path in
      Diagnostic(
        "file-underscore", .warning,
        "\"\(path)\" is published, though other tools keep back what begins with _",
        at: SourcePosition(path: path.text),
        help: "give it another name, or name it under ignore: in clevio.yml")
    }
  }

  /// Courses and lessons that end before they begin.
  private func wrongDates(in course: Course) -> [Diagnostic] {
    func mistake(_ begin: CalendarDate, _ end: CalendarDate, _ place: SourcePosition)
      -> [Diagnostic]
    {
      guard end <= begin else { return [] }
      return [
        Diagnostic(
          "date-order", .error,
          "expires is \(end.isoText), which is not after \(begin.isoText), the day from which it is "
            + "available", at: place,
          help: "write the first day on which it is no longer published, or remove one of the two")
      ]
    }
    let matter = course.frontMatter
    var mistakes: [Diagnostic] = []
    if let begin = matter.available, let end = matter.expires {
      mistakes += mistake(begin, end, course.position)
    }
    for lesson in course.lessons {
      guard let end = lesson.frontMatter.expires,
        case .from(let begin) = lesson.frontMatter.available
      else { continue }
      mistakes += mistake(begin, end, SourcePosition(path: lesson.file.path.text))
    }
    return mistakes
  }

  private func unknownRequirements(in course: Course) -> [Diagnostic] {
    guard course.lessons.contains(where: { !$0.frontMatter.requires.isEmpty }) else { return [] }
    let paths = Set(course.lessons.map(\.file.path))
    let unknown = course.lessons.flatMap { lesson in
      lesson.frontMatter.requires.filter {
        course.path(ofLesson: $0.value, requiredBy: lesson, among: paths) == nil
      }.map { (lesson.file.path.parent, $0) }
    }
    return unknown.enumerated().map { index, requirement in
      let (folder, name) = requirement
      // Each is compared with the names of all lessons: of very many, only the first ones are.
      let names =
        index < 50
        ? (paths.compactMap { $0.relative(to: folder)?.text }
          + paths.compactMap { $0.relative(to: course.folder)?.text }).sorted() : []
      return Diagnostic(
        "lesson-requires", .error, "the course has no lesson \"\(name.value)\"",
        at: name.position,
        help: Suggestion.question(near: name.value, among: names)
          ?? "write a path relative to this file",
        fix: Fix(at: name.position, misspelt: name.value, among: names))
    }
  }

  /// A sale's price that does not go with the course's.
  private func wrongSale(of course: Course) -> [Diagnostic] {
    let matter = course.frontMatter
    guard let lower = matter.sale?.price, let price = matter.price else { return [] }
    // Of a price that was not understood, that of the settings took the place.
    if broken.contains(course.position.path), price.position.path != lower.position.path {
      return []
    }
    func mistake(_ message: String, _ help: String) -> [Diagnostic] {
      [Diagnostic("course-sale", .error, message, at: lower.position, help: help)]
    }
    if price.value.isFree {
      return mistake(
        "the course is free, so there is nothing to lower",
        "remove the sale, or write the price of the course")
    }
    if lower.value.currency != price.value.currency, !lower.value.isFree {
      return mistake("the sale is in another currency than the price", "write both in one currency")
    }
    guard lower.value.minorUnits >= price.value.minorUnits else { return [] }
    return mistake("the sale's price is not lower than the price", "lower it, or remove the sale")
  }

  /// Prices and places to buy of which only one is there.
  private func incompleteOffers(of course: Course) -> [Diagnostic] {
    let matter = course.frontMatter
    var diagnostics: [Diagnostic] = []
    if let sale = matter.sale, sale.price == nil || matter.price == nil {
      diagnostics.append(
        Diagnostic(
          "course-sale", .error, "a sale needs a price of its own and a price to lower",
          at: sale.position, help: "write price: in the course and in its sale"))
    }
    if let price = matter.price, !price.value.isFree, matter.checkoutURL == nil,
      portal.settings.checkoutURL == nil
    {
      diagnostics.append(
        Diagnostic(
          "course-checkout", .warning, "the course has a price, but nobody can buy it",
          at: price.position, help: "write checkout_url: with the address of your shop's page"))
    }
    if matter.price == nil, matter.sale == nil, let checkout = matter.checkoutURL {
      diagnostics.append(
        Diagnostic(
          "course-checkout", .warning,
          "the course can be bought, but has no price, so everybody reads it for nothing",
          at: checkout.position, help: "write price: with what it costs, or remove checkout_url:"))
    }
    return diagnostics
  }

  private func unknownMenuPages() -> [Diagnostic] {
    let beyond = portal.settings.menu.dropFirst(PortalSettings.menuLimit).prefix(1).map { name in
      Diagnostic(
        "menu-page", .warning,
        "the menu has room for \(PortalSettings.menuLimit) pages: \"\(name.value)\" stands at the "
          + "foot of pages",
        at: name.position, help: "name fewer pages, and link to others from these")
    }
    return beyond + unknownPages(in: portal.settings.menu)
  }

  private func unknownPages(in menu: [Located<String>]) -> [Diagnostic] {
    menu.compactMap { name in
      guard !portal.pages.contains(where: { $0.slug == name.value }) else { return nil }
      if PolicyDocument(slug: name.value) != nil {
        return Diagnostic(
          "menu-page", .error,
          "\"\(name.value)\" is a policy, which stands at the foot of all pages",
          at: name.position, help: "name pages of the folder pages/ here")
      }
      if isDraftPage(name.value) {
        return Diagnostic(
          "menu-page", .error, "the page \"\(name.value)\" is a draft", at: name.position,
          help: "take \"visibility: draft\" out of it, or the page out of menu:")
      }
      return Diagnostic(
        "menu-page", .error, "there is no page \"\(name.value)\"", at: name.position,
        help: Suggestion.question(near: name.value, among: portal.pages.map(\.slug))
          ?? menuHelp(for: name.value),
        fix: Fix(at: name.position, misspelt: name.value, among: portal.pages.map(\.slug)))
    }
  }

  private func menuHelp(for name: String) -> String {
    let plain = RelativePath(name).stem
    if portal.pages.contains(where: { $0.slug == plain }) { return "write \(plain)" }
    return SourceName.isSlug(name)
      ? "write pages/\(name).md"
      : "write the name of a page in pages/, such as about for pages/about.md"
  }

  /// Whether a page that is not built has its text among the sources.
  private func isDraftPage(_ slug: String) -> Bool {
    portal.sources.files.keys.contains { path in
      path.isDirectly(in: RelativePath("pages")) && CourseSource.isMarkdown(path)
        && SourceName(path.stem).slug == slug
    }
  }
}
