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
      let place = FolderPath.resolved(output)
      let deed = try clean(output, cache: cache)
      try RememberedBuilds(in: cache).forget(place)
      Terminal(isQuiet: quiet).say("\(output): \(deed)")
      return .success
    }
  }

  /// Removes what builds and signings wrote; tells what was done.
  private func clean(_ output: String, cache: String) throws -> String {
    guard try OutputFolder.isRecorded(output, cache: cache) else {
      let isUnfinished = try OutputFolder.removeStaging(in: output, cache: cache)
      return isUnfinished ? "what an interrupted build left is removed" : "nothing to remove"
    }
    var signed = [PortalHead.fileName, DetachedSignature.fileName, KeyList.fileName]
    // Without the head of a signing, a file of this name is the author's own.
    if FolderPath.exists(FolderPath.join(output, PortalHead.fileName)) {
      signed.append(FolderManifest.fileName)
    }
    let outcome = try OutputFolder(output, cache: cache).clean(
      with: signed.map { RelativePath($0) })
    return "\(counted(outcome.removed, "file")) removed"
  }
}
