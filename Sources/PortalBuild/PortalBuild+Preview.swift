import CourseLoading
package import CourseModel
import Entitlements
package import Files

extension PortalBuild {
  /// A portal in memory, for its author's eyes.
  package struct Preview: Sendable {
    /// The files; `nil` where mistakes keep the portal from being published.
    package var files: FileTree?
    /// What was made, and what is wrong.
    package var result: Result
    /// Folders and pages that the public would not get, or find, ordered by path.
    package var unpublished: [(path: RelativePath, visibility: Visibility)]
  }

  /// Builds a portal to look at: its paid courses are sealed with keys that everybody has, and open by themselves.
  ///
  /// - Parameters:
  ///   - now: The time, in seconds since 1970.
  ///   - memory: What is known of builds before, with the same settings.
  /// - Returns: The portal, or what is wrong with it.
  /// - Throws: ``FileError`` if the machine refuses.
  package func preview(now: Int, memory: inout PreviewMemory) throws(FileError) -> Preview {
    var build = self
    build.sealing = .preview
    build.earlier = EarlierParts(
      settings: [loading.today.isoText, loading.url ?? "", generator], versions: .byStatus,
      keepContents: true, areGuarded: true
    ) { [parts = memory.parts] in parts[$0] }
    var (files, result) = try build.tree(remembering: &memory.courses)
    memory.keep(result, loading: loading)
    guard !result.hasErrors, let portal = result.portal else {
      return Preview(files: nil, result: result, unpublished: result.portal?.unpublished ?? [])
    }
    if let id = portal.settings.id.flatMap({ Identifier($0.value) }) {
      for course in portal.courses where course.isSealed {
        guard let name = Identifier(course.slug) else { continue }
        let token = PortalSeal.previewEntitlement(for: name, portal: id, now: now)
        files[course.reader.parent.appending("entitlement.js")] = .bytes(
          EntitlementFile.text(of: token, as: .script))
      }
    }
    return Preview(files: files, result: result, unpublished: portal.unpublished)
  }
}

extension Portal {
  fileprivate var unpublished: [(path: RelativePath, visibility: Visibility)] {
    var found: [(path: RelativePath, visibility: Visibility)] = []
    for course in courses {
      if course.visibility != .public {
        found.append((course.outputFolder, course.visibility))
      } else if let available = course.frontMatter.available, available > today {
        found.append((course.outputFolder, .draft))
      } else {
        for section in course.sections where section.isDraft {
          found.append((section.output, .draft))
          found += section.lessons.map { ($0.output, .draft) }
        }
        for lesson in course.sections.flatMap(\.lessons)
        where lesson.frontMatter.visibility == .draft {
          found.append((lesson.output, .draft))
        }
      }
    }
    return found.sorted { $0.path < $1.path }
  }
}
