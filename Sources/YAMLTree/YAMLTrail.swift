/// What was read last, for telling the author what an error is about.
struct YAMLTrail {
  /// The last scalar.
  private(set) var lastScalar: (range: Range<Int>, isQuoted: Bool)?

  /// The lists and mappings that are open, outermost first.
  private(set) var open: [(start: Int, isFlow: Bool, isSequence: Bool)] = []

  /// The innermost list in brackets or mapping in braces that is open.
  var innermostFlow: (start: Int, isSequence: Bool)? {
    open.last { $0.isFlow }.map { ($0.start, $0.isSequence) }
  }

  /// Takes note of an event.
  mutating func follow(_ event: YAMLEvent) {
    switch event.kind {
    case .scalar(_, let isQuoted): lastScalar = (event.range, isQuoted)
    case .sequenceStart(let isFlow): open.append((event.range.lowerBound, isFlow, true))
    case .mappingStart(let isFlow): open.append((event.range.lowerBound, isFlow, false))
    case .sequenceEnd, .mappingEnd: _ = open.popLast()
    default: break
    }
  }
}
