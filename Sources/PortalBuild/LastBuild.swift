import Diagnostics
package import Files
import Foundation
import PortalRendering

/// What the last build of a portal was made from and what it made, so that a build that would change nothing
/// costs a look at the folders.
package struct LastBuild: Sendable {
  private let sources: String
  private let excluded: [RelativePath]
  private let output: String
  private let cache: CacheFile
  private let settings: [String]
  /// For how long nothing may have been changed before a build, in nanoseconds.
  var settlingTime = 1_000_000_000

  /// Names a build; nothing is read yet.
  ///
  /// - Parameters:
  ///   - output: The folder that is written.
  ///   - sources: The author's folder.
  ///   - excluded: Folders in it that are no sources.
  ///   - cache: The folder of what is remembered between builds.
  ///   - settings: All that the build depends on beside the two folders, the program's version among it.
  package init(
    of output: String, from sources: String, excluding excluded: [RelativePath], cache: String,
    settings: [String]
  ) {
    self.sources = sources
    self.excluded = excluded
    self.output = output
    self.cache = CacheFile(.lastBuild, of: output, in: cache)
    self.settings = settings
  }

  /// What the author's folder is like now.
  package var sourcesNow: FolderFingerprint {
    FolderFingerprint(of: sources, excluding: excluded, hidden: false)
  }

  /// What the last build made, if nothing changed since, neither in the sources nor in what was written; `nil`
  /// too if what was remembered is damaged or of another version.
  package func result() -> PortalBuild.Result? {
    guard let bytes = cache.read() else { return nil }
    let known: Record
    do { known = try JSONDecoder().decode(Record.self, from: Data(bytes)) } catch { return nil }
    guard known.settings == settings else { return nil }
    let now = concurrentMap([true, false], threads: 2) { isSources in
      isSources ? sourcesNow : outputNow
    }
    return now == [known.sources, known.output] ? known.result : nil
  }

  /// Remembers what a build made; a build with errors made nothing, and neither counts a folder that was changed
  /// while it was read.
  ///
  /// - Parameters:
  ///   - result: What was made.
  ///   - before: The author's folder as it was before the build.
  package func remember(_ result: PortalBuild.Result, from before: FolderFingerprint) {
    guard result.outcome != nil, before.isSettled(for: settlingTime), before == sourcesNow else {
      return forget()
    }
    let record = Record(settings: settings, sources: before, output: outputNow, of: result)
    do { cache.write([UInt8](try JSONEncoder().encode(record))) } catch { forget() }
  }

  /// Forgets the last build.
  package func forget() { cache.remove() }

  private var outputNow: FolderFingerprint { FolderFingerprint(of: output, hidden: true) }
}

/// What is remembered.
private struct Record: Codable {
  var settings: [String]
  var sources: FolderFingerprint
  var output: FolderFingerprint
  private var diagnostics: [Diagnostic]
  private var files: Int
  private var pages: Int
  private var bytes: Int
  private var courses: Int
  private var sealed: [SealedCounts]

  init(
    settings: [String], sources: FolderFingerprint, output: FolderFingerprint,
    of result: PortalBuild.Result
  ) {
    self.settings = settings
    self.sources = sources
    self.output = output
    diagnostics = result.diagnostics
    files = result.files
    pages = result.pages
    bytes = result.bytes
    courses = result.courses
    sealed = result.sealed
  }

  var result: PortalBuild.Result {
    var result = PortalBuild.Result(diagnostics: diagnostics)
    result.files = files
    result.pages = pages
    result.bytes = bytes
    result.courses = courses
    result.sealed = sealed
    var outcome = OutputFolder.Outcome()
    outcome.kept = files
    result.outcome = outcome
    return result
  }
}
