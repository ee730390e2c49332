extension [UInt8] {
  /// Appends a path's bytes, percent-encoded but for `/` and those characters of RFC 3986's `pchar` that HTML needs
  /// no reference for.
  @inlinable
  package mutating func append(percentEncoding path: some Collection<UInt8>) {
    let done: Void? = path.withContiguousStorageIfAvailable { appendPercentEncoded($0) }
    if done == nil { Array(path).withUnsafeBufferPointer { appendPercentEncoded($0) } }
  }

  @usableFromInline
  package mutating func appendPercentEncoded(_ path: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in path.indices where !path[index].isPathCharacter {
      append(contentsOf: path[start..<index])
      append(percentEncoding: path[index])
      start = index + 1
    }
    append(contentsOf: path[start...])
  }

  /// Appends a value of a query, with all but RFC 3986's unreserved characters percent-encoded.
  package mutating func append(queryValue value: String) {
    for byte in value.utf8 {
      if byte.isUnreserved { append(byte) } else { append(percentEncoding: byte) }
    }
  }

  /// Appends a byte as `%XX`, whatever it is.
  package mutating func append(percentEncoding byte: UInt8) {
    let digits: StaticString = "0123456789ABCDEF"
    append(UInt8(ascii: "%"))
    digits.withUTF8Buffer {
      append($0[Int(byte >> 4)])
      append($0[Int(byte & 15)])
    }
  }

  /// The bytes with `%XX` decoded; a `%` that starts no such pair stays.
  package var percentDecoded: [UInt8] { self[...].percentDecoded }
}

extension ArraySlice<UInt8> {
  /// The bytes with `%XX` decoded; a `%` that starts no such pair stays.
  package var percentDecoded: [UInt8] {
    guard contains(UInt8(ascii: "%")) else { return Array(self) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(count)
    var rest = self
    while let byte = rest.popFirst() {
      let pair = rest.prefix(2)
      if byte == UInt8(ascii: "%"), pair.count == 2, let high = pair.first?.hexadecimalValue,
        let low = pair.dropFirst().first?.hexadecimalValue
      {
        decoded.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}

extension UInt8 {
  /// Whether the byte is one of RFC 3986's unreserved characters, which mean nothing in any part of an address.
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: isASCIIAlphanumeric
    }
  }

  /// Whether the byte is `/` or a character of RFC 3986's `pchar` that HTML needs no reference for.
  fileprivate var isPathCharacter: Bool {
    switch self {
    case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "="):
      true
    default: isUnreserved
    }
  }

  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
