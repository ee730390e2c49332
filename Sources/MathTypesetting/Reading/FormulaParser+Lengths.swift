import Bytes

extension FormulaParser {
  /// Reads the length after a command such as `\hspace`, in braces or not.
  mutating func measure(of start: Token) throws(MathError) -> Length {
    if token.kind == .character("*") { try advance() }
    guard token.kind == .groupStart else {
      guard token.kind != .end else { throw missingArgument(of: start) }
      let (length, end) = try length(from: token.start)
      try move(to: end)
      return length
    }
    let open = token
    let (length, end) = try length(from: token.end)
    try move(to: end)
    guard token.kind == .groupEnd else { throw MathError("'{' has no '}'", at: open) }
    try advance()
    return length
  }

  /// Reads a length such as `2pt` or `-.5em` and tells where it ends.
  func length(from start: Int) throws(MathError) -> (Length, end: Int) {
    let source = tokenizer.source
    var index = skippingSpace(from: start)
    let first = index
    var isNegative = false
    if index < source.count,
      source[index] == UInt8(ascii: "-") || source[index] == UInt8(ascii: "+")
    {
      isNegative = source[index] == UInt8(ascii: "-")
      index += 1
    }
    let (number, endOfNumber) = decimal(from: index)
    index = skippingSpace(from: endOfNumber)
    let end = min(index + 2, source.count)
    let isUnit = source[index..<end].allSatisfy(\.isASCIILetter)
    guard let number, isUnit, let unit = Length.unit(tokenizer.text(from: index, to: end)) else {
      throw MathError(
        "length is not a number with a unit", from: first, to: max(first, isUnit ? end : index),
        help: "write it as '1em', '0.5em' or '3pt'")
    }
    let value = number * unit / 10_000
    guard value <= 1_000_000 else {
      throw MathError("length is more than 100em", from: first, to: end)
    }
    return (Length(value: isNegative ? -value : value), end)
  }

  /// A number with up to four decimals, in ten-thousandths.
  private func decimal(from start: Int) -> (Int?, end: Int) {
    let source = tokenizer.source
    var index = start
    var value = 0
    var decimals: Int?
    var hasDigits = false
    while index < source.count {
      let byte = source[index]
      if byte.isASCIIDigit {
        hasDigits = true
        if let places = decimals { decimals = places + 1 }
        if decimals ?? 0 <= 4 { value = min(value * 10 + Int(byte - 0x30), 1_000_000_000) }
      } else if decimals == nil, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        decimals = 0
      } else {
        break
      }
      index += 1
    }
    for _ in min(decimals ?? 0, 4)..<4 { value *= 10 }
    return (hasDigits ? value : nil, index)
  }

  private func skippingSpace(from start: Int) -> Int {
    let source = tokenizer.source
    return source[start...].firstIndex { !$0.isASCIIWhitespace } ?? source.count
  }
}
