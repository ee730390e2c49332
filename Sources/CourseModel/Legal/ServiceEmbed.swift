/// How addresses of a service become frames.
package struct ServiceEmbed: Hashable, Sendable {
  package var rewrites: [Rewrite] = []
  /// The address that a plain link leads to; `{id}` as in the rewrites.
  package var link: String?

  /// An address in a text and the address that is loaded; `{id}` stands for the same in both.
  package struct Rewrite: Hashable, Sendable {
    package var match = ""
    package var target = ""

    /// A rewrite of which nothing is said yet.
    package init() {}
  }

  /// No rewrites.
  package init() {}
}
