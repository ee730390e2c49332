import Bytes

/// What a request wants of a file (RFC 9110 §14.1.2); of several ranges, none is understood.
enum ByteRange: Hashable {
  case part(Range<Int>)
  case unsatisfiable

  /// Reads a field's value; `nil` for what is to be ignored.
  init?(_ value: [UInt8], of size: Int) {
    guard value.starts(with: "bytes=".utf8) else { return nil }
    let parts = value.dropFirst(6).split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = parts.map(\.decimalNumber)
    guard parts.count == 2,
      zip(parts, numbers).allSatisfy({ $0.isEmpty || $0.count <= 15 && $1 != nil })
    else { return nil }
    switch (numbers[0], numbers[1]) {
    case (nil, nil): return nil
    case (nil, let last?):
      self = last > 0 && size > 0 ? .part(max(0, size - last)..<size) : .unsatisfiable
    case (let first?, let last):
      if let last, last < first { return nil }
      self = first < size ? .part(first..<min(size, (last ?? size - 1) + 1)) : .unsatisfiable
    }
  }
}
