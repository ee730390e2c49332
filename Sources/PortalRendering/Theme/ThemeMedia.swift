import CourseModel
import Files

/// The fonts and pictures in an author's theme, which are published with it.
enum ThemeMedia {
  private static let fonts: Set = ["woff2", "woff", "ttf", "otf"]

  /// Whether a file of a theme is one of them.
  static func isMedia(_ file: RelativePath) -> Bool {
    fonts.contains(file.fileExtension) || MediaKind.readablePictures.contains(file.fileExtension)
  }

  /// Where a file of a theme is published.
  static func output(of file: RelativePath) -> RelativePath {
    RelativePath("assets/theme").appending(file.text)
  }

  /// All of them among an author's files.
  static func all(in sources: FileTree) -> [Asset] {
    let folder = RelativePath("theme")
    return sources.subtree(folder).paths.filter(isMedia).map { file in
      Asset(source: folder.appending(file.text), output: output(of: file))
    }
  }
}
