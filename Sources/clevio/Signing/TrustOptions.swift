import ArgumentParser
import Entitlements
import Files

/// The options that say whose signatures are believed.
struct TrustOptions: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: "The author's public key, author.pub.pem or author.jwk, from a place that you trust.",
    completion: .file(extensions: ["pem", "jwk"]))
  var key: String?

  @Option(
    name: .customLong("keys"), help: "The key folder, if you are the author.",
    completion: .directory)
  var folder: String?

  func validate() throws {
    guard (key == nil) != (folder == nil) else {
      throw ValidationError(
        "Say whom to believe: --key FILE, or --keys FOLDER if you are the author.")
    }
  }

  /// The root key, which must come from elsewhere than what it is to check.
  func root(outside checked: String) throws(Failure) -> TrustedKeys {
    if let folder = try keyFolder {
      try folder.check(isOutside: checked)
      return TrustedKeys(root: folder.root, author: folder.author)
    }
    let path = FolderPath.resolved(key ?? "")
    let inside = FolderPath.resolved(checked)
    guard !path.utf8.starts(with: (inside == "/" ? inside : inside + "/").utf8) else {
      throw .refused(
        .unsafePlace, "the key lies in the folder that it is to check",
        help: "get the author's key from somewhere else: whoever changed the folder changed it too")
    }
    return try keyFile
  }

  /// The keys that the root key vouches for, as far as they are known here.
  func all(now: Int) throws(Failure) -> TrustedKeys {
    if let folder = try keyFolder { return try folder.trustedKeys(now: now) }
    return try keyFile
  }

  /// The key folder, if the author checks.
  var keyFolder: KeyFolder? {
    get throws(Failure) {
      guard let folder else { return nil }
      return try KeyFolder(folder)
    }
  }

  private var keyFile: TrustedKeys {
    get throws(Failure) {
      let content = try PublicKeyFile.read(at: key ?? "")
      return TrustedKeys(root: content.key, author: content.author)
    }
  }
}
