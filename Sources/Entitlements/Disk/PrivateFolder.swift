import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder of secrets: its owner's alone, and where nothing is published or shared.
struct PrivateFolder {
  /// The absolute path, without links.
  let path: String

  /// Opens a folder.
  ///
  /// - Throws: ``Failure`` if it is missing, open to others, somebody else's, or in an unsafe
  /// place.
  init(opening path: String) throws(Failure) {
    guard let resolved = PrivateFolder.resolved(path) else {
      if errno == ENOENT || errno == ENOTDIR {
        throw .refused(.missing, "there is no key folder \(path)")
      }
      throw .system("open", path)
    }
    self.path = resolved
    try PrivateFolder.check(resolved, isFolder: true)
    try PrivateFolder.checkPlace(resolved)
  }

  /// Makes a folder, or takes one that is there and private.
  init(making path: String) throws(Failure) {
    // What is wrong with the place is told before anything is made there.
    try PrivateFolder.checkPlace(PrivateFolder.nearestExisting(path))
    var parent = ""
    let parts = FolderPath.parts(of: path)
    for (index, part) in parts.enumerated() {
      parent += index == 0 && !FolderPath.isAbsolute(path) ? part : "/" + part
      let mode: mode_t = index == parts.count - 1 ? 0o700 : 0o755
      guard mkdir(parent, mode) == 0 || errno == EEXIST else {
        throw .system("make the folder", parent)
      }
    }
    try self.init(opening: path)
  }

  /// Reads a file of the folder; `nil` if it is not there.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - limit: The greatest size in bytes.
  ///   - isSecret: Whether nobody else may be able to read it.
  /// - Returns: All bytes.
  /// - Throws: ``Failure`` also where others can read a secret.
  func read(_ name: String, limit: Int = 1 << 20, isSecret: Bool) throws(Failure) -> [UInt8]? {
    let file = path + "/" + name
    guard let open = try OpenFile.reading(file) else { return nil }
    if isSecret { try PrivateFolder.check(file, isFolder: false) }
    return try open.readAll(limit: limit)
  }

  private static func check(_ path: String, isFolder: Bool) throws(Failure) {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .system("read", path) }
    guard !isFolder || status.st_mode & S_IFMT == S_IFDIR else {
      throw .refused(.missing, "\(path) is no folder", help: "check the path")
    }
    guard status.st_mode & 0o077 == 0 else {
      let mode = isFolder ? "700" : "600"
      throw .refused(
        .openToOthers, "others can read \(path)", help: "close it with: chmod \(mode) \(path)")
    }
    guard status.st_uid == geteuid() else {
      throw .refused(
        .openToOthers, "\(path) belongs to somebody else", help: "use a key folder of your own")
    }
  }

  /// Refuses folders that are published, built from, or shared.
  private static func checkPlace(_ path: String) throws(Failure) {
    let marks = [
      ("clevio.yml", "a portal's sources"), (".clevio", "a portal's sources"),
      (PortalHead.fileName, "a signed portal"), ("index.html", "a published folder"),
      (".git", "a Git repository"),
    ]
    var folder = path
    while true {
      for (name, meaning) in marks where access(folder + "/" + name, F_OK) == 0 {
        throw .refused(.unsafePlace, "the key folder would lie in \(meaning): \(folder)")
      }
      guard let parent = FolderPath.parent(of: folder) else { return }
      folder = parent
    }
  }

  /// The path without links, or that of the nearest folder above that is there.
  static func nearestExisting(_ path: String) -> String {
    var path = path
    while true {
      if let resolved = resolved(path) { return resolved }
      guard let parent = FolderPath.parent(of: path) else { return resolved(".") ?? "/" }
      path = parent
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The names of the files in the folder, sorted by bytes.
  func names() throws(Failure) -> [String] {
    try FolderListing(of: path).entries.map { String(decoding: $0.path, as: UTF8.self) }
  }

  /// Whether this folder lies in `folder`, or is it.
  func isInside(_ folder: String) -> Bool {
    guard let outer = PrivateFolder.resolved(folder) else { return false }
    return path.utf8.elementsEqual(outer.utf8)
      || path.utf8.starts(with: (outer == "/" ? "/" : outer + "/").utf8)
  }
}
