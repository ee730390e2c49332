import Bytes
import CourseLoading
import CourseModel
import Diagnostics
import Files
import PortalBuild
import PreviewServer

/// A portal's folder whose builds a preview shows.
struct PreviewedFolder: Sendable {
  let options: PortalOptions
  let includesDrafts: Bool
  let isPolling: Bool
  /// Where the portal stands.
  let address: String
  let preview: LivePreview
  let terminal: Terminal

  /// Builds the portal, shows it, and tells what is wrong with it.
  private func build() throws(FileError) {
    let clock = ContinuousClock()
    let start = clock.now
    var build = try options.build(excluding: options.defaultOutput)
    build.loading.includesDrafts = includesDrafts
    build.loading.url = address
    let portal = try build.preview(now: Clock.now)
    let isNew = preview.show(
      portal.files,
      findings: JSONReport.text(of: portal.result.diagnostics).filter { $0 != UInt8(ascii: "\n") },
      unpublished: portal.unpublished.map { ($0.path, $0.visibility.mark) })
    let report = BuildReport(
      result: portal.result, output: nil, duration: clock.now - start, sources: build.sources)
    report.tellOfPreview(isNew: isNew, to: terminal)
  }

  /// Builds, and builds again after each change, until the program ends.
  func follow() throws(FileError) {
    let watch = try FolderWatch(
      options.folder, excluding: options.excluded(options.defaultOutput), isPolling: isPolling)
    try build()
    while true {
      guard try watch.change() else { continue }
      do throws(FileError) {
        try build()
      } catch {
        // A file may be gone before it is read; the next change tells more.
        terminal.complain("error: \(error)")
      }
    }
  }
}

extension Visibility {
  /// What pages of this visibility are called in a preview.
  fileprivate var mark: String {
    switch self {
    case .draft: "Draft"
    case .unlisted: "Unlisted"
    case .private: "Private"
    case .public: "Public"
    }
  }
}
