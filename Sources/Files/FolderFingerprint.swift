#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the file system says of everything in a folder, in one number: names, sizes, inodes and times of change.
///
/// No file is opened. Two fingerprints of one folder are the same if nothing in it was changed between them,
/// but for files that were changed twice within one tick of the file system's clock; see ``isSettled(for:)``.
package struct FolderFingerprint: Hashable, Sendable, Codable {
  /// The sum over all files and folders, so that their order does not matter.
  private var sum: UInt64 = 0
  private var count = 0
  /// When anything was last changed, in nanoseconds since 1970.
  private var newest = 0

  /// Looks at all that lies below a folder; what is not there has a fingerprint, too.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - excluded: Folders in it that do not count.
  ///   - hidden: Whether files and folders count whose names begin with a dot.
  package init(of path: String, excluding excluded: [RelativePath] = [], hidden: Bool) {
    var walk = Walk(excluded: excluded, hidden: hidden)
    let root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if root >= 0 { walk.add(folder: root, .root, hash: 1) }
    self = walk.fingerprint
  }

  /// Whether the last change was long enough before now that any later one has another time.
  ///
  /// - Parameter time: How long that is, in nanoseconds; a second is enough for all file systems but FAT.
  /// - Returns: Whether it was.
  package func isSettled(for time: Int = 1_000_000_000) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return nanoseconds(now) - newest > time
  }

  private struct Walk {
    let excluded: [RelativePath]
    let hidden: Bool
    var fingerprint = FolderFingerprint()

    /// Adds what lies in an open folder, and closes it.
    mutating func add(folder descriptor: Int32, _ path: RelativePath, hash: UInt64) {
      guard let stream = fdopendir(descriptor) else {
        close(descriptor)
        return
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee))
          {
            add($0, of: descriptor, path, hash: hash)
          }
        }
      }
    }

    private mutating func add(
      _ name: UnsafePointer<CChar>, of folder: Int32, _ path: RelativePath, hash: UInt64
    ) {
      let dot = CChar(bitPattern: UInt8(ascii: "."))
      if name[0] == dot, !hidden || name[1] == 0 || name[1] == dot && name[2] == 0 { return }
      if excluded.contains(where: { $0 == path.appending(String(cString: name)) }) { return }
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
      var own = hash
      var index = 0
      while name[index] != 0 {
        own = mixed(own, UInt64(UInt8(bitPattern: name[index])))
        index += 1
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        fingerprint.add(mixed(own, UInt64(status.st_mode)), changed: 0)
        // Only excluded folders need their path.
        let below = excluded.isEmpty ? path : path.appending(String(cString: name))
        if inner >= 0 { add(folder: inner, below, hash: mixed(own, UInt64(UInt8(ascii: "/")))) }
      case S_IFLNK:
        fingerprint.add(status, own)
        if fstatat(folder, name, &status, 0) == 0 { fingerprint.add(status, own) }
      default: fingerprint.add(status, own)
      }
    }
  }

  private init() {}

  private mutating func add(_ status: stat, _ hash: UInt64) {
    #if canImport(Glibc)
    let (modified, changed) = (status.st_mtim, status.st_ctim)
    #else
    let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #endif
    var own = mixed(hash, UInt64(truncatingIfNeeded: status.st_size))
    own = mixed(own, UInt64(status.st_mode))
    own = mixed(own, UInt64(truncatingIfNeeded: status.st_ino))
    let times = (nanoseconds(modified), nanoseconds(changed))
    own = mixed(own, UInt64(truncatingIfNeeded: times.0))
    add(mixed(own, UInt64(truncatingIfNeeded: times.1)), changed: max(times.0, times.1))
  }

  private mutating func add(_ hash: UInt64, changed: Int) {
    sum &+= hash
    count += 1
    newest = max(newest, changed)
  }
}

/// Mixes a number into a hash: the product's halves together depend on all bits of both.
@inline(__always)
private func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
  let product = (hash ^ value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
    by: 0xD1B5_4A32_D192_ED03)
  return product.high ^ product.low
}

private func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
