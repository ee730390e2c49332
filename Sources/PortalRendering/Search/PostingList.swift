import Bytes

/// The documents of a term as text: those of the greatest weight first, for each weight a set of numbers.
///
/// A set is the distances between its numbers as Base64 VLQ, as source maps have them, or a bit for each number
/// after the first where that is shorter. So a list is never much longer than a sixth of the number of documents.
struct PostingList {
  /// How many bytes a list may take before its remaining documents are taken for equally important.
  static let weightedSize = 4_000

  private(set) var bytes: [UInt8] = []

  /// Writes the documents of a term.
  ///
  /// - Parameter uses: Documents in ascending order.
  init(_ uses: ArraySlice<TermUse>) {
    // Where the documents of each weight begin among all, those of greater weights before them.
    var starts = [Int](repeating: 0, count: TermUse.weights.upperBound + 2)
    for use in uses { starts[Int(use.weight)] += 1 }
    for weight in TermUse.weights.reversed() { starts[weight] += starts[weight + 1] }
    var places = starts
    var numbers = [Int](repeating: 0, count: uses.count)
    for use in uses {
      numbers[places[Int(use.weight) + 1]] = use.number
      places[Int(use.weight) + 1] += 1
    }
    for weight in TermUse.weights.reversed() where starts[weight] > starts[weight + 1] {
      let size = bytes.count
      append(weight, numbers[starts[weight + 1]..<starts[weight]])
      if bytes.count > Self.weightedSize, starts[weight] < numbers.count {
        bytes.removeLast(bytes.count - size)
        append(1, numbers[starts[weight + 1]...].sorted()[...])
        return
      }
    }
  }

  private mutating func append(_ weight: Int, _ numbers: ArraySlice<Int>) {
    guard let first = numbers.first, let last = numbers.last else { return }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: ".")) }
    bytes.append(Self.digits[weight])
    let bits = (last - first) / 6 + 1
    if numbers.count > bits + 3 { return append(bits: bits, from: first, numbers) }
    let start = bytes.count
    var next = 0
    for number in numbers {
      append(vlq: number - next)
      next = number + 1
    }
    guard bytes.count - start > bits + 5 else { return }
    bytes.removeLast(bytes.count - start)
    append(bits: bits, from: first, numbers)
  }

  private mutating func append(bits count: Int, from first: Int, _ numbers: ArraySlice<Int>) {
    bytes.append(UInt8(ascii: "*"))
    append(vlq: first)
    var bits = [Int](repeating: 0, count: count)
    for number in numbers { bits[(number - first) / 6] |= 1 << ((number - first) % 6) }
    bytes += bits.lazy.map { Self.digits[$0] }
  }

  private mutating func append(vlq number: Int) {
    var rest = number
    while rest >= 32 {
      bytes.append(Self.digits[32 + rest % 32])
      rest /= 32
    }
    bytes.append(Self.digits[rest])
  }

  /// The alphabet of Base64url (RFC 4648 §5).
  private static let digits = [UInt8](
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
}
