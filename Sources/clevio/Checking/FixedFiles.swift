import Diagnostics
import Files

/// A portal's files with the fixes of findings put in place.
struct FixedFiles {
  /// A file that changes.
  private struct File {
    let path: String
    let disk: DiskFile
    let before: [UInt8]
    let after: FixedText
  }

  private let files: [File]

  /// Puts fixes in place, file by file; files that are not on disk stay as they are.
  ///
  /// - Throws: ``FileError`` if a file cannot be read.
  init(of findings: [Diagnostic], in sources: FileTree) throws(FileError) {
    // A link and the file that it leads to are one file.
    var fixes: [String: (path: String, disk: DiskFile, fixes: [Fix])] = [:]
    for finding in findings {
      let path = finding.position.path
      guard let fix = finding.fix, case .file(let disk)? = sources[RelativePath(path)] else {
        continue
      }
      fixes[disk.path, default: (path, disk, [])].fixes.append(fix)
    }
    var files: [File] = []
    for (path, disk, fixes) in fixes.values {
      let before = try disk.read()
      let after = FixedText(before, with: fixes)
      if !after.applied.isEmpty {
        files.append(File(path: path, disk: disk, before: before, after: after))
      }
    }
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// How many mistakes are mended.
  var count: Int { files.reduce(0) { $0 + $1.after.applied.count } }

  /// The files that change, sorted.
  var paths: [String] { files.map(\.path) }

  /// What changes, as a patch.
  var difference: [UInt8] {
    files.flatMap { UnifiedDiff.text(of: $0.path, from: $0.before, to: $0.after.bytes) }
  }

  /// Writes the files, each as a whole.
  ///
  /// - Throws: ``FileError`` if the machine refuses, or a file was changed since it was read.
  func write() throws(FileError) {
    for file in files { try file.disk.replace(with: file.after.bytes) }
  }
}
