import CourseChecks
package import CourseLoading
import CourseModel
package import Diagnostics
import Entitlements
package import Files
import PortalRendering
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
  /// What earlier builds left; nothing is taken from them where gaps are looked for.
  package var earlier: EarlierParts?
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
    try stage(in: output) { receive, keep throws(FileError) in
      try run(progress: progress, receive, keep: keep)
    }
  }

  /// Writes what a build hands on, as a whole; nothing of a build with errors.
  func stage(
    in output: OutputFolder,
    _ build: (@escaping FileIntake.Receiver, @escaping FileIntake.Keeper) throws(FileError) ->
      Result
  ) throws(FileError) -> Result {
    let changes = Mutex<[RelativePath: OutputFolder.Change]>([:])
    do throws(FileError) {
      var result = try build { path, content throws(FileError) in
        let change = try output.stage(content, at: path)
        changes.withLock { $0[path] = change }
      } _: { paths in
        changes.withLock { changes in for path in paths { changes[path] = .kept } }
      }
      if result.hasErrors {
        try output.discard()
      } else {
        result.outcome = try output.commit(changes.withLock { $0 })
      }
      return result
    } catch {
      // The first failure is the one to tell of.
      do throws(FileError) { try output.discard() } catch {}
      throw error
    }
  }

  /// Builds into memory, as a value; with errors there are no files.
  package func tree() throws(FileError) -> (FileTree, [Diagnostic]) {
    var known = LoadedCourses()
    let (tree, result) = try tree(remembering: &known)
    return (tree, result.diagnostics)
  }

  /// The same, with what is known of builds before.
  func tree(
    remembering known: inout LoadedCourses
  ) throws(FileError) -> (FileTree, Result) {
    let files = Mutex<[RelativePath: FileContent]>([:])
    let result = try run(remembering: &known) { path, content in
      files.withLock { $0[path] = content }
    }
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

  private func run(
    progress: @Sendable (Int, Int) -> Void = { _, _ in }, _ receive: @escaping FileIntake.Receiver,
    keep: @escaping FileIntake.Keeper = { _ in }
  ) throws(FileError) -> Result {
    var known = LoadedCourses()
    return try run(remembering: &known, progress: progress, receive, keep: keep)
  }

  private func run(
    remembering known: inout LoadedCourses, progress: @Sendable (Int, Int) -> Void = { _, _ in },
    _ receive: @escaping FileIntake.Receiver, keep: @escaping FileIntake.Keeper = { _ in }
  ) throws(FileError) -> Result {
    let ready = try prepare(remembering: &known)
    let portal = ready.portal
    var diagnostics = ready.diagnostics
    var result = Result(courses: portal.courses.count)
    result.failsOn = portal.check.failsOn ?? .warning
    guard let site = ready.site else {
      result.diagnostics = weighed(diagnostics, in: portal)
      return result
    }
    let checks = loading.looksForGaps && ready.isPublished ? OutputChecks(portal) : nil
    let intake = FileIntake(
      site, checks: checks, receive: ready.isPublished ? receive : nil, keep: keep)
    var rendered = try render(site.sealingBatches, intake)
    rendered.merge(try render(site.batches(besidesSealed: rendered), intake))
    // What was made until here is sealed; all the rest goes through the gate.
    let closed = LeakGate(site, rendered)
    intake.guarding(with: closed)
    let pages = try renderPages(of: site, intake, progress: progress)
    result.parts = pages.parts
    result.keptFolders = pages.folders
    rendered.merge(pages.rendered)
    checks?.endPages()
    diagnostics += rendered.diagnostics
    diagnostics += ready.emptiness
    diagnostics += try render(site.finishingBatches(rendered), intake).diagnostics
    let offline = site.offlineBatches(intake.summaries, besides: rendered)
    diagnostics += try render(offline, intake).diagnostics
    diagnostics += try closed?.findings(rendered) ?? []
    diagnostics += intake.paths.clashes(in: portal, besides: diagnostics)
    diagnostics += findings(in: portal, checks, rendered)
    result.diagnostics = weighed(diagnostics, in: portal)
    result.found = diagnostics
    result.portal = portal
    result.site = site
    result.sealed = rendered.sealedCounts
    (result.files, result.pages, result.bytes) = intake.totals
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
    _ batches: [PageBatch], _ intake: FileIntake
  ) throws(FileError) -> RenderedPages {
    let parts = try concurrentMap(batches, threads: threads) {
      batch throws(FileError) -> RenderedPages in try batch.run(intake.take)
    }
    return RenderedPages(joining: parts)
  }
}
