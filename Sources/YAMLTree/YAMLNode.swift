/// A value of a YAML document, with the place where it was written.
///
/// Scalars are never interpreted: `NO`, `1.10` and `2026-01-02` stay the text that was written, so
/// that each key's own schema decides what they mean.
package struct YAMLNode: Hashable, Sendable {
  /// What was written.
  package let value: Value

  /// The line, counted from 1 in the whole file.
  package let line: Int

  /// The column, counted from 1 in UTF-8 bytes.
  package let column: Int

  /// How many UTF-8 bytes the scalar takes on its first line, with its quotes; 0 for lists, mappings
  /// and missing values.
  package let length: Int

  /// Makes a node.
  package init(_ value: Value, line: Int, column: Int, length: Int = 0) {
    self.value = value
    self.line = line
    self.column = column
    self.length = length
  }

  /// The three kinds of values.
  package enum Value: Hashable, Sendable {
    /// A text; a missing value is the empty text without quotes. Blocks after `|` and `>` count as
    /// quoted, because they can only be meant as text.
    case scalar(String, isQuoted: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file; no key occurs twice, but where that was told of.
    case mapping([YAMLEntry])
  }
}

extension YAMLNode {
  /// The text of a scalar.
  package var text: String? {
    guard case .scalar(let text, isQuoted: _) = value else { return nil }
    return text
  }

  /// The items of a list.
  package var items: [YAMLNode]? {
    guard case .sequence(let items) = value else { return nil }
    return items
  }

  /// The keys and values of a mapping.
  package var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = value else { return nil }
    return entries
  }

  /// Whether nothing was written, as after the colon of `key:`.
  package var isMissing: Bool { value == .scalar("", isQuoted: false) }

  /// The value of a key; `nil` where the node is no mapping or lacks the key.
  ///
  /// Takes time in proportion to the number of keys.
  package subscript(_ key: String) -> YAMLNode? {
    entries?.first { $0.key.text == key }?.value
  }
}

/// A key of a mapping and its value.
package struct YAMLEntry: Hashable, Sendable {
  /// The key, always a scalar.
  package let key: YAMLNode

  /// The value.
  package let value: YAMLNode

  /// Makes an entry.
  package init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}
