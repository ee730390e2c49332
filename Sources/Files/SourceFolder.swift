package import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The folder that an author writes, read from disk.
package enum SourceFolder {
  /// What a folder holds, and what in it could not be taken.
  package struct Reading: Sendable {
    /// The regular files, without hidden ones.
    package var tree = FileTree()
    /// Names, links and files that could not be read, in no order.
    package var diagnostics: [Diagnostic] = []
  }

  /// Reads the names of all files below `folder`; their contents are read when asked for.
  ///
  /// Hidden files and folders are left out. Links to files inside the folder are followed; links that
  /// leave it, links to folders, and what is neither file nor folder are reported and left out.
  ///
  /// - Parameters:
  ///   - folder: The folder, absolute or relative to the working folder.
  ///   - excluded: Folders that are not the author's sources, such as the output.
  /// - Returns: The files, and what could not be taken.
  /// - Throws: ``FileError`` if the folder itself cannot be read.
  package static func read(_ folder: String, excluding excluded: [RelativePath] = [])
    throws(FileError) -> Reading
  {
    try walk(folder, excluded).reading
  }

  /// The folders below `folder`, with itself, whose files ``read(_:excluding:)`` gives.
  ///
  /// - Throws: ``FileError`` if the folder itself cannot be read.
  package static func folders(_ folder: String, excluding excluded: [RelativePath] = [])
    throws(FileError) -> [RelativePath]
  {
    try walk(folder, excluded).folders
  }

  /// Reads the outer folders, and then those in them on two threads.
  private static func walk(_ folder: String, _ excluded: [RelativePath]) throws(FileError) -> Walk {
    guard let root = realpath(folder, nil) else {
      throw FileError("read", path: folder, cause: systemMessage())
    }
    defer { free(root) }
    var outer = Walk(root: String(cString: root), excluded: excluded)
    // A portal has its many files two folders deep.
    for _ in 0..<2 { try outer.readLevel() }
    let parts = try concurrentMap(outer.pending, threads: 2) { [outer] folder throws(FileError) in
      var walk = Walk(root: outer.root, excluded: excluded)
      walk.pending = [folder]
      while !walk.pending.isEmpty { try walk.readLevel() }
      return walk
    }
    outer.pending = []
    for part in parts { outer.add(part) }
    return outer
  }

  /// The regular file at a path in `folder`, as ``read(_:excluding:)`` gives it; `nil` for anything else, and for
  /// what is hidden.
  package static func file(_ path: RelativePath, in folder: String) -> DiskFile? {
    guard !path.parts.contains(where: { $0.utf8.first == UInt8(ascii: ".") }),
      let root = realpath(folder, nil)
    else { return nil }
    defer { free(root) }
    let folder = String(cString: root)
    var status = stat()
    guard lstat(folder + "/" + path.text, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return DiskFile(path.text, in: folder, status)
  }

  private struct Walk {
    let root: String
    let excluded: [RelativePath]
    var reading = Reading()
    var folders: [RelativePath] = []
    var pending: [RelativePath] = [.root]

    init(root: String, excluded: [RelativePath]) {
      self.root = root
      self.excluded = excluded
    }

    /// Reads the folders that are pending; then those in them are.
    mutating func readLevel() throws(FileError) {
      let level = pending
      pending = []
      for folder in level {
        let path = folder == .root ? root : root + "/" + folder.text
        guard let stream = opendir(path) else {
          if folder == .root { throw FileError("read", path: path, cause: systemMessage()) }
          report(
            "file-unreadable", folder, "the folder \"\(folder)\" cannot be read: \(systemMessage())"
          )
          continue
        }
        defer { closedir(stream) }
        folders.append(folder)
        while let entry = readdir(stream) { add(entry, of: folder, stream: stream) }
      }
    }

    mutating func add(_ other: Walk) {
      reading.tree.add(other.reading.tree)
      reading.diagnostics += other.reading.diagnostics
      folders += other.folders
    }

    private mutating func add(
      _ entry: UnsafeMutablePointer<dirent>, of folder: RelativePath, stream: OpaquePointer
    ) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard name.first != UInt8(ascii: ".") else { return }
      guard let text = String(validating: name, as: UTF8.self) else {
        let shown = folder.appending(String(decoding: name, as: UTF8.self))
        report(
          "file-name", shown, "the name \"\(shown.name)\" is not UTF-8",
          help: "rename the file; it is left out of the portal")
        return
      }
      let path = folder.appending(text)
      if excluded.contains(path) { return }
      var status = stat()
      guard fstatat(dirfd(stream), text, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        report("file-unreadable", path, "\"\(path)\" cannot be read: \(systemMessage())")
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: reading.tree[path] = .file(DiskFile(path.text, in: root, status))
      case S_IFDIR: pending.append(path)
      case S_IFLNK: addLink(path)
      default:
        report("file-kind", path, "\"\(path)\" is neither a file nor a folder and is left out")
      }
    }

    private mutating func addLink(_ path: RelativePath) {
      guard let resolved = realpath(root + "/" + path.text, nil) else {
        report(
          "file-link", path, "the link \"\(path)\" leads nowhere: \(systemMessage())",
          help: "remove the link or mend its target")
        return
      }
      defer { free(resolved) }
      let target = String(cString: resolved)
      guard target.utf8.starts(with: (root + "/").utf8) else {
        report(
          "file-link", path, "the link \"\(path)\" leaves the portal's folder",
          help: "copy the file into the folder; it is left out of the portal")
        return
      }
      var status = stat()
      guard stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        report(
          "file-link", path, "the link \"\(path)\" leads to a folder and is not followed",
          help: "move the folder to where the link is")
        return
      }
      reading.tree[path] = .file(DiskFile(target, status))
    }

    private mutating func report(
      _ id: Diagnostic.ID, _ path: RelativePath, _ message: String, help: String? = nil
    ) {
      reading.diagnostics.append(
        Diagnostic(id, .warning, message, at: SourcePosition(path: path.text), help: help))
    }
  }
}
