import ArgumentParser
import Files
import Foundation

/// The options that say whether other hosts are asked, too.
struct ExternalOptions: ParsableArguments {
  @Flag(
    name: .customLong("external"),
    help: "Ask other hosts whether what texts link to is there; needs curl and a network.")
  var isWanted = false

  /// The program that asks.
  ///
  /// - Throws: ``FileError`` if there is none.
  func program() throws(FileError) -> Curl {
    try Curl(environment: ProcessInfo.processInfo.environment)
  }
}
