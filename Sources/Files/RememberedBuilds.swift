#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// All that is remembered of a portal's builds: files in its cache, each called by its kind and its output.
package struct RememberedBuilds: Sendable {
  private let cache: String

  /// Names the cache, which need not be there.
  package init(in cache: String) { self.cache = cache }

  /// Removes what is remembered of an output, and what builds left that wrote nothing; and then the cache, if nothing
  /// else is in it.
  ///
  /// - Parameter output: A folder that holds nothing more of ours.
  /// - Throws: ``FileError`` if the machine refuses.
  package func forget(_ output: String) throws(FileError) {
    guard access(cache, F_OK) == 0 else { return }
    let folder = try FolderHandle(creating: cache)
    let names = try folder.names
    let forgotten = CacheFile.name(of: output, in: cache)
    let owners = Set(names.compactMap(RememberedBuilds.owner(of:)))
    // What was written into other outputs must still be known when these are built or cleaned.
    for owner in owners where owner == forgotten || !names.contains("output-\(owner)") {
      let lock = openat(folder.descriptor, "lock-\(owner)", O_RDWR | O_CLOEXEC)
      defer { if lock >= 0 { close(lock) } }
      if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) != 0 { continue }
      for name in names where RememberedBuilds.owner(of: name) == owner { try folder.remove(name) }
    }
    rmdir(cache)
  }

  private static let kinds: Set<Substring> = ["last", "lock", "output", "parts"]

  /// The name of the output that a file is remembered of; `nil` for a file that is not ours.
  private static func owner(of name: String) -> String? {
    // A build that is killed may leave a file's draft.
    let whole = name.hasSuffix(".new") ? name.dropLast(4) : name[...]
    guard let dash = whole.firstIndex(of: "-"), kinds.contains(whole[..<dash]) else { return nil }
    let owner = whole[whole.index(after: dash)...]
    let isName = owner.utf8.count == 16 && owner.utf8.allSatisfy("0123456789abcdef".utf8.contains)
    return isName ? String(owner) : nil
  }
}
