import Bytes

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The list of the files that Clevio wrote into one output folder.
///
/// It lies in the portal's cache, not in the output: it would tell the addresses of unlisted courses.
final class OutputRecord: Sendable {
  /// The files of the last build, ordered by bytes.
  let paths: [RelativePath]

  /// Whether no build has written this folder before.
  let isNew: Bool

  private let cache: FolderHandle
  private let file: RelativePath
  private let lock: Int32

  /// Reads the record of `output` and keeps other builds away from it while this object lives.
  init(in cache: FolderHandle, of output: FolderHandle) throws(FileError) {
    guard let resolved = realpath(output.path, nil) else {
      throw FileError("open", path: output.path, cause: systemMessage())
    }
    defer { free(resolved) }
    let name = CacheFile.name(of: String(cString: resolved), in: cache.path)
    file = RelativePath("output-\(name)")
    self.cache = cache
    lock = openat(cache.descriptor, "lock-\(name)", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw cache.failure("write", file) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw FileError(
        "write into", path: output.path, cause: "another build is writing it; wait until it is done"
      )
    }
    let recorded = cache.exists(file) ? try DiskFile.read(cache.path + "/" + file.text) : []
    isNew = !cache.exists(file)
    paths = recorded.split(separator: 0).map { RelativePath(String(utf8: $0)) }.sorted()
  }

  deinit {
    // A program that is being started may hold the same lock for a moment longer.
    flock(lock, LOCK_UN)
    close(lock)
  }

  func owns(_ path: RelativePath) -> Bool { first { path <= $0 } == path }

  /// Whether files of an earlier build lie below a path.
  func ownsFolder(_ path: RelativePath) -> Bool {
    first { !$0.isBefore(filesOf: path) }?.isInside(path) ?? false
  }

  /// The first of the files for which something holds that holds for all after it.
  private func first(where holds: (RelativePath) -> Bool) -> RelativePath? {
    var rest = paths[...]
    while !rest.isEmpty {
      let middle = rest.startIndex + rest.count / 2
      rest = holds(paths[middle]) ? rest[..<middle] : rest[(middle + 1)...]
    }
    return rest.startIndex < paths.endIndex ? paths[rest.startIndex] : nil
  }

  /// Records `paths` in one step, so that a killed build leaves the old record or the new one.
  ///
  /// - Parameter paths: Files, in any order.
  /// - Throws: ``FileError`` if the machine refuses.
  func write(_ paths: [RelativePath]) throws(FileError) {
    var text: [UInt8] = []
    for path in paths {
      text.append(text: path.text)
      // A name may hold a line end, but no NUL.
      text.append(0)
    }
    let new = RelativePath(file.text + ".new")
    try cache.write(text, to: new)
    guard renameat(cache.descriptor, new.text, cache.descriptor, file.text) == 0 else {
      throw cache.failure("write", file)
    }
  }

  func remove() { unlinkat(cache.descriptor, file.text, 0) }
}
