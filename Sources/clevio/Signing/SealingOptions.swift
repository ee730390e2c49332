import ArgumentParser
import Entitlements
import Foundation
import PortalBuild

/// The options that say what the lessons of paid courses are sealed with.
struct SealingOptions: ParsableArguments {
  @Option(
    name: .customLong("keys"),
    help: "Seal paid courses with this folder's keys (default: the environment's CLEVIO_KEYS).",
    completion: .directory)
  var folder: String?

  @OptionGroup var passphrase: PassphraseOptions

  @Flag(
    name: .customLong("locked-preview"),
    help: "Seal paid courses with a key that everybody has: to look at, not to publish.")
  var isLockedPreview = false

  func validate() throws {
    guard folder == nil || !isLockedPreview else {
      throw ValidationError("Give --keys or --locked-preview, not both.")
    }
  }

  /// Whether there is a folder of keys to seal with.
  var usesKeys: Bool { !isLockedPreview && !keyFolder.isEmpty }

  private var keyFolder: String {
    folder ?? ProcessInfo.processInfo.environment["CLEVIO_KEYS"] ?? ""
  }

  /// What the build seals with.
  ///
  /// - Parameters:
  ///   - places: The folders that are built from and written to, where no keys may lie.
  ///   - isNeeded: Whether there is anything to seal; if not, nobody is asked for a passphrase.
  /// - Returns: Keys, the preview, or nothing.
  /// - Throws: `Failure` if the keys cannot be used.
  func sealing(outside places: [String], isNeeded: () throws -> Bool) throws -> Sealing {
    if isLockedPreview { return .preview }
    guard usesKeys else { return .nothing }
    // A folder that the environment names for other portals need not be there.
    if folder == nil, try !isNeeded() { return .nothing }
    let keys = try KeyFolder(keyFolder)
    for place in places { try keys.check(isOutside: place) }
    guard try isNeeded() else { return .nothing }
    let passphrase = try passphrase.read()
    _ = try keys.rootKey(passphrase: passphrase)
    return .keys(keys, passphrase: passphrase)
  }
}
