#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Moves staged files to their places: a folder that is not there yet as a whole, other files one by one.
struct StagedMove {
  private let staging: FolderHandle
  private let output: FolderHandle
  /// The last folder that was moved with all that is in it.
  private var moved: RelativePath?
  /// The last folder that was there already.
  private var known = RelativePath.root

  init(from staging: FolderHandle, to output: FolderHandle) {
    self.staging = staging
    self.output = output
  }

  /// Moves a file; files are given in the order of their paths.
  mutating func move(_ file: RelativePath) throws(FileError) {
    if let moved, file.isInside(moved) { return }
    if let folder = try missingFolder(above: file) {
      try rename(folder)
      moved = folder
    } else {
      try rename(file)
    }
  }

  private func rename(_ path: RelativePath) throws(FileError) {
    guard renameat(staging.descriptor, path.text, output.descriptor, path.text) == 0 else {
      throw output.failure("write", path)
    }
  }

  /// The outermost folder above a file that the output has not.
  private mutating func missingFolder(above file: RelativePath) throws(FileError) -> RelativePath? {
    if file.isDirectly(in: known) { return nil }
    var folder = RelativePath.root
    for part in file.parent.parts {
      folder = folder.appending(String(part))
      guard try output.hasFolder(folder) else { return folder }
    }
    known = folder
    return nil
  }
}
