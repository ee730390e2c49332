/// A folder as a value: paths with content on demand.
package struct FileTree: Sendable {
  /// The files, by path.
  package private(set) var files: [RelativePath: FileContent]

  /// A tree of the given files.
  package init(_ files: [RelativePath: FileContent] = [:]) { self.files = files }

  /// A tree of texts, as tests and built-in files want it.
  package init(texts: [String: String]) {
    files = [:]
    for (path, text) in texts { files[RelativePath(path)] = .bytes(Array(text.utf8)) }
  }

  /// The content at a path.
  package subscript(path: RelativePath) -> FileContent? {
    get { files[path] }
    set { files[path] = newValue }
  }

  /// All paths, ordered by bytes.
  package var paths: [RelativePath] { files.keys.sorted() }

  /// Adds the files of a tree that has none of this one's.
  mutating func add(_ other: FileTree) { files.merge(other.files) { $1 } }

  /// The files inside `folder`, with paths as seen from there.
  package func subtree(_ folder: RelativePath) -> FileTree {
    var subtree = FileTree()
    for (path, content) in files {
      if let inner = path.relative(to: folder), !inner.text.isEmpty { subtree[inner] = content }
    }
    return subtree
  }
}
