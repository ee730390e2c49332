#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder that Clevio writes: changed only as a whole, and only where it wrote before.
///
/// New files are staged beside their places; ``commit(_:)`` moves them there. A build that is
/// given up, fails or is killed leaves the files of the one before. What was written is recorded in
/// a file of its own, so that a later build removes what it no longer makes and touches nothing else.
package final class OutputFolder: Sendable {
  private let record: OutputRecord
  private let output: FolderHandle
  private let staging: FolderHandle
  /// Whether nothing was in the folder when it was opened, so that nothing can be in the way.
  private let isEmpty: Bool
  private let isGivenUp: @Sendable () -> Bool

  /// What became of a file.
  package enum Change: Sendable {
    /// The file was there already with the same bytes.
    case kept
    /// The file is new or has other bytes, and waits for ``OutputFolder/commit(_:)``.
    case staged
  }

  /// What a commit did.
  package struct Outcome: Hashable, Sendable {
    /// How many files are new or have other bytes.
    package var written = 0
    /// How many files stayed as they were.
    package var kept = 0
    /// How many files of an earlier build were removed.
    package var removed = 0

    /// Counts nothing yet.
    package init() {}
  }

  /// Opens a folder for one build.
  ///
  /// - Parameters:
  ///   - path: The folder, made if missing.
  ///   - cache: A folder for the record of what was written, not itself published.
  ///   - isGivenUp: Asked before each file is taken, and before files are moved to their places; once it says so,
  ///     nothing more is taken.
  /// - Throws: ``FileError`` if the folder holds files that no earlier build recorded, if another build
  ///   is writing it, or if the machine refuses.
  package init(
    _ path: String, cache: String, isGivenUp: @escaping @Sendable () -> Bool = { false }
  ) throws(FileError) {
    self.isGivenUp = isGivenUp
    let cacheFolder = try FolderHandle(creating: cache)
    output = try FolderHandle(creating: path)
    record = try OutputRecord(in: cacheFolder, of: output)
    isEmpty = try output.names.allSatisfy { $0 == OutputFolder.stagingName }
    if record.isNew, !isEmpty {
      throw FileError(
        "write into", path: path,
        cause:
          "it holds files that Clevio did not write, or has no record of any more; empty it or "
          + "choose another folder with -o"
      )
    }
    // A link in its place would lead to what is not ours.
    if !output.isFolder(RelativePath(OutputFolder.stagingName)) {
      try output.remove(OutputFolder.stagingName)
    }
    staging = try FolderHandle(creating: path + "/" + OutputFolder.stagingName)
    try staging.empty()
  }

  /// The folder in an output in which new files wait; it is there while a build runs, and after one was killed.
  package static let stagingName = ".clevio-staging"

  /// Takes a file's new content.
  package func stage(_ content: FileContent, at path: RelativePath) throws(FileError) -> Change {
    try refuseWhenGivenUp()
    if !isEmpty { try refuseWhatIsInTheWay(of: path) }
    switch content {
    case .bytes(let bytes):
      if !isEmpty, isSame(bytes, as: path) { return .kept }
      try staging.write(bytes, to: path)
    case .file(let file):
      return try FileCopy(file, in: output, staging: staging, at: path).run()
    }
    return .staged
  }

  private func refuseWhenGivenUp() throws(FileError) {
    guard !isGivenUp() else {
      throw FileError("write into", path: output.path, cause: "it was interrupted")
    }
  }

  private func refuseWhatIsInTheWay(of path: RelativePath) throws(FileError) {
    guard record.owns(path) || record.ownsFolder(path) || !output.exists(path) else {
      throw FileError(
        "write", path: output.path + "/" + path.text,
        cause: "a file that Clevio did not write is in its place; move it away")
    }
    guard !output.reachesThroughLink(path) else {
      throw FileError(
        "write", path: output.path + "/" + path.text,
        cause: "a link is in the place of one of its folders; move it away")
    }
  }

  /// Moves what was staged to its places and removes what an earlier build wrote and this one did not.
  ///
  /// - Parameter changes: Every file of this build, staged or kept.
  /// - Returns: What was done.
  /// - Throws: ``FileError`` if the machine refuses; a later build mends what was left undone.
  package func commit(_ changes: [RelativePath: Change]) throws(FileError) -> Outcome {
    try refuseWhenGivenUp()
    var outcome = Outcome()
    let files = changes.sorted { $0.key < $1.key }
    let paths = files.map(\.key)
    let obsolete = record.paths == paths ? [] : record.paths.filter { changes[$0] == nil }
    if record.isNew || record.paths != paths { try record.write(paths + obsolete) }
    if !obsolete.isEmpty {
      let folders = RelativePath.folders(above: paths)
      // A file where a folder is wanted now, or a file of a folder where a file is wanted, goes first.
      for path in obsolete where folders.contains(path) || path.hasParent(in: changes) {
        if try remove(path) { outcome.removed += 1 }
      }
    }
    var move = StagedMove(from: staging, to: output)
    for (path, change) in files {
      guard case .staged = change else {
        outcome.kept += 1
        continue
      }
      try move.move(path)
      outcome.written += 1
    }
    for path in obsolete {
      if try remove(path) { outcome.removed += 1 }
    }
    if !obsolete.isEmpty { try record.write(paths) }
    try removeStaging()
    return outcome
  }

  /// Gives up what was staged; the files of the build before stay, and a folder that was made for this one goes.
  package func discard() throws(FileError) {
    try removeStaging()
    if output.isNew { rmdir(output.path) }
  }

  private func removeStaging() throws(FileError) {
    try staging.empty()
    unlinkat(output.descriptor, OutputFolder.stagingName, AT_REMOVEDIR)
  }

  /// Removes every file that an earlier build recorded, and then the folder if nothing else is in it.
  ///
  /// - Parameter others: What other commands may have written beside them; it is removed, too.
  /// - Returns: What was done.
  /// - Throws: ``FileError`` if the machine refuses.
  package func clean(with others: [RelativePath] = []) throws(FileError) -> Outcome {
    var outcome = try commit([:])
    for path in others {
      if try remove(path) { outcome.removed += 1 }
    }
    record.remove()
    rmdir(output.path)
    return outcome
  }

  private func isSame(_ bytes: [UInt8], as path: RelativePath) -> Bool {
    // A pipe in the file's place would let a blocking call wait for ever.
    let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let descriptor = openat(output.descriptor, path.text, flags)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return false }
    return withUnsafeTemporaryAllocation(byteCount: 32_768, alignment: 1) { buffer in
      guard let start = buffer.baseAddress else { return bytes.isEmpty }
      return bytes.withUnsafeBytes { wanted in
        var offset = 0
        while offset < wanted.count {
          let count = readRetrying(descriptor, start, buffer.count)
          guard count > 0, offset + count <= wanted.count, let base = wanted.baseAddress,
            memcmp(start, base + offset, count) == 0
          else { return false }
          offset += count
        }
        return true
      }
    }
  }

  /// Removes a file of an earlier build and the folders that it leaves empty; `false` if it is gone, or
  /// if a link that somebody put in a folder's place leads to it.
  private func remove(_ path: RelativePath) throws(FileError) -> Bool {
    guard !output.reachesThroughLink(path), !output.isFolder(path) else { return false }
    guard unlinkat(output.descriptor, path.text, 0) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else { throw output.failure("remove", path) }
      return false
    }
    var folder = path.parent
    while folder != .root, unlinkat(output.descriptor, folder.text, AT_REMOVEDIR) == 0 {
      folder = folder.parent
    }
    return true
  }
}

