/// A value that can be kept as bytes from one run of the program to the next.
///
/// The bytes are no exchange format: only the same version of the program on a like machine reads them again.
package protocol Storable {
  /// Appends the value.
  func store(in bytes: inout [UInt8])

  /// Reads what ``store(in:)`` appended.
  ///
  /// - Throws: ``StoredBytes/Malformed`` for anything else.
  init(from stored: inout StoredBytes) throws(StoredBytes.Malformed)
}

/// Bytes that were stored, read from their beginning on.
package struct StoredBytes: Sendable {
  /// Bytes that no value was stored as.
  package struct Malformed: Error {
    /// Tells that bytes are not what was stored.
    package init() {}
  }

  private let bytes: [UInt8]
  private var index = 0

  /// Begins at the first of some bytes.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether nothing is left.
  package var isAtEnd: Bool { index == bytes.count }

  /// The next bytes.
  package mutating func take(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - index else { throw Malformed() }
    defer { index += count }
    return bytes[index..<index + count]
  }

  /// The next values, as many as were stored with ``Swift/Array/store(all:)``.
  package mutating func values<Value: Storable>() throws(Malformed) -> [Value] {
    let count = try Int(from: &self)
    var values: [Value] = []
    // A value takes at least a byte, so that a wrong count asks for no more room than there are bytes.
    guard count >= 0, count <= bytes.count - index else { throw Malformed() }
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }

  /// The next numbers, as many as were stored with ``Swift/Array/store(numbers:)``.
  package mutating func numbers() throws(Malformed) -> [UInt32] {
    let count = try Int(from: &self)
    guard count >= 0, count <= (bytes.count - index) / 4 else { throw Malformed() }
    defer { index += 4 * count }
    return bytes.withUnsafeBytes { raw in
      (0..<count).map {
        raw.loadUnaligned(fromByteOffset: index + 4 * $0, as: UInt32.self)
      }
    }
  }
}

extension [UInt8] {
  /// Appends values and their count.
  package mutating func store(all values: some Collection<some Storable>) {
    values.count.store(in: &self)
    for value in values { value.store(in: &self) }
  }

  /// Appends numbers of four bytes each and their count.
  package mutating func store(numbers: [UInt32]) {
    numbers.count.store(in: &self)
    numbers.withUnsafeBytes { append(contentsOf: $0) }
  }
}

extension Int: Storable {
  @inlinable
  package func store(in bytes: inout [UInt8]) {
    // Small numbers, which are nearly all, take a byte or two (LEB128).
    var rest = UInt64(bitPattern: Int64(self))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try UInt64(stored.take(1).first ?? 0)
      number |= (byte & 0x7F) << shift
      if byte < 0x80 {
        self = Int(truncatingIfNeeded: Int64(bitPattern: number))
        return
      }
    }
    throw StoredBytes.Malformed()
  }
}

extension [UInt8]: Storable {
  package func store(in bytes: inout [UInt8]) {
    count.store(in: &bytes)
    bytes += self
  }

  package init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    self = Array(try stored.take(try Int(from: &stored)))
  }
}

extension String: Storable {
  package func store(in bytes: inout [UInt8]) {
    utf8.count.store(in: &bytes)
    bytes.append(text: self)
  }

  package init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    self = String(utf8: try stored.take(try Int(from: &stored)))
  }
}
