/// A step of libyaml's way through a document.
struct YAMLEvent {
  enum Kind {
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(String, isQuoted: Bool)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
    /// The start of the stream, which says nothing.
    case other
  }

  let kind: Kind

  /// The name after `&`.
  var anchor: String?

  /// The tag, resolved: `tag:yaml.org,2002:str` for `!!str`.
  var tag: String?

  /// Where it begins and ends, in characters from the start of the document.
  let range: Range<Int>
}

/// Why libyaml stopped.
struct YAMLFailure: Error {
  /// libyaml's words for what it met.
  let problem: String

  /// Where it met it, in characters.
  let index: Int

  /// libyaml's words for what it was doing; empty where it does not say.
  let activity: String

  /// Where it began doing that, in characters.
  let activityIndex: Int

  /// Whether the bytes themselves are no text; ``index`` then counts bytes.
  var isUnreadable = false
}
