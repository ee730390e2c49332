import Bytes

/// What names mean.
extension TemplateCompiler {
  /// What a name stands for.
  enum Meaning {
    /// A value, and the frame that it was found in.
    case value(FrameStack.Target, owner: FrameStack.Frame)
    /// Nothing, by the rules of the specification.
    case nothing
    /// A mistake, which has been reported.
    case mistake
  }

  /// A name within one frame.
  private enum Lookup {
    case found(FrameStack.Target, canBeAbsent: Bool)
    case unknown
    case broken(TemplateError.Reason)
  }

  mutating func meaning(of name: ArraySlice<UInt8>, at token: Int) -> Meaning {
    if name.equals(".") {
      if let value = frames.value, let owner = frames.frames.last {
        return .value(value, owner: owner)
      }
      return meaning(of: [Array(name)], in: frames.frames.suffix(1), name: name, at: token)
    }
    let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 64, parts.allSatisfy({ !$0.isEmpty }) else {
      fail(.malformedTag(String(utf8: name)), at: token)
      return .mistake
    }
    return meaning(of: parts.map(Array.init), in: frames.frames[...], name: name, at: token)
  }

  /// Collects the places where the name can be found, from the innermost frame outward, as long as
  /// the value can be absent and further places fit the first.
  private mutating func meaning(
    of parts: [[UInt8]], in visible: ArraySlice<FrameStack.Frame>, name: ArraySlice<UInt8>,
    at token: Int
  ) -> Meaning {
    var found: [FrameStack.Target] = []
    var owner: FrameStack.Frame?
    search: for frame in visible.reversed() {
      switch lookUp(parts, in: frame) {
      case .unknown: continue
      case .broken(let reason):
        if found.isEmpty { return refuse(reason, at: token) }
        break search
      case .found(let target, let canBeAbsent):
        if let first = found.first, !first.kind.isInterchangeable(with: target.kind) {
          break search
        }
        found.append(target)
        owner = owner ?? frame
        if !canBeAbsent { break search }
      }
    }
    guard let first = found.first, let owner else {
      return refuse(.unknownName(String(utf8: name), candidates: names(in: visible)), at: token)
    }
    return .value(.init(reference: chain(found), kind: first.kind), owner: owner)
  }

  private mutating func refuse(_ reason: TemplateError.Reason, at token: Int) -> Meaning {
    if rules == .specification { return .nothing }
    fail(reason, at: token)
    return .mistake
  }

  /// Joins places to look at one after the other.
  mutating func chain(_ targets: [FrameStack.Target]) -> SlotReference {
    var fallback: Int32 = -1
    for target in targets.dropFirst().reversed() {
      var reference = target.reference
      reference.fallback = fallback
      fallback = Int32(program.fallbacks.count)
      program.fallbacks.append(reference)
    }
    var reference = targets[0].reference
    reference.fallback = fallback
    return reference
  }

  private mutating func lookUp(_ parts: [[UInt8]], in frame: FrameStack.Frame) -> Lookup {
    guard let field = shapes[frame.shape].indices[parts[0]] else {
      return lookUpListEnd(parts, in: frame)
    }
    var path = [field]
    var signature = shapes[frame.shape].fields[field]
    let canBeAbsent = signature.canBeAbsent
    var rest = parts.dropFirst()
    while let part = rest.first {
      guard case .record(let shape) = signature.kind else {
        return .broken(.noParts(String(utf8: signature.name)))
      }
      let index = index(of: shape)
      var next = shapes[index].indices[part]
      if case .strings = shape.id, rest.count > 1 {
        next = shapes[index].indices[Array(rest.joined(separator: [UInt8(ascii: ".")]))]
        rest = rest.suffix(1)
      }
      guard let next else {
        let candidates = shapes[index].fields.map { String(utf8: $0.name) }
        return .broken(.unknownName(String(utf8: part), candidates: candidates))
      }
      path.append(next)
      signature = shapes[index].fields[next]
      rest = rest.dropFirst()
    }
    let slot = drafts[frame.shape].slot(of: path)
    let reference = SlotReference(frame: Int32(frame.index), slot: Int32(slot))
    return .found(.init(reference: reference, kind: signature.kind), canBeAbsent: canBeAbsent)
  }

  private mutating func lookUpListEnd(_ parts: [[UInt8]], in frame: FrameStack.Frame) -> Lookup {
    guard frame.isRow, parts.count == 1,
      let end = FrameLayout.ListEnd(rawValue: String(utf8: parts[0]))
    else { return .unknown }
    let slot = drafts[frame.shape].slot(of: end)
    let reference = SlotReference(frame: Int32(frame.index), slot: Int32(slot))
    return .found(.init(reference: reference, kind: .flag), canBeAbsent: false)
  }

  private func names(in visible: ArraySlice<FrameStack.Frame>) -> [String] {
    var seen: Set<[UInt8]> = []
    return visible.reversed().flatMap { frame in
      shapes[frame.shape].fields.map(\.name) + (frame.isRow ? [Array("first"), Array("last")] : [])
    }.filter { seen.insert($0).inserted }.map { String(utf8: $0) }
  }
}
