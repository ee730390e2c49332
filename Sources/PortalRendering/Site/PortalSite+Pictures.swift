import CourseModel
import Diagnostics
import Files

extension PortalSite {
  /// Pictures of the portal, of courses and of people that are there, but that no page may show.
  var refusedPictures: [Diagnostic] {
    let theme = portal.settings.theme
    let named =
      [theme.logo, theme.icon].map { ($0, RelativePath.root) }
      + portal.courses.map { ($0.frontMatter.cover, $0.folder) }
      + portal.authors.map { ($0.photo, $0.biography.path.parent) }
    return named.compactMap { picture, folder in
      guard let picture, let source = folder.resolving(picture.value),
        portal.sources[source] != nil
      else { return nil }
      let reason = isPicture(source) ? images.refusal(of: source) : "it is no picture"
      return reason.map {
        Diagnostic(
          "file-refused", .error, "the picture \"\(picture.value)\" is not published: \($0)",
          at: picture.position, help: "save it as a plain PNG, JPEG, WebP or SVG")
      }
    }
  }

  /// Whether a file is called as pictures are.
  func isPicture(_ source: RelativePath) -> Bool { MediaKind(of: source) == .picture }
}
