import CourseChecks
import Files
import PortalRendering
import Synchronization

/// Takes each file of a build as it is made: refuses a path that is taken, has the file looked at, counts it and
/// hands it on.
final class FileIntake: Sendable {
  /// Takes a file that may be published.
  typealias Receiver = @Sendable (RelativePath, FileContent) throws(FileError) -> Void
  /// Takes the paths of files that lie in the output already.
  typealias Keeper = @Sendable ([RelativePath]) -> Void

  let paths = OutputPaths()
  private let site: PortalSite
  private let checks: OutputChecks?
  private let gate = Mutex<LeakGate?>(nil)
  private let state = Mutex(State())
  private let receive: Receiver?
  private let keep: Keeper

  private struct State {
    var files = 0
    var pages = 0
    var bytes = 0
    var summaries: [RelativePath: FileSummary] = [:]

    mutating func count(_ path: RelativePath, size: Int, _ summary: FileSummary?) {
      files += 1
      bytes += size
      if path.hasExtension("html") { pages += 1 }
      if let summary { summaries[path] = summary }
    }
  }

  /// Begins a build.
  ///
  /// - Parameters:
  ///   - site: The portal.
  ///   - checks: What looks at all files.
  ///   - receive: Takes the files; `nil` where the portal is not to be published.
  ///   - keep: Takes the paths of files that lie in the output already.
  init(
    _ site: PortalSite, checks: OutputChecks?, receive: Receiver?, keep: @escaping Keeper
  ) {
    self.site = site
    self.checks = checks
    self.receive = receive
    self.keep = keep
  }

  /// How many files, pages and bytes there are in all.
  var totals: (Int, Int, Int) { state.withLock { ($0.files, $0.pages, $0.bytes) } }

  /// What learners may have to save of each file.
  var summaries: [RelativePath: FileSummary] { state.withLock { $0.summaries } }

  /// Has all files from now on looked at for closed words.
  func guarding(with closed: LeakGate?) { gate.withLock { $0 = closed } }

  /// Takes a file.
  func take(_ path: RelativePath, _ content: FileContent) throws(FileError) {
    _ = try summary(ofTaking: content, path)
  }

  /// Takes a file, and tells what learners may have to save of it.
  func summary(
    ofTaking content: FileContent, _ path: RelativePath
  ) throws(FileError) -> FileSummary? {
    try gate.withLock { $0 }?.look(at: content, path)
    checks?.look(at: content, path)
    guard paths.claim(path) else { return nil }
    let summary = site.isForReadingOffline(path) ? try FileSummary(of: content) : nil
    state.withLock { $0.count(path, size: content.size, summary) }
    try receive?(path, content)
    return summary
  }

  /// Takes the files that an earlier build made of a course.
  func take(_ part: CoursePart, isGuarded: Bool) throws(FileError) {
    if !isGuarded {
      for file in part.files {
        guard let content = file.content else { continue }
        try gate.withLock { $0 }?.look(at: content, file.path)
      }
    }
    let files = zip(part.files, paths.claim(part.files.map(\.path))).filter(\.1).map(\.0)
    state.withLock { state in
      for file in files { state.count(file.path, size: file.size, file.summary) }
    }
    keep(files.filter { $0.content == nil }.map(\.path))
    for file in files {
      if let content = file.content { try receive?(file.path, content) }
    }
  }
}
