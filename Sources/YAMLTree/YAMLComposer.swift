import Bytes
import Diagnostics

/// Builds the tree of any YAML document from libyaml's events.
package struct YAMLComposer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let path: String
  private let reader: YAMLEventReader
  private var places: YAMLPlaces
  private var trail = YAMLTrail()
  private var anchors: [String: Anchored] = [:]
  private var aliasWeight = 0
  private var repeatedKeys: [YAMLError] = []

  /// How many keys are told that are given twice; looking for where they were first takes time.
  private static let maximumRepeatedKeys = 50

  /// A node with what an alias to it would add.
  private struct Anchored {
    let node: YAMLNode
    let weight: Int
    let height: Int
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int) {
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    let start = hasMark ? 3 : 0
    self.bytes = bytes
    self.path = path
    reader = YAMLEventReader(UnsafeBufferPointer(rebasing: bytes[start...]))
    places = YAMLPlaces(bytes, start: start, firstLine: firstLine)
  }

  /// Reads a document as ``YAMLTree/parse(_:path:firstLine:)`` does, without the fast path.
  package static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int = 1
  ) throws(YAMLError) -> YAMLNode? {
    var repeated: [YAMLError] = []
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try parse(bytes, path: path, firstLine: firstLine, repeatedKeys: &repeated)
    } catch {
      throw repeated.first ?? error
    }
    if let first = repeated.first { throw first }
    return root
  }

  /// Reads a document as ``YAMLTree/parse(_:path:firstLine:repeatedKeys:)`` does, without the fast path.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int,
    repeatedKeys: inout [YAMLError]
  ) throws(YAMLError) -> YAMLNode? {
    guard !bytes.isEmpty else { return nil }
    var composer = YAMLComposer(bytes, path: path, firstLine: firstLine)
    defer { repeatedKeys = composer.repeatedKeys }
    return try composer.document()
  }

  private mutating func document() throws(YAMLError) -> YAMLNode? {
    var root: YAMLNode?
    var hasDocument = false
    while true {
      let event = try next()
      switch event.kind {
      case .streamEnd: return root?.isMissing == true ? nil : root
      case .documentStart:
        guard !hasDocument else {
          throw error(
            "a second document begins here", event,
            help: "keep one document in the file; remove this line")
        }
        hasDocument = true
        root = try node(from: next(), depth: 0).node
      default: continue
      }
    }
  }

  private mutating func node(
    from event: YAMLEvent, depth: Int
  ) throws(YAMLError) -> Anchored {
    try checkTag(event)
    let built: Anchored
    switch event.kind {
    case .alias(let name): return try alias(name, event, depth: depth)
    case .scalar(let text, let isQuoted):
      let isText = isQuoted || event.tag == Self.textTag
      built = Anchored(node: scalar(text, isText, event), weight: 1 + text.utf8.count, height: 0)
    case .sequenceStart: built = try sequence(event, depth: depth + 1)
    default: built = try mapping(event, depth: depth + 1)
    }
    if let anchor = event.anchor { anchors[anchor] = built }
    return built
  }

  private mutating func scalar(_ text: String, _ isText: Bool, _ event: YAMLEvent) -> YAMLNode {
    let start = places.place(ofCharacter: event.range.lowerBound)
    var end = places.place(ofCharacter: event.range.upperBound).offset
    if let lineEnd = bytes[start.offset..<end].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      end = lineEnd
    }
    while end > start.offset, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return YAMLNode(
      .scalar(text, isQuoted: isText), line: start.line, column: start.column,
      length: end - start.offset)
  }

  private mutating func sequence(
    _ event: YAMLEvent, depth: Int
  ) throws(YAMLError) -> Anchored {
    try checkDepth(depth, event)
    let start = places.place(ofCharacter: event.range.lowerBound)
    var items: [YAMLNode] = []
    var weight = 1
    var height = 0
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind { break }
      let item = try node(from: event, depth: depth)
      items.append(item.node)
      weight += item.weight
      height = max(height, item.height)
    }
    let node = YAMLNode(.sequence(items), line: start.line, column: start.column)
    return Anchored(node: node, weight: weight, height: height + 1)
  }

  private mutating func mapping(
    _ event: YAMLEvent, depth: Int
  ) throws(YAMLError) -> Anchored {
    try checkDepth(depth, event)
    let start = places.place(ofCharacter: event.range.lowerBound)
    var entries: [YAMLEntry] = []
    var keys = KeySet()
    var weight = 1
    var height = 0
    while true {
      let event = try next()
      if case .mappingEnd = event.kind { break }
      let key = try key(from: event)
      if !keys.insert(key, after: entries) {
        let mistake = repeated(key, in: entries)
        guard repeatedKeys.count < Self.maximumRepeatedKeys else { throw mistake }
        repeatedKeys.append(mistake)
      }
      let value = try node(from: next(), depth: depth)
      entries.append(YAMLEntry(key: key, value: value.node))
      weight += value.weight + (key.text?.utf8.count ?? 0)
      height = max(height, value.height)
    }
    let node = YAMLNode(.mapping(entries), line: start.line, column: start.column)
    return Anchored(node: node, weight: weight, height: height + 1)
  }

  private mutating func key(from event: YAMLEvent) throws(YAMLError) -> YAMLNode {
    guard case .scalar = event.kind else {
      let start = places.place(ofCharacter: event.range.lowerBound)
      let isTemplate = start.offset > 0 && bytes[(start.offset - 1)...].hasPrefix("{{")
      throw error(
        isTemplate
          ? "a value cannot begin with \"{{\" unless it is in quotes"
          : "a key must be a word or a text, not a list, mapping or alias", event,
        help: "if it is meant as text, put all of it in quotes")
    }
    return try node(from: event, depth: 0).node
  }

  private mutating func alias(
    _ name: String, _ event: YAMLEvent, depth: Int
  ) throws(YAMLError) -> Anchored {
    guard let anchored = anchors[name] else {
      throw error(
        "\"*\(name)\" refers to nothing that was written before", event,
        help: "if it is meant as text, put the whole value in quotes; else mark the value that it"
          + " repeats with &\(name)")
    }
    aliasWeight += anchored.weight
    guard aliasWeight <= YAMLTree.maximumAliasWeight else {
      throw error(
        "the aliases in this file repeat more than it may hold", event,
        help: "write the values out instead of repeating them with \"*\(name)\"")
    }
    try checkDepth(depth + anchored.height, event)
    let place = places.place(ofCharacter: event.range.lowerBound)
    let node = YAMLNode(
      anchored.node.value, line: place.line, column: place.column, length: name.utf8.count + 1)
    return Anchored(node: node, weight: anchored.weight, height: anchored.height)
  }
}

