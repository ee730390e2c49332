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

  /// A portal that was built, and what is to be remembered of it.
  struct Built: Sendable {
    var portal: PortalBuild.Preview
    var memory: PreviewMemory
    var sources: FileTree
    var duration: Duration
  }

  /// Builds the portal.
  ///
  /// - Parameters:
  ///   - memory: What is known of builds before.
  ///   - threads: How many threads work.
  /// - Returns: The portal, or what is wrong with it.
  /// - Throws: ``FileError`` if the machine refuses.
  func build(_ memory: PreviewMemory, threads: Int) throws(FileError) -> Built {
    let start = ContinuousClock.now
    var memory = memory
    var build = try options.build(excluding: options.defaultOutput)
    build.loading.includesDrafts = includesDrafts
    build.loading.url = address
    build.loading.threads = threads
    build.threads = threads
    let portal = try build.preview(now: Clock.now, memory: &memory)
    return Built(
      portal: portal, memory: memory, sources: build.sources, duration: ContinuousClock.now - start)
  }

  /// Shows a portal, and tells what is wrong with it.
  ///
  /// - Parameters:
  ///   - built: The portal.
  ///   - isAwaited: Whether some of its pages were shown already.
  func show(_ built: Built, isAwaited: Bool = false) {
    let portal = built.portal
    let isNew = preview.show(
      portal.files,
      findings: JSONReport.text(of: portal.result.diagnostics).filter { $0 != UInt8(ascii: "\n") },
      unpublished: portal.unpublished.map { ($0.path, $0.visibility.mark) })
    let report = BuildReport(
      result: portal.result, output: nil, duration: built.duration, sources: built.sources)
    report.tellOfPreview(isNew: isNew || isAwaited, to: terminal)
  }

  /// Builds, and builds again after each change, until the program ends.
  func follow() throws(FileError) {
    let watch = try FolderWatch(
      options.folder, excluding: options.excluded(options.defaultOutput), isPolling: isPolling)
    let built = try build(PreviewMemory(), threads: options.threads)
    show(built)
    var following = FollowedPreview(of: self, from: built.memory)
    while true { following.follow(try watch.change(within: following.patience)) }
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
