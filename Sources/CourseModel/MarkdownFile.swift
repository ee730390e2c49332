package import Files

/// A Markdown file, read again when its page is made, so that texts do not stand in memory.
package struct MarkdownFile: Sendable {
  package var path: RelativePath
  package var content: FileContent

  /// Joins a path and its content.
  package init(path: RelativePath, content: FileContent) {
    self.path = path
    self.content = content
  }
}
