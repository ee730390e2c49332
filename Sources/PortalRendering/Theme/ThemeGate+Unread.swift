import CourseModel
import Diagnostics
import Files
import Templates

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
      (portal.settings.languages + portal.languagesOfTexts + [.english]).map(\.primary))
    let templates = templates(own, among: files)
    let parts = own.filter { ["mustache", "css", "js", "yml", "yaml"].contains($0.fileExtension) }
    return parts.filter { path in
      if builtin[path] != nil { return false }
      switch path.parent.text {
      case "": return true
      case "templates":
        return path.fileExtension != "mustache" || !templates.mayInclude(path.stem)
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

  /// The author's templates, which may include each other.
  private static func templates(_ own: [RelativePath], among files: FileTree) -> TemplateSet {
    TemplateSet(
      own.compactMap { path -> TemplateSource? in
        guard path.parent.text == "templates", path.fileExtension == "mustache",
          case .bytes(let bytes)? = files[path]
        else { return nil }
        return TemplateSource(name: path.stem, path: "theme/\(path)", bytes: bytes)
      })
  }
}
