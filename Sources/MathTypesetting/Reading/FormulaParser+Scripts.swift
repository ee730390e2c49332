extension FormulaParser {
  /// Reads the scripts, primes and limits that follow an atom.
  mutating func scripted(_ base: Atom) throws(MathError) -> Atom {
    var base = base
    var lower: [Atom]?
    var upper: [Atom]?
    var endsWithPrimes = false
    while true {
      let mark = token
      switch mark.kind {
      case .subscript:
        guard lower == nil else { throw doubleScript("subscript", "'{a_b}_c' or 'a_{b_c}'") }
        try advance()
        lower = try argument(of: mark)
      case .superscript:
        guard upper == nil || endsWithPrimes else {
          throw doubleScript("superscript", "'{a^b}^c' or 'a^{b^c}'")
        }
        try advance()
        upper = (upper ?? []) + (try argument(of: mark))
        endsWithPrimes = false
      case .prime:
        guard upper == nil else { throw doubleScript("superscript", "'{a^b}''") }
        upper = [try primes()]
        endsWithPrimes = true
      default:
        guard case .limits(let placement)? = command, lower == nil, upper == nil else {
          return Self.atom(base, lower, upper)
        }
        guard base.left == .largeOperator else { throw misplacedLimits() }
        try advance()
        base.limits = placement
      }
    }
  }

  /// The error that limits are asked for where no operator stands.
  @inline(never)
  func misplacedLimits() -> MathError {
    MathError(
      "'\(tokenText)' must follow an operator", at: token,
      help: "write it right after the operator, such as '\\sum\\limits_{i}', or use '\\underset'")
  }

  @inline(never)
  private static func atom(_ base: Atom, _ lower: [Atom]?, _ upper: [Atom]?) -> Atom {
    guard lower != nil || upper != nil else { return base }
    var atom = base
    atom.node = .scripts(base, subscript: lower, superscript: upper)
    atom.limits = .beside
    return atom
  }

  @inline(never)
  private mutating func primes() throws(MathError) -> Atom {
    var count = 0
    while token.kind == .prime {
      count += 1
      try advance()
    }
    let signs = ["′", "″", "‴", "⁗"]
    let text =
      count <= signs.count ? signs[count - 1] : String(repeating: "′", count: count)
    return Atom(.symbol(Operator(text)))
  }

  @inline(never)
  private func doubleScript(_ name: String, _ examples: String) -> MathError {
    MathError(
      "double \(name)", at: token, help: "put braces around what belongs together: \(examples)")
  }
}
