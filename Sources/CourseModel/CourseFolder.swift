import Diagnostics
package import Files

/// A folder that is a course, named in the settings.
package struct CourseFolder: Sendable {
  /// The folder, relative to the portal's.
  package var path = Located(RelativePath.root, at: SourcePosition(path: ""))
  /// What the course's own front matter may override.
  package var frontMatter = CourseFrontMatter()

  /// Makes an entry for the portal's folder itself.
  package init() {}
}
