import CourseChecks
package import CourseModel
package import Diagnostics
package import Files
package import PortalRendering

extension PortalBuild {
  /// What a build made.
  package struct Result: Sendable {
    /// What an author should know, ordered.
    package var diagnostics: [Diagnostic] = []
    /// From which weight on a check of the portal fails.
    package var failsOn = FailureThreshold.warning
    /// How many files there are in all.
    package var files = 0
    /// How many of them are pages.
    package var pages = 0
    /// How many bytes there are in all.
    package var bytes = 0
    /// How many courses were built.
    package var courses = 0
    /// What of each paid course is sealed.
    package var sealed: [SealedCounts] = []
    /// What changed on disk; `nil` where nothing was written.
    package var outcome: OutputFolder.Outcome?
    /// What was found before the author's settings weighed it.
    var found: [Diagnostic] = []
    /// What was made of courses that no earlier build left as they are, by their folders; it is right only where
    /// there are no errors.
    package var parts: [RelativePath: CoursePart] = [:]
    /// The folders of all courses of which parts can be kept.
    package var keptFolders: Set<RelativePath> = []
    /// What was built; `nil` where its theme could not be read.
    package var portal: Portal?
    /// The same with what its pages share.
    var site: PortalSite?
    /// What has looked at it beside the program.
    var looks: Set<FurtherLook> = []

    /// Whether something keeps the portal from being published.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }
}
