package import CourseModel
package import Diagnostics
import Files

/// A link to another host, as an author wrote it.
package struct ExternalLink: Hashable, Sendable {
  /// Where it leads.
  package let address: ExternalAddress

  /// Where its address is written.
  package let position: SourcePosition

  /// Makes a link.
  package init(address: ExternalAddress, position: SourcePosition) {
    self.address = address
    self.position = position
  }

  /// All of them in the texts and settings of what a portal publishes, closed lessons among them; those to the
  /// portal's own address, and to hosts of examples, are no links to others.
  ///
  /// - Parameters:
  ///   - portal: The portal.
  ///   - threads: How many threads read texts.
  /// - Returns: The links, ordered by their places.
  package static func all(
    of portal: Portal, threads: Int
  ) -> [ExternalLink] {
    let settings = ["clevio.yml", "legal.yml"].map(RelativePath.init)
    let files = concurrentMap(texts(of: portal), threads: threads) { file in
      links(inText: file)
    }
    let own = portal.settings.url.flatMap { ExternalAddress($0.utf8)?.text }
    return (settings.flatMap { links(inSettings: $0, of: portal) } + files.flatMap(\.self))
      .filter { link in
        !link.address.isExample && own.map { !link.address.text.hasPrefix($0) } != false
      }
      .sorted { $0.position < $1.position }
  }

  /// The Markdown files that pages are made of.
  private static func texts(of portal: Portal) -> [MarkdownFile] {
    var files = portal.pages.map(\.file) + portal.authors.map(\.biography)
    for course in portal.courses {
      files += ([course.landingPage] + course.sections.map(\.introduction)).compactMap(\.self)
      files += course.lessons.map(\.file)
      files += course.lessons.compactMap { transcript(of: $0, in: portal) }
    }
    return files + CheckedPolicy.texts(of: portal)
  }

  private static func transcript(of lesson: Lesson, in portal: Portal) -> MarkdownFile? {
    guard let name = lesson.frontMatter.video?.transcript?.value,
      let path = lesson.file.path.parent.resolving(name), let content = portal.sources[path]
    else { return nil }
    return MarkdownFile(path: path, content: content)
  }

  private static func links(inSettings path: RelativePath, of portal: Portal) -> [ExternalLink] {
    guard let bytes = try? portal.sources[path]?.read() else { return [] }
    return LinkReader.links(inYAML: bytes, path: path)
  }

  /// The links of one file; none of one that cannot be read, which the build tells.
  private static func links(inText file: MarkdownFile) -> [ExternalLink] {
    guard let bytes = try? file.content.read() else { return [] }
    return LinkReader.links(inMarkdown: bytes, path: file.path)
  }
}
