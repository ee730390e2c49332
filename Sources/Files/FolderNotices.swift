#if canImport(Glibc)
import Glibc

/// What the system tells of changes in folders (inotify(7)).
final class FolderNotices {
  static let isSupported = true

  private let descriptor: Int32
  private var folders: [Int32: RelativePath] = [:]

  /// Whether folders came, went or moved, or notices were lost.
  var isStructureChanged = false

  /// What is of interest and was written, came or went.
  var changed: Set<RelativePath> = []

  init() throws(FileError) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else {
      throw FileError("watch", path: "the folder", cause: systemMessage())
    }
  }

  deinit { close(descriptor) }

  /// Watches a folder, but not the folders in it; one that is watched already costs nothing.
  func watch(_ path: RelativePath, at place: String) throws(FileError) {
    let kinds =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR
    let watch = inotify_add_watch(descriptor, place, UInt32(kinds))
    if watch >= 0 {
      folders[watch] = path
    } else if errno == ENOSPC {
      throw FileError(
        "watch", path: place, cause: "the system watches no more folders: try --poll")
    } else if errno != ENOENT, errno != ENOTDIR {
      throw FileError("watch", path: place, cause: systemMessage())
    }
  }

  /// Waits for a notice.
  ///
  /// - Parameters:
  ///   - limit: The longest wait, in milliseconds; `nil` waits for ever.
  ///   - isOfInterest: Whether a change of a path counts.
  /// - Returns: Whether one of interest came.
  /// - Throws: ``FileError`` if the machine refuses.
  func wait(_ limit: Int?, _ isOfInterest: (RelativePath) -> Bool) throws(FileError) -> Bool {
    while true {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&entry, 1, Int32(limit ?? -1))
      if count == 0 { return false }
      guard count > 0 || errno == EINTR else {
        throw FileError("watch", path: "the folder", cause: systemMessage())
      }
      // What is of no interest does not prolong the wait by much: it is rare.
      if count > 0, readNotices(isOfInterest) { return true }
    }
  }

  private func readNotices(_ isOfInterest: (RelativePath) -> Bool) -> Bool {
    var isInteresting = false
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
      guard let start = buffer.baseAddress else { return }
      let size = readRetrying(descriptor, start, buffer.count)
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= size {
        let event = (start + offset).loadUnaligned(as: inotify_event.self)
        let name = (start + offset + MemoryLayout<inotify_event>.size)
          .assumingMemoryBound(to: CChar.self)
        offset += MemoryLayout<inotify_event>.size + Int(event.len)
        if note(event, name: event.len > 0 ? String(cString: name) : "", isOfInterest) {
          isInteresting = true
        }
      }
    }
    return isInteresting
  }

  private func note(
    _ event: inotify_event, name: String, _ isOfInterest: (RelativePath) -> Bool
  ) -> Bool {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      isStructureChanged = true
      return true
    }
    if event.mask & UInt32(IN_IGNORED) != 0 {
      folders[event.wd] = nil
      return false
    }
    guard let folder = folders[event.wd], isOfInterest(folder.appending(name)) else { return false }
    if event.mask & UInt32(IN_ISDIR) != 0 { isStructureChanged = true }
    changed.insert(folder.appending(name))
    return true
  }
}
#else
/// What the system tells of changes in folders: nothing here.
final class FolderNotices {
  static let isSupported = false

  var isStructureChanged = false
  var changed: Set<RelativePath> = []

  init() throws(FileError) {}

  func watch(_ path: RelativePath, at place: String) throws(FileError) {}

  func wait(_ limit: Int?, _ isOfInterest: (RelativePath) -> Bool) throws(FileError) -> Bool {
    false
  }
}
#endif
