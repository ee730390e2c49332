import Diagnostics
import YAMLTree

/// A key that authors may write, what it takes, and where its value goes.
///
/// One list of fields decodes a file, suggests the nearest key for a typo and describes the file to
/// editors, so that the three cannot disagree.
struct Field<Target>: Sendable {
  /// The key.
  let name: String

  /// What the key means, in one sentence without a period.
  let summary: String

  /// The values it takes.
  let shape: ValueShape

  /// Whether a key without a value is a mistake: where it decides who sees or pays what.
  var needsValue = false

  let decode: @Sendable (YAMLNode, inout Target, inout Decoding) -> Void
}

extension Field {
  /// The same field, which says of some values that they are not what an author may think.
  func warning(
    _ id: Diagnostic.ID, where applies: @escaping @Sendable (Target) -> Bool, _ message: String,
    help: String
  ) -> Field {
    Field(name: name, summary: summary, shape: shape, needsValue: needsValue) {
      node, target, decoding in
      decode(node, &target, &decoding)
      if applies(target) { decoding.warning(id, message, at: node, help: help) }
    }
  }
}
