import Bytes
import CourseModel
import Diagnostics
import Files

extension ThemeGate {
  /// Tells of files of an author's theme that take no part in it, such as one that is called nearly as the file
  /// that it should replace.
  ///
  /// - Parameters:
  ///   - own: The author's files, by their places in the theme's folder.
  ///   - files: All files of the theme.
  ///   - portal: Where.
  /// - Returns: One finding for each.
  static func unread(
    _ own: [RelativePath], among files: FileTree, in portal: Portal
  ) -> [Diagnostic] {
    let builtin = Theme.builtin
    let languages = Set(
      (portal.settings.languages + portal.courses.map(\.language) + portal.pages.map(\.language)
        + [.english]).map(\.primary))
    let parts = own.filter { ["mustache", "css", "js", "yml", "yaml"].contains($0.fileExtension) }
    return parts.filter { path in
      if builtin[path] != nil { return false }
      switch path.parent.text {
      case "": return true
      case "templates":
        return path.fileExtension != "mustache" || !isIncluded(path.stem, in: own, files)
      case "strings": return path.fileExtension != "yml" || !languages.contains(path.stem)
      default:
        return !builtin.paths.contains {
          $0.isDirectly(in: path.parent) && $0.fileExtension == path.fileExtension
        }
      }
    }.map { path in
      Diagnostic(
        "file-unread", .warning, "\"theme/\(path)\" is not read",
        at: SourcePosition(path: "theme/\(path)"), help: help(for: path))
    }
  }

  private static func help(for path: RelativePath) -> String {
    let builtin = Theme.builtin.paths
    if path.parent.text == "strings", LanguageTag(path.stem) != nil {
      return "words are read from files such as theme/strings/de.yml, in the portal's languages"
    }
    let meant =
      builtin.first { $0.name == path.name }?.text
      ?? Suggestion.nearest(to: path.text, among: builtin.map(\.text))
    if let meant { return "call it theme/\(meant) to take that file's place" }
    return switch path.fileExtension {
    case "css", "js":
      "move it to theme/\(path.fileExtension)/\(path.name) to add it to the built-in files"
    default: "give it the place that it should take: see clevio theme list"
    }
  }

  /// Whether one of the author's templates includes a partial.
  private static func isIncluded(
    _ name: String, in own: [RelativePath], _ files: FileTree
  ) -> Bool {
    own.contains { path in
      guard path.parent.text == "templates", case .bytes(let bytes)? = files[path] else {
        return false
      }
      let text = String(utf8: bytes)
      return [">\(name)}", "> \(name) }", "> \(name)}", "<\(name)}"].contains(where: text.contains)
    }
  }
}
