/// How keys of other tools' front matter are read.
package struct ForeignKeys: Sendable {
  /// A key of ours for a key of theirs.
  package var aliases: [String: String] = [:]
  /// Keys that are passed over.
  package var ignored: Set<String> = []

  /// No foreign keys.
  package init() {}
}
