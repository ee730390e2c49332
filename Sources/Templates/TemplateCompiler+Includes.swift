import Bytes

/// Partials, parents and blocks.
extension TemplateCompiler {
  mutating func compilePartial(_ token: TemplateToken, at index: Int, in cursor: Cursor) {
    include(token, at: index, in: cursor, blocks: cursor.blocks)
  }

  /// Passes the blocks of a parent tag on; those that were passed to this template itself win.
  mutating func compileParent(_ token: TemplateToken, at index: Int, in cursor: Cursor) {
    let template = set.templates[cursor.template]
    var own: Blocks = [:]
    var next = index + 1
    while next < Int(token.match) {
      let inner = template.tokens[next]
      guard inner.kind == .block else {
        next += 1
        continue
      }
      own[Array(template.content(of: inner))] = TagPlace(template: cursor.template, token: next)
      next = Int(inner.match) + 1
    }
    skip(to: Int(token.match))
    checkBlocks(own, of: token)
    include(token, at: index, in: cursor, blocks: own.merging(cursor.blocks) { _, given in given })
  }

  private mutating func checkBlocks(_ blocks: Blocks, of parent: TemplateToken) {
    guard rules == .typed, !blocks.isEmpty, let name = name(of: parent),
      let index = set.indices[Array(name)]
    else { return }
    let known = blockNames[index] ?? set.blockNames(reachableFrom: index)
    blockNames[index] = known
    for (block, place) in blocks where !known.contains(block) {
      let candidates = known.map { String(utf8: $0) }.sorted()
      fail(.unknownBlock(String(utf8: block), candidates: candidates), at: place.token)
    }
  }

  /// Copies what a block was overridden with; otherwise its own content follows.
  mutating func compileBlock(_ token: TemplateToken, in cursor: Cursor) {
    let template = set.templates[cursor.template]
    let name = Array(template.content(of: token))
    guard let block = cursor.blocks[name] else { return }
    skip(to: Int(token.match))
    var blocks = cursor.blocks
    blocks[name] = nil
    var inner = Cursor(set, block: block, blocks: blocks, isFunction: cursor.isFunction)
    inner.indentation =
      cursor.indentation + template.indentation(of: token).dropFirst(cursor.dedent)
    let source = set.templates[block.template]
    inner.dedent = Int(source.tokens[block.token].dedent)
    inner.includedFrom = cursor.includedFrom
    if !token.isStandalone, inner.next < inner.end, source.tokens[inner.next].kind == .lineStart {
      // The line has begun already.
      inner.next += 1
    }
    push(inner)
  }

  private mutating func include(
    _ token: TemplateToken, at index: Int, in cursor: Cursor, blocks: Blocks
  ) {
    let template = set.templates[cursor.template]
    let name = template.content(of: token)
    let place = TagPlace(template: cursor.template, token: index)
    var indentation: [UInt8] = []
    if token.isStandalone {
      indentation =
        cursor.indentation + template.indentation(of: token).dropFirst(cursor.dedent)
    }
    if name.first == UInt8(ascii: "*") {
      return includeDynamic(
        name.dropFirst().trimmingASCIIWhitespace, at: place, indentation: indentation,
        blocks: blocks)
    }
    guard let included = set.indices[Array(name)] else {
      guard rules == .typed else { return }
      return fail(.missingTemplate(String(utf8: name), candidates: set.names), at: index)
    }
    _ = include(included, at: place, indentation: indentation, blocks: blocks)
  }

  /// Begins to copy a template, or calls it if it includes itself.
  ///
  /// - Returns: Whether there is something to copy.
  mutating func include(
    _ index: Int, at place: TagPlace?, indentation: [UInt8], blocks: Blocks
  ) -> Bool {
    let template = set.templates[index]
    errors += template.errors
    guard template.errors.isEmpty else { return false }
    let isFunction = cursors.last?.isFunction ?? false
    let isStandalone = place.map { set.templates[$0.template].tokens[$0.token].isStandalone }
    if set.areRecursive[index] {
      let function = function(index, blocks: blocks)
      if let currentFunction, let place, !frames.descends {
        endlessCalls.append(
          EndlessCall(caller: currentFunction, function: function, place: place))
      }
      emit(.call(call(function, indentation: indentation, inherits: isStandalone ?? false)))
      return false
    }
    var cursor = Cursor(set, index, blocks: blocks, isFunction: isFunction && isStandalone == true)
    cursor.indentation = indentation
    cursor.includedFrom = place
    push(cursor)
    return true
  }

  private mutating func includeDynamic(
    _ name: ArraySlice<UInt8>, at place: TagPlace, indentation: [UInt8], blocks: Blocks
  ) {
    guard rules == .specification else {
      return fail(.dynamicName(String(utf8: name)), at: place.token)
    }
    guard case .value(let target, _) = meaning(of: name, at: place.token) else { return }
    let isStandalone = set.templates[place.template].tokens[place.token].isStandalone
    var table: [[UInt8]: Int] = [:]
    for (index, template) in set.templates.enumerated() where template.errors.isEmpty {
      table[Array(template.source.name.utf8)] = function(index, blocks: blocks)
    }
    let call = call(0, indentation: indentation, inherits: isStandalone)
    let index = Int32(program.tables.count)
    program.tables.append(table)
    emit(.callNamed(target.reference, table: index, call))
  }

  // MARK: Functions

  private mutating func function(_ template: Int, blocks: Blocks) -> Int {
    var stack = frames.handedOn()
    stack.value = handedOnValue()
    let function = Function(template: template, frames: stack, blocks: blocks)
    if let index = functionIndices[function] { return index }
    functionIndices[function] = functions.count
    functions.append(function)
    return functions.count - 1
  }

  /// The meaning of `.` as a function sees it.
  private mutating func handedOnValue() -> FrameStack.Target? {
    guard let value = frames.value else { return nil }
    var places: [FrameStack.Target] = []
    var next: SlotReference? = value.reference
    while let reference = next {
      next = reference.fallback < 0 ? nil : program.fallbacks[Int(reference.fallback)]
      guard let index = frames.frames.firstIndex(where: { $0.index == Int(reference.frame) })
      else { continue }
      let moved = SlotReference(frame: Int32(index), slot: reference.slot)
      places.append(.init(reference: moved, kind: value.kind))
    }
    return places.isEmpty ? nil : .init(reference: chain(places), kind: value.kind)
  }

  private mutating func call(_ function: Int, indentation: [UInt8], inherits: Bool)
    -> FunctionCall
  {
    let start = program.frameLists.count
    program.frameLists += frames.frames.map(\.index)
    return FunctionCall(
      function: Int32(function), frames: (start..<program.frameLists.count).narrowed,
      indentation: literal(indentation), inheritsIndentation: inherits)
  }

  /// Reports a circle of calls in which nothing descends into the data.
  mutating func reportEndlessCalls() {
    guard rules == .typed else { return }
    var graph = IncludeGraph(count: functions.count)
    for call in endlessCalls { graph.connect(call.caller, to: call.function) }
    guard let cycle = graph.cycle, let last = cycle.last, cycle.count > 1 else { return }
    let names = cycle.map { set.templates[functions[$0].template].source.name }
    let caller = cycle[cycle.count - 2]
    guard let call = endlessCalls.first(where: { $0.caller == caller && $0.function == last })
    else { return }
    fail(
      .endlessRecursion(names), in: call.place.template, at: call.place.token, includedFrom: nil)
  }
}