extension OutputFolder {
  /// Whether a build wrote the folder at `path` and recorded it in `cache`.
  package static func isRecorded(_ path: String, cache: String) throws(FileError) -> Bool {
    guard access(path, F_OK) == 0, access(cache, F_OK) == 0 else { return false }
    let output = try FolderHandle(creating: path)
    return try !OutputRecord(in: FolderHandle(creating: cache), of: output).isNew
  }

  /// Removes what a build left that was killed before it recorded anything, and then the folder if nothing else is in
  /// it.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - cache: The folder of what is remembered.
  /// - Returns: Whether there was something.
  /// - Throws: ``FileError`` if another build is writing the folder, or the machine refuses.
  package static func removeStaging(in path: String, cache: String) throws(FileError) -> Bool {
    guard access(path + "/" + stagingName, F_OK) == 0 else { return false }
    let output = try FolderHandle(creating: path)
    // It keeps other builds away while it lives.
    let record = try OutputRecord(in: FolderHandle(creating: cache), of: output)
    try output.remove(stagingName)
    rmdir(path)
    withExtendedLifetime(record) {}
    return true
  }
}

extension RelativePath {
  /// All folders that the paths lie in, without the outermost.
  static func folders(above paths: [RelativePath]) -> Set<RelativePath> {
    var folders: Set<RelativePath> = []
    for path in paths {
      var folder = path.parent
      while folder != .root, folders.insert(folder).inserted { folder = folder.parent }
    }
    return folders
  }

  fileprivate func hasParent(in files: [RelativePath: OutputFolder.Change]) -> Bool {
    var folder = parent
    while folder != .root {
      if files[folder] != nil { return true }
      folder = folder.parent
    }
    return false
  }
}
