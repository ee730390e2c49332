import CourseModel
import Diagnostics
import Files

extension Portal {
  /// What is right in each file by itself, but not beside the others.
  func inconsistencies() -> [Diagnostic] {
    duplicateAddresses() + courses.flatMap(unknownNames(in:)) + courses.flatMap(offers(of:))
      + unknownMenuPages()
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
    for name in ["index", "search", "404"] {
      owners["\(name).html"] = SourcePosition(path: "the portal's own page")
    }
    for page in pages { claim(page.output, by: SourcePosition(path: page.file.path.text)) }
    for author in authors {
      claim(author.output, by: SourcePosition(path: author.biography.path.text))
    }
    for course in courses {
      claim(course.output, by: course.position)
      for section in course.sections {
        if section.slug != nil,
          let place = section.introduction?.path ?? section.lessons.first?.file.path
        {
          claim(section.output, by: SourcePosition(path: place.text))
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
    let authorNames = authors.map(\.slug)
    let courseNames = courses.map(\.slug)
    func unknown(
      _ name: Located<String>, _ id: Diagnostic.ID, _ message: String, among names: [String],
      help: String
    ) -> Diagnostic? {
      guard !names.contains(name.value) else { return nil }
      let suggestion = Suggestion.nearest(to: name.value, among: names)
      return Diagnostic(
        id, .error, message, at: name.position,
        help: suggestion.map { "did you mean \"\($0)\"?" } ?? help)
    }
    var diagnostics = matter.authors.compactMap { name in
      unknown(
        name, "course-author", "there is no author \"\(name.value)\"", among: authorNames,
        help: "write authors/\(SourceName.slug(of: name.value)).md")
    }
    if let name = matter.translationOf {
      diagnostics += [
        unknown(
          name, "course-translation", "there is no course \"\(name.value)\" to be translated",
          among: courseNames, help: "write the name of a course's folder")
      ].compactMap(\.self)
    }
    if let cover = matter.cover,
      course.folder.resolving(cover.value).flatMap({ sources[$0] }) == nil
    {
      diagnostics.append(
        Diagnostic(
          "course-cover", .error, "there is no picture \"\(cover.value)\"", at: cover.position,
          help: "write a path relative to the course's folder"))
    }
    return diagnostics
  }

  private func offers(of course: Course) -> [Diagnostic] {
    let matter = course.frontMatter
    var diagnostics: [Diagnostic] = []
    if let sale = matter.sale {
      if let lower = sale.price?.value, let price = matter.price?.value {
        if lower.currency != price.currency, !lower.isFree {
          diagnostics.append(
            Diagnostic(
              "course-sale", .error, "the sale is in another currency than the price",
              at: sale.price?.position ?? sale.position, help: "write both in one currency"))
        } else if lower.minorUnits >= price.minorUnits {
          diagnostics.append(
            Diagnostic(
              "course-sale", .error, "the sale's price is not lower than the price",
              at: sale.price?.position ?? sale.position,
              help: "lower it, or remove the sale"))
        }
      } else {
        diagnostics.append(
          Diagnostic(
            "course-sale", .error, "a sale needs a price of its own and a price to lower",
            at: sale.position, help: "write price: in the course and in its sale"))
      }
    }
    if let price = matter.price, !price.value.isFree, matter.checkoutURL == nil,
      settings.checkoutURL == nil
    {
      diagnostics.append(
        Diagnostic(
          "course-checkout", .warning, "the course has a price, but nobody can buy it",
          at: price.position, help: "write checkout_url: with the address of your shop's page"))
    }
    return diagnostics
  }

  private func unknownMenuPages() -> [Diagnostic] {
    settings.menu.compactMap { name in
      guard !pages.contains(where: { $0.slug == name.value }) else { return nil }
      return Diagnostic(
        "menu-page", .error, "there is no page \"\(name.value)\"", at: name.position,
        help: Suggestion.nearest(to: name.value, among: pages.map(\.slug))
          .map { "did you mean \"\($0)\"?" } ?? "write pages/\(name.value).md")
    }
  }
}
