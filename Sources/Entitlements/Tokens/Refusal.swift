/// Why something signed is not accepted, or may not be signed.
package struct Refusal: Error, Hashable, Sendable {
  /// The stable code, for programs.
  package let reason: Reason

  /// What is wrong: lower case, no period.
  package let message: String

  /// The file that is meant, relative to its folder, if one is.
  package let path: String?

  /// What to do about it: lower case, no period.
  package let help: String

  /// Makes a refusal.
  package init(_ reason: Reason, _ message: String, path: String? = nil, help: String? = nil) {
    self.reason = reason
    self.message = message
    self.path = path
    self.help = help ?? reason.help
  }

  /// The codes; they never change their meaning.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    // A token.
    case tooLarge = "too-large"
    case malformed
    case wrongHeader = "wrong-header"
    case wrongType = "wrong-type"
    case unknownKey = "unknown-key"
    case weakKey = "weak-key"
    case keyNotAllowed = "key-not-allowed"
    case keyExpired = "key-expired"
    case badSignature = "bad-signature"
    case badClaims = "bad-claims"
    case wrongAuthor = "wrong-author"
    case wrongPortal = "wrong-portal"
    case wrongCourse = "wrong-course"
    case expired
    case notYetValid = "not-yet-valid"
    case issuedInFuture = "issued-in-future"
    case revoked

    // A sealed file.
    case wrongKey = "wrong-key"
    case lessonDamaged = "lesson-damaged"

    // A signed folder.
    case unsigned
    case manifestChanged = "manifest-changed"
    case badManifest = "bad-manifest"
    case fileChanged = "file-changed"
    case fileMissing = "file-missing"
    case fileExtra = "file-extra"
    case notAFile = "not-a-file"
    case unsafeName = "unsafe-name"
    case nameClash = "name-clash"
    case rollback
    case badState = "bad-state"
    case secretPublished = "secret-published"

    // The author's side.
    case badKeyFile = "bad-key-file"
    case wrongPassphrase = "wrong-passphrase"
    case openToOthers = "open-to-others"
    case unsafePlace = "unsafe-place"
    case alreadyThere = "already-there"
    case missing
    case badLedger = "bad-ledger"
    case badOrders = "bad-orders"
  }
}

extension Refusal.Reason {
  /// What somebody can do who knows no more than the code.
  fileprivate var help: String {
    switch self {
    case .tooLarge, .malformed, .wrongHeader, .badSignature:
      "the copy is damaged or was changed: get it again from its author"
    case .wrongType: "this is another kind of signed file: check that you took the right one"
    case .unknownKey: "use the key that the author publishes; if it was replaced, get the new one"
    case .weakKey: "this is no author's key: get the right one"
    case .keyNotAllowed, .keyExpired: "the author must sign it again with a current key"
    case .badClaims: "it was signed by a program that does not follow the format: tell the author"
    case .wrongAuthor: "get what this author signed"
    case .wrongPortal: "this was made for another portal: get the one for this portal"
    case .wrongCourse: "this was made for another course: get the one for this course"
    case .expired: "the author must sign it anew; check also that the clock is right"
    case .notYetValid, .issuedInFuture: "check that the clock is right"
    case .revoked: "ask the author why it was revoked"
    case .wrongKey: "get the entitlement that goes with this copy of the course"
    case .lessonDamaged: "copy the course again from where it was published"
    case .unsigned: "sign the folder with \"clevio sign\""
    case .manifestChanged, .badManifest, .fileChanged, .fileMissing, .fileExtra, .notAFile:
      "copy the folder again from where it was signed, or build and sign it again"
    case .unsafeName, .nameClash: "rename the file and build again"
    case .rollback: "this is older than what was seen before: get the newest copy"
    case .badState: "if you trust this copy of the portal, remove the state file"
    case .secretPublished: "move the file out of the portal and replace the secret"
    case .badKeyFile: "restore the key folder from a backup"
    case .wrongPassphrase: "try again; without the passphrase the key cannot be used"
    case .openToOthers: "let nobody but its owner read it: chmod go= and its name"
    case .unsafePlace:
      "keep keys where nothing is published or shared, such as ~/.config/clevio/keys"
    case .alreadyThere: "choose another folder, or keep what is there"
    case .missing: "make it with \"clevio key new\""
    case .badLedger: "restore the key folder from a backup"
    case .badOrders: "mend what is told and run it again; nothing was issued"
    }
  }
}
