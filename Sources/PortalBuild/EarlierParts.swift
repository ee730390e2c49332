package import Files
package import PortalRendering

/// What earlier builds left of courses, to be taken where nothing changed that they were made from.
package struct EarlierParts: Sendable {
  /// All that pages depend on beside the sources, the program's version among it.
  package var settings: [String]
  /// How versions of sources are told apart.
  package var versions: FileVersions
  /// Whether parts keep what their files hold, because these do not lie in the output.
  package var keepContents: Bool
  /// Whether closed words were looked for in the files.
  package var areGuarded: Bool
  /// Whether a course that no part is of is a mistake.
  package var mustHaveAll = false
  /// What an earlier build left of the course in a folder.
  package var part: @Sendable (RelativePath) throws(FileError) -> CoursePart?

  /// Describes what there is.
  package init(
    settings: [String], versions: FileVersions, keepContents: Bool, areGuarded: Bool,
    part: @escaping @Sendable (RelativePath) throws(FileError) -> CoursePart?
  ) {
    self.settings = settings
    self.versions = versions
    self.keepContents = keepContents
    self.areGuarded = areGuarded
    self.part = part
  }
}
