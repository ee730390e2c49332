import Bytes

/// Values and sections.
extension TemplateCompiler {
  mutating func compileValue(_ token: TemplateToken, at index: Int) {
    guard let name = name(of: token), case .value(let target, _) = meaning(of: name, at: index)
    else { return }
    switch (target.kind, token.kind) {
    case (.text, .escaped), (.scalar, .escaped): emit(.text(target.reference))
    case (.html, .unescaped), (.scalar, .unescaped): emit(.html(target.reference))
    case (.text, _): fail(.textAsHTML(String(utf8: name)), at: index)
    case (.html, _): fail(.htmlAsText(String(utf8: name)), at: index)
    case (.flag, _), (.list, _), (.record, _), (.scalar, _):
      if rules == .typed { fail(.notWritable(String(utf8: name)), at: index) }
    }
  }

  mutating func beginSection(_ token: TemplateToken, at index: Int) {
    guard let name = name(of: token) else { return }
    let outside = frames
    var layout: Int?
    var jump: Int?
    switch meaning(of: name, at: index) {
    case .mistake: break
    case .nothing:
      if token.kind == .section { return skip(to: Int(token.match)) }
    case .value(let target, let owner):
      flushLiteral()
      jump = program.operations.count
      if token.kind == .inverted {
        emit(.jumpIf(target.reference, to: 0))
      } else if let shape = target.kind.shape {
        let rows = self.index(of: shape)
        emit(.enter(target.reference, layout: Int32(rows), orElse: 0))
        layout = rows
        let isRow = if case .list = target.kind { true } else { false }
        frames.pushRows(ofShape: rows, isRow: isRow, from: owner)
      } else {
        emit(.jumpUnless(target.reference, to: 0))
        if case .flag = target.kind {} else { frames.value = target }
      }
    }
    sections.append(OpenSection(jump: jump, layout: layout, outside: outside))
  }

  mutating func endSection() {
    guard let section = sections.popLast() else { return }
    flushLiteral()
    if let layout = section.layout { emit(.nextRow(layout: Int32(layout))) }
    frames = section.outside
    guard let jump = section.jump else { return }
    let target = Int32(program.operations.count)
    switch program.operations[jump] {
    case .jumpIf(let reference, _): program.operations[jump] = .jumpIf(reference, to: target)
    case .jumpUnless(let reference, _):
      program.operations[jump] = .jumpUnless(reference, to: target)
    case .enter(let reference, let layout, _):
      program.operations[jump] = .enter(reference, layout: layout, orElse: target)
    default: preconditionFailure("a section begins with a jump")
    }
  }

  /// The name in a tag of the text that is being copied.
  func name(of token: TemplateToken) -> ArraySlice<UInt8>? {
    cursors.last.map { set.templates[$0.template].content(of: token) }
  }

  /// Passes everything up to the other half of a tag.
  mutating func skip(to match: Int) {
    cursors[cursors.count - 1].next = match + 1
  }
}
