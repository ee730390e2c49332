import Bytes
package import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a copy is packed into: there as a whole at the end, or not at all.
package struct PackTarget {
  private let path: String
  private let staging: String
  private var archive: ZipWriter?
  /// The folder inside the archive, so that unpacking makes one.
  private var inside: [UInt8] = []
  private let isGivenUp: @Sendable () -> Bool

  /// Begins a copy at a path where nothing is; one that ends in `.zip` becomes an archive.
  ///
  /// Nobody else may read a copy that holds a buyer's licence.
  ///
  /// - Parameters:
  ///   - path: Where the copy is to be.
  ///   - holdsLicence: Whether it holds one.
  ///   - isGivenUp: Asked before each file is added; once it says so, nothing more is.
  /// - Throws: ``Failure`` if something is at the path, or half of a copy beside it.
  package init(
    _ path: String, holdsLicence: Bool, isGivenUp: @escaping @Sendable () -> Bool = { false }
  ) throws(Failure) {
    self.isGivenUp = isGivenUp
    if holdsLicence { try PublishedPlace.refuse(path, for: "a copy with an entitlement") }
    let hasSlash = path.utf8.count > 1 && path.utf8.last == UInt8(ascii: "/")
    let trimmed = hasSlash ? String(Substring(path.utf8.dropLast())) : path
    self.path = trimmed
    staging = WrittenFile.stagingPath(trimmed)
    try IssuedFolder.checkIsFree(trimmed)
    guard access(staging, F_OK) != 0 else {
      throw .refused(
        .alreadyThere, "\(staging) is there, which an unfinished copy may have left",
        help: "remove it if no other copy is being made, or choose another place with -o")
    }
    guard trimmed.utf8.suffix(4).elementsEqual(".zip".utf8) else {
      guard mkdir(staging, holdsLicence ? 0o700 : 0o755) == 0 else {
        throw .system("make the folder", staging)
      }
      return
    }
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(staging, flags, holdsLicence ? 0o600 : 0o644)
    guard descriptor >= 0 else { throw .system("write", staging) }
    let name = Array(trimmed.utf8).split(separator: UInt8(ascii: "/")).last?.dropLast(4) ?? []
    inside = PublishedPath.problem(with: name) == nil ? name + [UInt8]("/") : [UInt8]("portal/")
    archive = ZipWriter(OpenFile(descriptor, staging))
  }

  /// Adds a file whose bytes are all there.
  mutating func add(_ bytes: [UInt8], as name: [UInt8]) throws(Failure) {
    try check(name)
    if archive == nil {
      try create(name).append(bytes)
    } else {
      try archive?.add(bytes, as: inside + name)
    }
  }

  /// Adds a file that is read in pieces.
  mutating func add(
    as name: [UInt8], size: Int,
    _ read: ((UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) -> Void
  ) throws(Failure) {
    try check(name)
    if archive == nil {
      let file = try create(name)
      try read { (piece) throws(Failure) in try file.append(Array(piece)) }
    } else {
      try archive?.add(as: inside + name, size: size, read)
    }
  }

  /// Adds files in the order of their names, so that an archive is the same each time.
  package mutating func add(_ files: FileTree) throws(Failure) {
    for path in files.paths {
      let name = Array(path.text.utf8)
      switch files[path] {
      case nil: continue
      case .bytes(let bytes)?: try add(bytes, as: name)
      case .file(let disk)?:
        guard let file = try OpenFile.reading(disk.path) else {
          throw .machine(FileError("read", path: disk.path, cause: "it is gone"))
        }
        // A film never stands in memory.
        try add(as: name, size: disk.size) {
          (body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) in
          try file.readPieces(body)
        }
      }
    }
  }

  /// Puts the copy in its place.
  package mutating func finish() throws(Failure) {
    try archive?.finish()
    try IssuedFolder.checkIsFree(path)
    guard rename(staging, path) == 0 else { throw .system("write", path) }
  }

  /// Takes back what was written so far.
  package func discard() {
    if archive == nil { PackTarget.removeFolder(staging) } else { unlink(staging) }
  }

  /// Nothing may be written beside the copy, whatever a manifest says, and nothing more once it is given up.
  private func check(_ name: [UInt8]) throws(Failure) {
    guard !isGivenUp() else {
      throw .machine(FileError("write", path: path, cause: "it was interrupted"))
    }
    if let problem = PublishedPath.problem(with: name) {
      throw .refused(
        .unsafeName, "\(ShownText.quoted(name)) cannot be packed: \(problem)",
        path: String(utf8: name))
    }
  }

  private func create(_ name: [UInt8]) throws(Failure) -> OpenFile {
    var folder = staging
    let parts = name.split(separator: UInt8(ascii: "/"))
    for part in parts.dropLast() {
      folder += "/" + String(utf8: part)
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
        throw .system("make the folder", folder)
      }
    }
    let path = staging + "/" + String(utf8: name)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw .system("write", path) }
    return OpenFile(descriptor, path)
  }

  private static func removeFolder(_ path: String) {
    guard let entries = try? FolderListing(of: path).entries else { return }
    var folders: Set<[UInt8]> = []
    for entry in entries {
      unlink(path + "/" + String(utf8: entry.path))
      var parent = entry.path[...]
      while let slash = parent.lastIndex(of: UInt8(ascii: "/")) {
        parent = parent[..<slash]
        folders.insert(Array(parent))
      }
    }
    for folder in folders.sorted(by: { $0.count > $1.count }) {
      rmdir(path + "/" + String(utf8: folder))
    }
    rmdir(path)
  }
}
