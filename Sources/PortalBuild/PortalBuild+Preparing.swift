import CourseLoading
import CourseModel
import Diagnostics
import Files
import PortalRendering

extension PortalBuild {
  /// A portal that was read, and what its pages share.
  struct Prepared {
    var portal: Portal
    /// What its pages share; `nil` where its theme could not be read.
    var site: PortalSite?
    var diagnostics: [Diagnostic]
    /// Whether it may be published.
    ///
    /// A mistake in a value may close a course or open it: nothing of such a portal is handed on, but the
    /// mistakes in its texts are told with the others.
    var isPublished: Bool
  }

  /// Reads the portal, and works out what its pages share.
  ///
  /// - Parameter known: Courses that were loaded before.
  /// - Returns: What there is.
  /// - Throws: ``FileError`` if the machine refuses.
  func prepare(remembering known: inout LoadedCourses) throws(FileError) -> Prepared {
    var loading = loading
    loading.includesBroken = true
    let loaded = try loadPortal(from: sources, options: loading, remembering: &known)
    let portal = loaded.portal
    var diagnostics = findings + loaded.diagnostics
    var sealing = PortalSealing(portal, with: sealing)
    let seal = try sealing.seal()
    diagnostics += sealing.diagnostics
    var isPublished = !diagnostics.contains { $0.severity == .error }
    guard let theme = theme(of: portal, &diagnostics, &isPublished) else {
      return Prepared(portal: portal, site: nil, diagnostics: diagnostics, isPublished: false)
    }
    let site = PortalSite(
      portal, theme: theme, generator: generator, seal: seal, diagnostics: &diagnostics)
    // Texts made of what was not understood are not to be compared with what was published.
    if loaded.diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.removeAll {
        $0.id == "policy-changed" || $0.id == "policy-lock" && $0.severity == .warning
      }
    }
    return Prepared(portal: portal, site: site, diagnostics: diagnostics, isPublished: isPublished)
  }

  /// A portal's theme, without its templates where they cannot be used.
  ///
  /// So all else that is wrong is told, too. Nothing of such a portal is published.
  private func theme(
    of portal: Portal, _ diagnostics: inout [Diagnostic], _ isPublished: inout Bool
  ) -> Theme? {
    for takesTemplates in [true, false] {
      do throws(Theme.Invalid) {
        let theme = try Theme(of: portal, takingTemplates: takesTemplates)
        diagnostics += theme.findings
        return theme
      } catch {
        isPublished = false
        let known = diagnostics
        diagnostics += error.diagnostics.filter { !known.contains($0) }
      }
    }
    return nil
  }
}

extension PortalBuild.Prepared {
  /// That there is nothing to learn from, in the portal or in a course.
  var emptiness: [Diagnostic] { emptyPortal + emptyCourses }

  /// Courses that are published and have no lesson.
  private var emptyCourses: [Diagnostic] {
    portal.courses.filter { $0.sections.allSatisfy(\.lessons.isEmpty) }.map { course in
      Diagnostic(
        "course-empty", .warning, "the course \"\(course.slug)\" has no lesson",
        at: course.position,
        help: "write one into its folder, such as 01-first.md, or publish one of its drafts; until "
          + "then, write visibility: draft for the course")
    }
  }

  /// That there is no course, not even one that is not published, as after a checkout that failed.
  private var emptyPortal: [Diagnostic] {
    guard isPublished, portal.courses.isEmpty, portal.withheldFolders.isEmpty else { return [] }
    return [
      Diagnostic(
        "portal-empty", .warning, "the portal has no course",
        at: SourcePosition(path: "clevio.yml"),
        help: "a folder with Markdown files is one, such as courses/first; if yours are elsewhere, "
          + "build that folder, or name them under courses: in clevio.yml")
    ]
  }
}