// MARK: - Errors

extension YAMLComposer {
  private static let textTag = "tag:yaml.org,2002:str"

  private mutating func next() throws(YAMLError) -> YAMLEvent {
    do {
      let event = try reader.next()
      trail.follow(event)
      return event
    } catch {
      var mistake = YAMLMistake(error, bytes: bytes, places: places, trail: trail)
      let (message, place, help) = mistake.explanation
      throw YAMLError(message, at: position(place), help: help)
    }
  }

  private mutating func checkTag(_ event: YAMLEvent) throws(YAMLError) {
    guard let tag = event.tag, tag != Self.textTag, tag != "!" else { return }
    throw error(
      "the tag \"\(tag)\" has no meaning here", event,
      help: "if the value is a text that begins with \"!\", put it in quotes; else remove the tag")
  }

  private mutating func checkDepth(_ depth: Int, _ event: YAMLEvent) throws(YAMLError) {
    guard depth > YAMLTree.maximumDepth else { return }
    throw error(
      "lists and mappings are nested deeper than \(YAMLTree.maximumDepth) levels", event,
      help: "write the value with fewer levels")
  }

  private func repeated(_ key: YAMLNode, in entries: [YAMLEntry]) -> YAMLError {
    let text = key.text ?? ""
    let first = entries.first { $0.key.text == text }?.key.line ?? key.line
    let position = SourcePosition(
      path: path, line: key.line, column: key.column, length: key.length)
    return YAMLError(
      "the key \"\(text)\" was already given on line \(first)", at: position,
      help: "keep one of the two lines")
  }

  private mutating func error(
    _ message: String, _ event: YAMLEvent, help: String
  ) -> YAMLError {
    YAMLError(
      message, at: position(places.place(ofCharacter: event.range.lowerBound)), help: help)
  }

  private func position(_ place: YAMLPlace) -> SourcePosition {
    SourcePosition(path: path, line: place.line, column: place.column)
  }
}
