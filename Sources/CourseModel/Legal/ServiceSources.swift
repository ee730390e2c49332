/// The sources of a content security policy that a service needs, by kind of content.
package struct ServiceSources: Hashable, Sendable {
  /// All of them, kind by kind.
  package var all: [String] {
    frame + script + image + connection + style + font + media + form
  }

  package var frame: [String] = []
  package var script: [String] = []
  package var image: [String] = []
  package var connection: [String] = []
  package var style: [String] = []
  package var font: [String] = []
  package var media: [String] = []
  package var form: [String] = []

  /// No sources.
  package init() {}
}
