import Bytes

/// Tags that have a name.
extension TemplateParser {
  mutating func readNamedTag(_ tag: Tag) {
    let trimmed = bytes[tag.content].trimmingASCIIWhitespace
    let name = trimmed.startIndex..<trimmed.endIndex
    let isDynamic = trimmed.first == UInt8(ascii: "*") && Tag.takesTemplate.contains(tag.sigil)
    if name.isEmpty || !isDynamic && trimmed.contains(where: \.isASCIIWhitespace) {
      let shown = String(utf8: bytes[tag.start..<min(tag.end, tag.start + 80)])
      fail(.malformedTag(shown), at: tag.start..<tag.end)
      position = tag.end
      lineStart = nil
      return
    }
    var token = TemplateToken(
      kind: .escaped, content: name.narrowed, tag: (tag.start..<tag.end).narrowed)
    switch tag.sigil {
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      token.kind = tag.sigil == UInt8(ascii: "#") ? .section : .inverted
      beginSection(token, tag)
    case UInt8(ascii: "$"):
      token.kind = .block
      beginBlock(token, tag)
    case UInt8(ascii: "<"):
      token.kind = .parent
      beginParent(token, tag)
    case UInt8(ascii: "/"): end(name, tag)
    case UInt8(ascii: ">"):
      token.kind = .partial
      readPartial(token, tag)
    default:
      token.kind = tag.sigil == 0 ? .escaped : .unescaped
      refuseWithinParent(token)
      flushLineStart()
      tokens.append(token)
      position = tag.end
    }
  }

  private mutating func refuseWithinParent(_ token: TemplateToken) {
    guard isWithinParent else { return }
    let name = String(utf8: bytes[token.content.widened])
    fail(.tagWithinParent(name), at: token.tag.widened)
  }

  private mutating func readPartial(_ token: TemplateToken, _ tag: Tag) {
    refuseWithinParent(token)
    let start = lineStart
    var token = token
    if skipStandalone(tag), let start {
      token.isStandalone = true
      token.indentation = (start..<tag.start).narrowed
    }
    tokens.append(token)
  }

  private mutating func beginSection(_ token: TemplateToken, _ tag: Tag) {
    refuseWithinParent(token)
    skipStandalone(tag)
    opens.append(Open(token: tokens.count, kind: token.kind))
    tokens.append(token)
  }

  private mutating func beginParent(_ token: TemplateToken, _ tag: Tag) {
    refuseWithinParent(token)
    var token = token
    var lineStartToken: Int?
    if let start = lineStart {
      token.indentation = (start..<tag.start).narrowed
      lineStartToken = tokens.count
      flushLineStart()
    }
    opens.append(Open(token: tokens.count, kind: .parent, lineStartToken: lineStartToken))
    tokens.append(token)
    position = tag.end
    lineStart = nil
  }

  private mutating func beginBlock(_ token: TemplateToken, _ tag: Tag) {
    var token = token
    let isArgument = isWithinParent
    if isArgument {
      // What surrounds the block in its parent is ignored, so only what follows decides.
      position = tag.end
      lineStart = nil
      if let next = endOfBlankLine(from: tag.end) {
        position = next
        lineStart = next
        token.isStandalone = true
      }
    } else {
      if let start = lineStart { token.indentation = (start..<tag.start).narrowed }
      token.isStandalone = skipStandalone(tag)
    }
    openBlocks.append(opens.count)
    opens.append(Open(token: tokens.count, kind: .block, isArgument: isArgument))
    tokens.append(token)
  }

  private mutating func end(_ name: Range<Int>, _ tag: Tag) {
    if opens.contains(where: { isName(name, of: $0) }) {
      while let open = opens.last, !isName(name, of: open) {
        failUnclosed(open)
        close(open)
      }
    }
    guard let open = opens.last, isName(name, of: open) else {
      fail(.unopenedSection(String(utf8: bytes[name])), at: tag.start..<tag.end)
      position = tag.end
      lineStart = nil
      return
    }
    var token = TemplateToken(
      kind: .sectionEnd, content: name.narrowed, tag: (tag.start..<tag.end).narrowed,
      match: Int32(open.token))
    switch open.kind {
    case .parent:
      token.kind = .parentEnd
      close(open)
      endParent(open, tag)
    case .block:
      token.kind = .blockEnd
      endBlock(open, tag)
    default:
      close(open)
      skipStandalone(tag)
    }
    tokens[open.token].match = Int32(tokens.count)
    tokens.append(token)
  }

  private func isName(_ name: Range<Int>, of open: Open) -> Bool {
    bytes[name].elementsEqual(bytes[tokens[open.token].content.widened])
  }

  private mutating func close(_ open: Open) {
    opens.removeLast()
    guard open.kind == .block else { return }
    openBlocks.removeLast()
    if let least = open.leastIndentation { measure(least) }
  }

  /// A parent stands alone when nothing is before its beginning and nothing after its end.
  private mutating func endParent(_ open: Open, _ tag: Tag) {
    position = tag.end
    lineStart = nil
    guard let whiteSpace = open.lineStartToken, let next = endOfBlankLine(from: tag.end) else {
      return
    }
    tokens[whiteSpace] = TemplateToken(kind: .text, content: 0..<0)
    tokens[open.token].isStandalone = true
    position = next
    lineStart = next
  }

  private mutating func endBlock(_ open: Open, _ tag: Tag) {
    let least = open.leastIndentation
    if open.isArgument {
      close(open)
      if tokens[open.token].isStandalone { tokens[open.token].dedent = Int32(least?.count ?? 0) }
      position = tag.end
      lineStart = nil
      return
    }
    close(open)
    skipStandalone(tag)
    if tokens[open.token].isStandalone, let least {
      tokens[open.token].indentation = least.narrowed
    }
  }
}

extension TemplateParser.Tag {
  /// The tags whose name is a template's, and may come from the data.
  static let takesTemplate: [UInt8] = Array("></")
}

extension Range<Int> {
  /// The same range in half the space.
  var narrowed: Range<Int32> { Int32(lowerBound)..<Int32(upperBound) }
}

extension Range<Int32> {
  /// The same range, for subscripts.
  var widened: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
