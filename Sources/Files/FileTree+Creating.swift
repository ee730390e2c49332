#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension FileTree {
  /// Writes the files into a folder, made if missing; none is written if one of them exists.
  ///
  /// - Parameter folder: The folder, absolute or relative to the working folder.
  /// - Throws: ``FileError`` if a file exists or the machine refuses; then none of them stays.
  package func create(in folder: String) throws(FileError) {
    let handle = try FolderHandle(creating: folder)
    for path in paths where handle.exists(path) {
      throw FileError.existing(folder + "/" + path.text)
    }
    var begun: [RelativePath] = []
    do throws(FileError) {
      for path in paths {
        guard let content = files[path] else { continue }
        try handle.makeParents(of: path)
        begun.append(path)
        try handle.write(try content.read(), to: path)
      }
    } catch {
      for path in begun { unlinkat(handle.descriptor, path.text, 0) }
      if handle.isNew {
        // The first failure is the one to tell of.
        do throws(FileError) { try handle.empty() } catch {}
        rmdir(folder)
      }
      throw error
    }
  }

  /// Writes the files into a folder, each as a whole in place of one that is there.
  ///
  /// - Throws: ``FileError`` if the machine refuses; a file is then as it was.
  package func replace(in folder: String) throws(FileError) {
    let handle = try FolderHandle(creating: folder)
    for path in paths {
      guard let content = files[path] else { continue }
      let bytes = try content.read()
      try handle.makeParents(of: path)
      let draft = RelativePath(path.text + ".new")
      do throws(FileError) {
        try handle.write(bytes, to: draft)
        guard renameat(handle.descriptor, draft.text, handle.descriptor, path.text) == 0 else {
          throw handle.failure("write", path)
        }
      } catch {
        unlinkat(handle.descriptor, draft.text, 0)
        throw FileError("write", path: folder + "/" + path.text, cause: error.cause)
      }
    }
  }
}
