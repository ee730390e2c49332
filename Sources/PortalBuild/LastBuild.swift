import Bytes
import Diagnostics
package import Files
import Foundation
import PortalRendering

/// What the last build of a portal was made from and what it made: a build that would change nothing costs a look
/// at the folders, and any other takes from it the courses of which nothing changed.
package struct LastBuild: Sendable {
  private let sources: String
  private let excluded: [RelativePath]
  private let output: String
  private let cache: CacheFile
  private let parts: CacheFolder
  private let settings: [String]
  /// When the build began, in nanoseconds since 1970.
  private let begin = FolderFingerprint.now
  /// For how long nothing may have been changed before a build, in nanoseconds.
  var settlingTime = 1_000_000_000

  /// Names a build that begins now; nothing is read yet.
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
    self.cache = CacheFile(lastBuildOf: output, in: cache)
    parts = CacheFolder(of: output, in: cache)
    self.settings = settings
  }

  /// What a build can take from the one before.
  package enum Standing: Sendable {
    /// All of it: nothing was changed since.
    case unchanged(PortalBuild.Result)
    /// The courses of which nothing was changed.
    case changed
    /// Nothing: what was written is no longer as it was, or what was remembered is damaged or of another version.
    case unknown
  }

  /// What the author's folder and the output are like at one time.
  package struct Folders: Sendable {
    package let sources: FolderFingerprint
    let output: FolderFingerprint
  }

  /// What both folders are like now.
  package var foldersNow: Folders {
    let both = FolderFingerprint.all(
      [
        FolderFingerprint.Folder(sources, excluding: excluded, hidden: false),
        FolderFingerprint.Folder(output, hidden: true),
      ], threads: 2)
    return Folders(sources: both[0], output: both[1])
  }

  private var outputNow: FolderFingerprint {
    FolderFingerprint.all([FolderFingerprint.Folder(output, hidden: true)], threads: 2)[0]
  }

  /// Compares the folders with what is remembered of them.
  package func standing(_ now: Folders) -> Standing {
    guard let bytes = cache.read() else { return .unknown }
    let known: Record
    do { known = try JSONDecoder().decode(Record.self, from: Data(bytes)) } catch {
      return .unknown
    }
    guard known.settings == settings else { return .unknown }
    guard now.output == known.output else { return .unknown }
    return now.sources == known.sources ? .unchanged(known.result) : .changed
  }

  /// What a build may take from earlier ones.
  ///
  /// - Parameter standing: What the folders were found to be.
  /// - Returns: The parts; none where nothing can be taken, but what is new is to be told.
  package func earlier(_ standing: Standing) -> EarlierParts {
    var isKnown = false
    if case .changed = standing { isKnown = true }
    return EarlierParts(
      settings: settings, versions: .byStatus, keepContents: false, areGuarded: true
    ) { [parts, isKnown] folder in
      guard isKnown, let bytes = parts[folder.text].read() else { return nil }
      var stored = StoredBytes(bytes)
      do throws(StoredBytes.Malformed) { return try CoursePart(from: &stored) } catch { return nil }
    }
  }

  /// Remembers what a build made; one with errors made nothing, and what was remembered stays right.
  ///
  /// - Parameters:
  ///   - result: What was made.
  ///   - before: The author's folder as it was before the build; `nil` for a build that depends on more.
  package func remember(_ result: PortalBuild.Result, from before: FolderFingerprint?) {
    guard result.outcome != nil else { return }
    parts.create()
    // What was changed just before it was read may have been changed again without another time.
    let settled = begin - settlingTime
    _ = concurrentMap(result.parts.sorted { $0.key < $1.key }, threads: 2) { folder, part in
      let file = parts[folder.text]
      guard part.lastChange < settled else { return file.remove() }
      var bytes: [UInt8] = []
      part.store(in: &bytes)
      file.write(bytes)
    }
    parts.removeAll(but: result.keptFolders.map(\.text))
    // What was changed since the look before the build differs from it at the next one.
    let isSettled = before?.isSettled(for: settlingTime, at: begin) == true
    let record = Record(
      settings: settings, sources: isSettled ? before : nil, output: outputNow, of: result)
    do { cache.write([UInt8](try JSONEncoder().encode(record))) } catch { forget() }
  }

  /// Forgets the last build.
  package func forget() { cache.remove() }
}

/// What is remembered.
private struct Record: Codable {
  var settings: [String]
  /// The author's folder; `nil` where it may have been changed while it was read.
  var sources: FolderFingerprint?
  var output: FolderFingerprint
  private var diagnostics: [Diagnostic]
  private var files: Int
  private var pages: Int
  private var bytes: Int
  private var courses: Int
  private var sealed: [SealedCounts]

  init(
    settings: [String], sources: FolderFingerprint?, output: FolderFingerprint,
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
