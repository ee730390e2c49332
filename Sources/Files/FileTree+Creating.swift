#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension FileTree {
  /// Writes the files into a folder, made if missing; none is written if one of them exists.
  ///
  /// - Parameter folder: The folder, absolute or relative to the working folder.
  /// - Throws: ``FileError`` if a file exists or the machine refuses.
  package func create(in folder: String) throws(FileError) {
    let handle = try FolderHandle(creating: folder)
    for path in paths where handle.exists(path) {
      throw FileError("write", path: folder + "/" + path.text, cause: "the file exists")
    }
    for path in paths {
      guard let content = files[path] else { continue }
      try handle.makeParents(of: path)
      try handle.write(try content.read(), to: path)
    }
  }

  /// Writes the files into a folder, each as a whole in place of one that is there.
  ///
  /// - Throws: ``FileError`` if the machine refuses; a file is then as it was.
  package func replace(in folder: String) throws(FileError) {
    let handle = try FolderHandle(creating: folder)
    for path in paths {
      guard let content = files[path] else { continue }
      let draft = RelativePath(path.text + ".new")
      try handle.write(try content.read(), to: draft)
      guard renameat(handle.descriptor, draft.text, handle.descriptor, path.text) == 0 else {
        throw handle.failure("write", path)
      }
    }
  }
}
