import ArgumentParser
import CourseLoading
import CourseModel
import Files
import Fulfilment

/// `clevio new`.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a portal, a course or a lesson.",
    subcommands: [NewPortal.self, NewCourse.self, NewLesson.self, NewLegal.self, NewMails.self])
}

/// `clevio new portal`.
struct NewPortal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portal",
    abstract: "Begin a portal with an example course.")

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  @Option(help: "The portal's title (default: made of the folder's name).")
  var title: String?

  func run() throws {
    try exiting {
      let name = RelativePath(FolderPath.resolved(folder)).name
      var files = Scaffolding.portal(named: name, title: title)
      let ignoring = RelativePath(".gitignore")
      // Whoever begins in a repository often has one.
      let hasIgnoring = FolderPath.exists(FolderPath.join(folder, ignoring.text))
      if hasIgnoring { files[ignoring] = nil }
      try files.create(in: folder)
      let terminal = Terminal(isQuiet: false)
      terminal.say(files.paths, in: folder)
      if hasIgnoring {
        terminal.say(
          "\(folder)/\(ignoring) stays as it is: add the lines /public/, /.clevio/, *.clevio and "
            + "entitlement.js to it")
      }
      let isPlain = folder.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber) || "/._-".contains($0)
      }
      let quoted =
        "'"
        + folder.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
      terminal.say("Build it with: clevio build \(isPlain ? folder : quoted)")
      return .success
    }
  }
}

/// `clevio new course`.
struct NewCourse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Begin a course of the portal in this folder.")

  @Argument(help: "The course's name in addresses.")
  var name: String

  @Option(help: "The course's title (default: made of its name).")
  var title: String?

  @Option(help: "The day that counts as today, such as 2027-01-31 (default: that of UTC).")
  var now: CalendarDate?

  @Option(name: .customLong("in"), help: "The portal's folder.", completion: .directory)
  var folder = "."

  func run() throws {
    let today = (now ?? Clock.today).isoText
    try createFiles(in: folder) { tree throws(ScaffoldingError) in
      try Scaffolding.course(named: name, title: title, today: today, in: tree)
    }
  }
}

/// `clevio new lesson`.
struct NewLesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Begin a lesson of a course.",
    discussion:
      "In a folder, the lesson gets the next number: clevio new lesson courses/bread/01-start")

  @Argument(help: "The folder of a course or a section, or a file in it, as seen from the portal.")
  var path: String

  @Option(help: "The lesson's title.")
  var title: String?

  @Option(name: .customLong("in"), help: "The portal's folder.", completion: .directory)
  var folder = "."

  func run() throws {
    try createFiles(in: folder) { tree throws(ScaffoldingError) in
      try Scaffolding.lesson(at: path, title: title, in: tree)
    }
  }
}

/// `clevio new mails`.
struct NewMails: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mails",
    abstract: "Write the templates of mails about what learners do, to be changed.",
    discussion: "\"clevio mail\" fills them in; so can any program that knows of the event.")

  @Option(name: .customLong("in"), help: "The portal's folder.", completion: .directory)
  var folder = "."

  func run() throws {
    try exiting {
      // A folder that is not there is a slip of the pen.
      _ = try SourceFolder.folders(folder)
      let terminal = Terminal(isQuiet: false)
      let templates = EventMail.templates
      try templates.create(in: folder)
      terminal.say(templates.paths, in: folder)
      return .success
    }
  }
}

/// Writes new files into a portal's folder, and tells their paths.
private func createFiles(
  in folder: String, _ make: (FileTree) throws(ScaffoldingError) -> FileTree
) throws {
  try exiting {
    let tree = try SourceFolder.read(folder, excluding: [RelativePath("public")]).tree
    let terminal = Terminal(isQuiet: false)
    let files: FileTree
    do throws(ScaffoldingError) {
      files = try make(tree)
    } catch {
      terminal.refuse(error.message, help: error.help)
      return .failure
    }
    try files.create(in: folder)
    terminal.say(files.paths, in: folder)
    return .success
  }
}
