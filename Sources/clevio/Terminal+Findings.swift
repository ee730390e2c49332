import Bytes
import Diagnostics
import Files

extension Terminal {
  /// Tells findings with the lines that they are about, also to who wants quiet.
  ///
  /// - Parameters:
  ///   - findings: What was found.
  ///   - source: The bytes of a file, by its path; `nil` leaves its lines out.
  func complain(of findings: [Diagnostic], source: @escaping (String) -> [UInt8]?) {
    guard !findings.isEmpty else { return }
    let report = TextReport(usesColour: usesColour, source: source)
    complain(String(utf8: report.text(of: findings)))
  }
}

extension FileTree {
  /// The bytes of a file, by its path; `nil` where it cannot be read.
  func bytes(ofFile path: String) -> [UInt8]? {
    do throws(FileError) { return try self[RelativePath(path)]?.read() } catch { return nil }
  }
}
