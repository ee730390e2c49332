import CourseChecks
package import CourseLoading
package import CourseModel
package import Diagnostics
import Entitlements
package import Files
package import PortalRendering
import Synchronization

/// A build of a portal: from the folder that an author writes to the folder that a host serves.
package struct PortalBuild: Sendable {
  /// The author's files.
  package var sources: FileTree
  /// How they are read.
  package var loading: LoadingOptions
  /// How many threads render.
  package var threads: Int
  /// The program's name and version.
  package var generator: String
  /// What paid courses are sealed with.
  package var sealing = Sealing.nothing
  /// What was found when the files were read; an error among it keeps the portal from being published.
  package var findings: [Diagnostic] = []

  /// Describes a build.
  package init(sources: FileTree, loading: LoadingOptions, threads: Int, generator: String) {
    self.sources = sources
    self.loading = loading
    self.loading.threads = max(1, threads)
    self.threads = max(1, threads)
    self.generator = generator
  }

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
    /// What was built; `nil` where its theme could not be read.
    package var portal: Portal?
    /// What has looked at it beside the program.
    var looks: Set<FurtherLook> = []

    /// Whether something keeps the portal from being published.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Builds into a folder.
  ///
  /// With errors nothing is written, and the last good portal stays.
  ///
  /// - Parameters:
  ///   - output: The folder, opened for this build.
  ///   - progress: Told how many parts of how many are done, by any thread.
  /// - Returns: What was made and what is wrong.
  /// - Throws: ``FileError`` if the machine refuses; the last good portal stays.
  package func write(
    to output: OutputFolder, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(FileError) -> Result {
    let changes = Mutex<[RelativePath: OutputFolder.Change]>([:])
    var result: Result
    do throws(FileError) {
      result = try run(progress: progress) { path, content throws(FileError) in
        let change = try output.stage(content, at: path)
        changes.withLock { $0[path] = change }
      }
      if result.hasErrors {
        try output.discard()
      } else {
        result.outcome = try output.commit(changes.withLock { $0 })
      }
    } catch {
      // The first failure is the one to tell of.
      do throws(FileError) { try output.discard() } catch {}
      throw error
    }
    return result
  }

  /// Builds into memory, as a value; with errors there are no files.
  package func tree() throws(FileError) -> (FileTree, [Diagnostic]) {
    let (tree, result) = try treeWithResult()
    return (tree, result.diagnostics)
  }

  func treeWithResult() throws(FileError) -> (FileTree, Result) {
    let files = Mutex<[RelativePath: FileContent]>([:])
    let result = try run { path, content in files.withLock { $0[path] = content } }
    return (result.hasErrors ? FileTree() : FileTree(files.withLock { $0 }), result)
  }

  /// Builds only to know what is wrong.
  package func check() throws(FileError) -> Result {
    try run { _, _ in }
  }

  /// Whether there is a course whose lessons are to be sealed.
  ///
  /// - Throws: ``FileError`` if the settings cannot be read.
  package func hasPaidCourses() throws(FileError) -> Bool {
    try loadPortal(from: sources, options: loading).portal.courses.contains(where: \.isSealed)
  }

  private typealias Receiver =
    @Sendable (RelativePath, FileContent) throws(FileError) -> Void

  private func run(
    progress: @Sendable (Int, Int) -> Void = { _, _ in }, _ receive: Receiver
  ) throws(FileError) -> Result {
    let loaded = try loadPortal(from: sources, options: loading)
    let portal = loaded.portal
    var diagnostics = findings + loaded.diagnostics
    var sealing = PortalSealing(portal, with: sealing)
    let seal = try sealing.seal()
    diagnostics += sealing.diagnostics
    var result = Result(courses: portal.courses.count)
    // A mistake in a value may close a course or open it: nothing of such a portal is handed on, but the
    // mistakes in its texts are told with the others.
    let isPublished = !diagnostics.contains { $0.severity == .error }
    let theme: Theme
    do throws(Theme.Invalid) {
      theme = try Theme(of: portal)
    } catch {
      result.failsOn = portal.check.failsOn ?? .warning
      result.diagnostics = weighed(diagnostics + error.diagnostics, in: portal)
      return result
    }
    diagnostics += theme.findings
    let site = PortalSite(
      portal, theme: theme, generator: generator, seal: seal, diagnostics: &diagnostics)
    // Texts made of what was not understood are not to be compared with what was published.
    if loaded.diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.removeAll {
        $0.id == "policy-changed" || $0.id == "policy-lock" && $0.severity == .warning
      }
    }
    let count = Counter()
    let paths = OutputPaths()
    let gate = Mutex<LeakGate?>(nil)
    let summaries = Mutex<[RelativePath: FileSummary]>([:])
    let checks = loading.looksForGaps && isPublished ? OutputChecks(portal) : nil
    let counted: Receiver = { path, content throws(FileError) in
      try gate.withLock { $0 }?.look(at: content, path)
      checks?.look(at: content, path)
      guard paths.claim(path) else { return }
      count.add(path, size: content.size)
      if site.isForReadingOffline(path) {
        let summary = try FileSummary(of: content)
        summaries.withLock { $0[path] = summary }
      }
      if isPublished { try receive(path, content) }
    }
    var rendered = try render(site.sealingBatches, counted)
    rendered.merge(try render(site.batches(besidesSealed: rendered), counted))
    // What was made until here is sealed; all the rest goes through the gate.
    let closed = LeakGate(site, rendered)
    gate.withLock { $0 = closed }
    rendered.merge(try render(site.batches, progress: progress, counted))
    checks?.endPages()
    diagnostics += rendered.diagnostics
    diagnostics += try render(site.finishingBatches(rendered), counted).diagnostics
    try site.listForReadingOffline(summaries.withLock { $0 }, besides: rendered, counted)
    diagnostics += try closed?.findings(rendered) ?? []
    diagnostics += paths.clashes(in: portal, besides: diagnostics)
    diagnostics += findings(in: portal, checks, rendered)
    result.failsOn = portal.check.failsOn ?? .warning
    result.diagnostics = weighed(diagnostics, in: portal)
    result.found = diagnostics
    result.portal = portal
    result.sealed = rendered.sealedCounts
    (result.files, result.pages, result.bytes) = count.totals
    return result
  }

  /// What only checks look for.
  private func findings(
    in portal: Portal, _ checks: OutputChecks?, _ rendered: RenderedPages
  ) -> [Diagnostic] {
    guard loading.looksForGaps else { return [] }
    // A text with an error of its own does not come out whole, and what its page lacks comes of that.
    let broken = Set(rendered.diagnostics.filter { $0.severity == .error }.map(\.position.path))
    return PortalChecks.findings(in: portal, using: rendered.usedFiles, threads: threads)
      + (checks?.findings() ?? []).filter { !broken.contains($0.position.path) }
  }

  /// Findings as the author's settings weigh them, ordered, with what is wrong with these settings.
  ///
  /// - Parameters:
  ///   - findings: What was found.
  ///   - portal: Where.
  ///   - looks: What has looked beside the program.
  /// - Returns: The findings, and those about the settings.
  func weighed(
    _ findings: [Diagnostic], in portal: Portal, by looks: Set<FurtherLook> = []
  ) -> [Diagnostic] {
    let weighing = Weighing(portal.check, today: portal.today)
    let (weighed, unused) = weighing.weigh(Set(findings), by: looks)
    // A build does not look for all that a check does, so it cannot know what is unused.
    return (weighed + weighing.mistakes + (loading.looksForGaps ? unused : [])).sorted()
  }

  /// Renders all batches on several threads and joins what is left of them, in their order.
  private func render(
    _ batches: [PageBatch], progress: @Sendable (Int, Int) -> Void = { _, _ in },
    _ receive: Receiver
  ) throws(FileError) -> RenderedPages {
    let done = Mutex(0)
    let parts = try concurrentMap(batches, threads: threads) {
      batch throws(FileError) -> RenderedPages in
      let part = try batch.run(receive)
      let number = done.withLock { count in
        count += 1
        return count
      }
      progress(number, batches.count)
      return part
    }
    var rendered = RenderedPages()
    for part in parts { rendered.merge(part) }
    return rendered
  }
}

/// Counts files as they are made.
private final class Counter: Sendable {
  private let counts = Mutex((files: 0, pages: 0, bytes: 0))

  var totals: (Int, Int, Int) {
    counts.withLock { ($0.files, $0.pages, $0.bytes) }
  }

  func add(_ path: RelativePath, size: Int) {
    counts.withLock {
      $0.files += 1
      $0.bytes += size
      if path.fileExtension == "html" { $0.pages += 1 }
    }
  }
}
