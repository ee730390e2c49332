import Bytes
import HTMLTree
import TestSupport

/// The nodes of a fragment that a test writes as text.
func fragment(_ text: String) throws -> [HTMLNode] {
  try HTMLFragment(parsing: Array(text.utf8)).nodes
}

/// The fragment `text`, read and written again; every end tag shows how it nests.
func rewritten(_ text: String) throws -> String {
  String(utf8: try fragment(text).serialized)
}
