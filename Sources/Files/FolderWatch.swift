#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Waits for changes in a folder that an author writes.
///
/// What ``SourceFolder`` leaves out, such as hidden files, changes nothing.
package final class FolderWatch {
  private let folder: String
  private let excluded: [RelativePath]
  private var notices: FolderNotices?
  private var known: [RelativePath: FileContent] = [:]

  /// How long nothing may change until a burst of changes is over, in milliseconds: editors write a file in
  /// several steps, and a change of branch writes many files.
  private static let quiet = 5
  /// How long a burst may last, in milliseconds.
  private static let longestBurst = 400
  /// How long lies between two looks where the system tells nothing, in milliseconds.
  private static let pause = 400

  /// What has changed.
  package enum Change: Hashable, Sendable {
    /// Files that were written, that are new or that are gone.
    case files(Set<RelativePath>)
    /// Anything.
    case anything
  }

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - folder: The folder, absolute or relative to the working folder.
  ///   - excluded: Folders inside it that are not the author's sources.
  ///   - isPolling: Whether to look at all files now and then, rather than to be told by the system, as on
  ///     folders of other machines.
  /// - Throws: ``FileError`` if the machine refuses.
  package init(_ folder: String, excluding excluded: [RelativePath], isPolling: Bool)
    throws(FileError)
  {
    self.folder = folder
    self.excluded = excluded
    if FolderNotices.isSupported, !isPolling {
      notices = try FolderNotices()
      try watchFolders()
    } else {
      known = try SourceFolder.read(folder, excluding: excluded).tree.files
    }
  }

  /// Waits until something has changed, and until no more changes for a moment.
  ///
  /// - Parameter limit: The longest wait, in milliseconds; `nil` waits for ever.
  /// - Returns: What changed; `nil` for nothing.
  /// - Throws: ``FileError`` if the machine refuses.
  package func change(within limit: Int? = nil) throws(FileError) -> Change? {
    guard let notices else { return try changeFoundByLooking(within: limit) ? .anything : nil }
    notices.changed = []
    guard try notices.wait(limit, isOfInterest) else { return nil }
    let begin = ContinuousClock.now
    try FolderWatch.takeBurst(elapsed: ContinuousClock.now - begin) { limit throws(FileError) in
      try notices.wait(limit, isOfInterest)
    }
    // A folder that is new may hold others, whose files came before anybody watched.
    if notices.isStructureChanged {
      notices.isStructureChanged = false
      try watchFolders()
      return .anything
    }
    return .files(notices.changed)
  }

  /// Takes notices until none comes for a moment, or until the burst has lasted for as long as it may.
  ///
  /// - Parameters:
  ///   - elapsed: The time since the first notice.
  ///   - takesNotice: Whether another one came within so many milliseconds.
  /// - Throws: ``FileError`` if the machine refuses.
  static func takeBurst(
    elapsed: @autoclosure () -> Duration, _ takesNotice: (_ limit: Int) throws(FileError) -> Bool
  ) throws(FileError) {
    while elapsed() < .milliseconds(longestBurst), try takesNotice(quiet) {}
  }

  private func changeFoundByLooking(within limit: Int?) throws(FileError) -> Bool {
    var waited = 0
    while true {
      let files = try SourceFolder.read(folder, excluding: excluded).tree.files
      if files != known {
        known = files
        return true
      }
      if let limit, waited >= limit { return false }
      usleep(UInt32(FolderWatch.pause) * 1_000)
      waited += FolderWatch.pause
    }
  }

  private func isOfInterest(_ path: RelativePath) -> Bool {
    !excluded.contains(path) && path.name.utf8.first != UInt8(ascii: ".")
  }

  private func watchFolders() throws(FileError) {
    guard let notices else { return }
    for path in try SourceFolder.folders(folder, excluding: excluded) {
      try notices.watch(path, at: path == .root ? folder : folder + "/" + path.text)
    }
  }
}
