import ArgumentParser
import Entitlements
import Files
import Foundation

/// The option that says where an author's keys are.
struct KeyFolderOptions: ParsableArguments {
  @Option(
    name: .customLong("keys"),
    help: "The key folder (default: the environment's CLEVIO_KEYS, or ~/.config/clevio/keys).",
    completion: .directory)
  var folder: String?

  /// The folder's path.
  var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let folder = folder ?? environment["CLEVIO_KEYS"], !folder.isEmpty { return folder }
    let settings = environment["XDG_CONFIG_HOME"].flatMap { FolderPath.isAbsolute($0) ? $0 : nil }
    return (settings ?? FolderPath.join(environment["HOME"] ?? "/", ".config")) + "/clevio/keys"
  }

  func open() throws(Failure) -> KeyFolder { try KeyFolder(path) }
}
