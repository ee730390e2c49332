import Diagnostics
import Files
import YAMLTree

/// A YAML file of the program, known to be well-formed.
enum BuiltinYAML {
  /// The root of a file; `nil` where the program has no such file.
  static func root(of path: String) -> YAMLNode? {
    guard case .bytes(let bytes)? = BuiltinFiles.tree[RelativePath(path)] else { return nil }
    do throws(YAMLError) {
      return try YAMLTree.parse(bytes, path: path)
    } catch {
      preconditionFailure("\(path) is not YAML: \(error.diagnostic.message)")
    }
  }
}
