import ArgumentParser
import Entitlements
import Files

/// `clevio clean`.
struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Remove what Clevio wrote, and nothing else.")

  @Argument(help: "The folder with the courses.", completion: .directory)
  var folder = "."

  @Option(
    name: .shortAndLong,
    help: "The folder that was written (default: public in the portal's folder).",
    completion: .directory)
  var output: String?

  @Flag(name: .shortAndLong, help: "Report nothing.")
  var quiet = false

  func run() throws {
    let output = output ?? FolderPath.join(folder, "public")
    try exiting {
      // A folder that is not there is a slip of the pen.
      _ = try SourceFolder.folders(folder)
      let cache = FolderPath.join(folder, ".clevio")
      guard try OutputFolder.isRecorded(output, cache: cache) else {
        Terminal(isQuiet: quiet).say("\(output): nothing to remove")
        return .success
      }
      CacheFile(.lastBuild, of: FolderPath.resolved(output), in: cache).remove()
      let outcome = try OutputFolder(output, cache: cache).clean(with: [
        RelativePath(PortalHead.fileName), RelativePath(FolderManifest.fileName),
      ])
      Terminal(isQuiet: quiet).say("\(output): \(outcome.removed) files removed")
      return .success
    }
  }
}
