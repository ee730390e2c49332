import ArgumentParser
import Bytes
import Diagnostics
import Files
import PortalRendering

/// `clevio theme`.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "Show the built-in theme's files, and begin to change one.",
    subcommands: [ThemeList.self, ThemeCopy.self])
}

/// `clevio theme list`.
struct ThemeList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the theme's files; those that the portal replaces are marked.")

  @Option(name: .customLong("in"), help: "The portal's folder.", completion: .directory)
  var folder = "."

  func run() throws {
    try exiting {
      let own = try SourceFolder.read(folder, excluding: [RelativePath("public")]).tree
        .subtree(RelativePath("theme"))
      var text: [UInt8] = []
      for path in Theme.builtin.paths {
        text.append(text: own[path] == nil ? "  \(path)\n" : "* \(path)\n")
      }
      try Terminal(isQuiet: false).output(text)
      return .success
    }
  }
}

/// `clevio theme copy`.
struct ThemeCopy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "Copy a file of the built-in theme into the portal, to change it there.")

  @Argument(help: "The file, such as templates/footer.mustache.")
  var file: String

  @Option(name: .customLong("in"), help: "The portal's folder.", completion: .directory)
  var folder = "."

  func run() throws {
    try exiting {
      // A folder that is not there is a slip of the pen.
      _ = try SourceFolder.read(folder)
      let terminal = Terminal(isQuiet: false)
      let path = RelativePath(file)
      guard let content = Theme.builtin[path] else {
        let question = Suggestion.question(near: file, among: Theme.builtin.paths.map(\.text))
        terminal.refuse(
          "the theme has no file \"\(file)\"", help: question ?? "see clevio theme list")
        return .failure
      }
      let target = RelativePath("theme").appending(path.text)
      try FileTree([target: content]).create(in: folder)
      terminal.say([target], in: folder)
      return .success
    }
  }
}
