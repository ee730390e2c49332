import Bytes
import CBuiltinFiles

/// The files that are part of the program: the theme, texts and catalogues.
package enum BuiltinFiles {
  /// All of them, by path: `theme/…`, `catalog/…`.
  package static let tree: FileTree = {
    var tree = FileTree()
    for index in 0..<clevio_builtin_file_count {
      let file = clevio_builtin_file_at(index)
      tree[RelativePath(String(cString: file.path))] = .bytes(
        Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
    }
    return tree
  }()

  /// The text of a file that is known to be there.
  package static func text(at path: String) -> String {
    guard case .bytes(let bytes) = tree[RelativePath(path)] else {
      preconditionFailure("\(path) is not part of the program")
    }
    return String(utf8: bytes)
  }
}
