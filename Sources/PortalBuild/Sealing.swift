package import Entitlements

/// What the paid courses of a build are sealed with.
package enum Sealing: Sendable {
  /// Nothing: paid courses are refused.
  case nothing
  /// Keys that everybody can make, to look at a portal or to check it.
  case preview
  /// An author's keys with their passphrase.
  case keys(KeyFolder, passphrase: [UInt8])
}
