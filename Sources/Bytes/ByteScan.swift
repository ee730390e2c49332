#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Looking for bytes of which there are mostly none.
///
/// The conditions are numbers and not `Bool`, since `&&` and `||` may skip what is behind them; without such
/// branches the compiler tests many bytes at once.
extension UnsafeBufferPointer<UInt8> {
  /// Whether there is a byte for which `isSought` is not 0; all bytes are looked at.
  @inlinable @inline(__always)
  package func has(_ isSought: (UInt8) -> UInt8) -> Bool {
    var found: UInt8 = 0
    for byte in self { found |= isSought(byte) }
    return found != 0
  }

  /// Whether all bytes are ASCII.
  ///
  /// It is compiled by itself: where the answer is branched on at once, the test of each byte becomes a branch.
  @inline(never)
  package func isASCII() -> Bool { !has { $0 & 0x80 } }

  /// Where a byte occurs, in order.
  package func places(of byte: UInt8) -> [Int] {
    var places: [Int] = []
    var index = 0
    while let place = place(of: byte, from: index) {
      places.append(place)
      index = place + 1
    }
    return places
  }

  /// Where a byte occurs first, at `start` or after it.
  package func place(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let bytes = baseAddress,
      let place = memchr(bytes + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(bytes).distance(to: UnsafeRawPointer(place))
  }

  /// The first bytes from `start` on that may hold one for which `isSought` is not 0: at most 32, and none only at
  /// the end.
  @inlinable @inline(__always)
  package func nextBlock(from start: Int, with isSought: (UInt8) -> UInt8) -> Range<Int> {
    var index = start
    while index + 32 <= count {
      if UnsafeBufferPointer(rebasing: self[index..<index + 32]).has(isSought) {
        return index..<index + 32
      }
      index += 32
    }
    return index..<count
  }
}

/// 1 where a condition of ``Swift/UnsafeBufferPointer/has(_:)`` holds, else 0.
@inlinable @inline(__always)
package func bit(_ condition: Bool) -> UInt8 { condition ? 1 : 0 }
