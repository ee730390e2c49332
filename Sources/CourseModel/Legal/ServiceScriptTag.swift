/// A script of a provider.
package struct ServiceScriptTag: Hashable, Sendable {
  package var source: String?
  /// The digest that the file must have (Subresource Integrity).
  package var integrity: String?
  package var isAsync = true

  /// A script of which nothing is said yet.
  package init() {}
}
