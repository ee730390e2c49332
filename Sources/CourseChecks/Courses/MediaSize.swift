import CourseModel
import Diagnostics
import Files

/// Pictures and films are light enough to be loaded on a slow line.
enum MediaSize: CourseRule {
  static func findings(in checked: CheckedCourse) -> [Diagnostic] {
    let budgets = checked.portal.check.budgets
    return checked.files.compactMap { path in
      let size = checked.portal.sources[path]?.size ?? 0
      let kind = MediaKind(of: path)
      // A file without an ending may be of any kind.
      let isPicture = kind == .picture && !path.fileExtension.isEmpty
      if isPicture, size > budgets.imageKilobytes * 1_000 {
        return finding(
          path, "picture", size, limit: budgets.imageKilobytes, of: ("kB", 1_000), key: "image_kb")
      }
      if kind.isRecording, size > budgets.mediaMegabytes * 1_000_000 {
        return finding(
          path, "recording", size, limit: budgets.mediaMegabytes, of: ("MB", 1_000_000),
          key: "media_mb")
      }
      return nil
    }
  }

  private static func finding(
    _ path: RelativePath, _ what: String, _ size: Int, limit: Int,
    of unit: (name: String, bytes: Int),
    key: String
  ) -> Diagnostic {
    let amount = (size + unit.bytes - 1) / unit.bytes
    return Diagnostic(
      "media-size", .warning,
      "the \(what) has \(amount) \(unit.name), more than \(limit) \(unit.name)",
      at: SourcePosition(path: path.text),
      help: "make it smaller, or write check: {budgets: {\(key): \(amount)}} in clevio.yml")
  }
}
