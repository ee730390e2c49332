import CourseLoading
package import Diagnostics
package import Files
import PortalRendering

extension PortalBuild {
  /// What the versions of the policies are to be.
  package struct LockedPolicies: Sendable {
    /// The file `policies.lock`; `nil` where errors keep it from being written.
    package var file: [UInt8]?
    /// What it has that the one in the folder has not, in a line each.
    package var added: [String]
    package var diagnostics: [Diagnostic]
  }

  /// Adds the versions that the sources describe to those that were published.
  ///
  /// A text that changed under a version that was published is an error, and nothing is added.
  package func lockedPolicies() throws(FileError) -> LockedPolicies {
    let loaded = try loadPortal(from: sources, options: loading)
    var diagnostics = findings + loaded.diagnostics
    let theme: Theme
    do throws(Theme.Invalid) {
      theme = try Theme(of: loaded.portal)
    } catch {
      let all = (diagnostics + error.diagnostics).filter { $0.severity == .error }
      return LockedPolicies(file: nil, added: [], diagnostics: all.sorted())
    }
    let site = PortalSite(
      loaded.portal, theme: theme, generator: generator, diagnostics: &diagnostics)
    let errors = diagnostics.filter { $0.severity == .error }.sorted()
    guard errors.isEmpty else {
      return LockedPolicies(file: nil, added: [], diagnostics: errors)
    }
    let (file, added) = site.lockedPolicies
    return LockedPolicies(file: file, added: added, diagnostics: [])
  }
}
