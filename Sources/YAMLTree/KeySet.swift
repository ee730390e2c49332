/// The keys of a mapping so far: a few are compared, many are hashed.
struct KeySet {
  private var texts: Set<String> = []

  /// Whether `key` is new among `entries`, which hold all keys given before.
  mutating func insert(_ key: YAMLNode, after entries: [YAMLEntry]) -> Bool {
    guard let text = key.text else { return false }
    guard entries.count >= 16 else { return !entries.contains { $0.key.text == text } }
    if texts.isEmpty { texts = Set(entries.compactMap(\.key.text)) }
    return texts.insert(text).inserted
  }
}
