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

  /// A folder to be looked at.
  package struct Folder: Sendable {
    let path: String
    let excluded: [RelativePath]
    let hidden: Bool

    /// Names a folder; one that is not there has a fingerprint, too.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - excluded: Folders in it that do not count.
    ///   - hidden: Whether files and folders count whose names begin with a dot.
    package init(_ path: String, excluding excluded: [RelativePath] = [], hidden: Bool) {
      self.path = path
      self.excluded = excluded
      self.hidden = hidden
    }
  }

  /// Looks at all that lies below a folder.
  package init(of folder: Folder) { self = FolderFingerprint.all([folder], threads: 1)[0] }

  /// Looks at all that lies below some folders, on several threads.
  package static func all(_ folders: [Folder], threads: Int) -> [FolderFingerprint] {
    var fingerprints: [FolderFingerprint] = []
    var below: [(owner: Int, part: Part)] = []
    for (owner, folder) in folders.enumerated() {
      // A portal has its many files two folders deep: each of those is looked at by itself.
      var walk = Walk(folder, depth: 2)
      walk.look(at: Part(path: .root, hash: 1))
      fingerprints.append(walk.fingerprint)
      below += walk.below.map { (owner, $0) }
    }
    let parts = concurrentMap(below, threads: threads) { owner, part in
      var walk = Walk(folders[owner], depth: .max)
      walk.look(at: part)
      return walk.fingerprint
    }
    for ((owner, _), part) in zip(below, parts) { fingerprints[owner].add(part) }
    return fingerprints
  }

  /// Whether the last change was long enough before a time that any later one has another time.
  ///
  /// - Parameters:
  ///   - time: How long that is, in nanoseconds; a second is enough for all file systems but FAT.
  ///   - moment: The time, in nanoseconds since 1970; without it, now.
  /// - Returns: Whether it was.
  package func isSettled(for time: Int = 1_000_000_000, at moment: Int = now) -> Bool {
    moment - newest > time
  }

  /// The time, in nanoseconds since 1970.
  package static var now: Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return nanoseconds(now)
  }

  /// A folder below the one that is looked at.
  private struct Part: Sendable {
    var path: RelativePath
    var hash: UInt64
  }

  private struct Walk {
    let folder: Folder
    /// How many folders deep is looked.
    let depth: Int
    var fingerprint = FolderFingerprint()
    /// The folders that lie deeper.
    var below: [Part] = []
    private var level = 0

    init(_ folder: Folder, depth: Int) {
      self.folder = folder
      self.depth = depth
    }

    mutating func look(at part: Part) {
      let path = part.path == .root ? folder.path : folder.path + "/" + part.path.text
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if descriptor >= 0 { add(folder: descriptor, part.path, hash: part.hash) }
    }

    /// Adds what lies in an open folder, and closes it.
    private mutating func add(folder descriptor: Int32, _ path: RelativePath, hash: UInt64) {
      guard let stream = fdopendir(descriptor) else {
        close(descriptor)
        return
      }
      level += 1
      defer {
        level -= 1
        closedir(stream)
      }
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
      if name[0] == dot, !self.folder.hidden || name[1] == 0 || name[1] == dot && name[2] == 0 {
        return
      }
      if self.folder.excluded.contains(where: { $0 == path.appending(String(cString: name)) }) {
        return
      }
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
        fingerprint.add(mixed(own, UInt64(status.st_mode)), changed: 0)
        let part = Part(
          path: path.appending(String(cString: name)), hash: mixed(own, UInt64(UInt8(ascii: "/"))))
        if level == depth { return below.append(part) }
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
        let inner = openat(folder, name, flags)
        if inner >= 0 { add(folder: inner, part.path, hash: part.hash) }
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

  private mutating func add(_ other: FolderFingerprint) {
    sum &+= other.sum
    count += other.count
    newest = max(newest, other.newest)
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

/// A time in nanoseconds since 1970; times beyond the year 2262 come round to others.
func nanoseconds(_ time: timespec) -> Int { time.tv_sec &* 1_000_000_000 &+ time.tv_nsec }
