import CourseModel
import Files

extension PortalSite {
  /// The words of a value on a page in `language`.
  func title(of facet: FacetValue, strings: UIStrings) -> String {
    switch facet.kind {
    case .level: strings.text(facet.value)
    case .language: LanguageTag(facet.value).map(name(of:)) ?? facet.value
    case .price: strings.text("price_\(facet.value)")
    case .category, .tag: facet.value
    }
  }

  /// A link from a course's page to the courses with the same value.
  func facetLink(_ kind: FacetKind, _ value: String, _ course: Course, from folder: RelativePath)
    -> NamedLink?
  {
    guard let facet = self.facet(kind, value) else { return nil }
    let strings = words(in: course.language)
    let home = self.folder(of: interface(for: course.language))
    return NamedLink(
      title: title(of: facet, strings: strings), url: facet.output(in: home).reference(from: folder)
    )
  }
}
