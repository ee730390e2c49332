// The C module is part of the Yams package. Its events are used instead of Yams' own tree, because
// only they tell where a scalar ends, and only between them can nesting, aliases and repeated keys
// be checked before they cost anything.
internal import CYaml

/// The events of a document, from libyaml.
final class YAMLEventReader {
  /// On the heap, because libyaml keeps a pointer from the parser to itself.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// Starts reading; `bytes` must live as long as the reader.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    let hasMemory = yaml_parser_initialize(parser) == 1
    precondition(hasMemory, "libyaml found no memory")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// The next event.
  func next() throws(YAMLFailure) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure }
    defer { yaml_event_delete(&event) }
    let range = Int(event.start_mark.index)..<Int(event.end_mark.index)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return YAMLEvent(
        kind: .scalar(String(decoding: text, as: UTF8.self), isQuoted: isQuoted),
        anchor: Self.string(scalar.anchor), tag: Self.string(scalar.tag), range: range)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE),
        anchor: Self.string(start.anchor), tag: Self.string(start.tag), range: range)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE),
        anchor: Self.string(start.anchor), tag: Self.string(start.tag), range: range)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(
        kind: .alias(Self.string(event.data.alias.anchor) ?? ""), range: range)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, range: range)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, range: range)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, range: range)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, range: range)
    case YAML_STREAM_END_EVENT: return YAMLEvent(kind: .streamEnd, range: range)
    default: return YAMLEvent(kind: .other, range: range)
    }
  }

  private var failure: YAMLFailure {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "out of memory"
    guard state.error != YAML_READER_ERROR else {
      return YAMLFailure(
        problem: problem, index: Int(state.problem_offset), activity: "", activityIndex: 0,
        isUnreadable: true)
    }
    return YAMLFailure(
      problem: problem, index: Int(state.problem_mark.index),
      activity: state.context.map { String(cString: $0) } ?? "",
      activityIndex: Int(state.context_mark.index))
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
  }
}
