package import Files

extension RelativePath {
  /// The names, without endings, of Markdown files that introduce their folders; of two in a folder the first one does.
  package static let introductions = ["index", "_index", "readme"]

  /// Whether a Markdown file of this name introduces its folder: `index.md`, `README.md`, or `_index.md` as Hugo has it.
  package var isIntroduction: Bool { Self.introductions.contains(stem.lowercased()) }
}
