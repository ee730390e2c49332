import Bytes

/// The places on a page that a link may lead to, in little room: there are some for each page, and all pages are held
/// until the last one is made.
struct PlaceNames: Sendable {
  /// Each name with U+0000 after it, which no name has.
  private var bytes: [UInt8] = []

  /// The names, in the order in which they came.
  var all: [[UInt8]] { bytes.split(separator: 0).map(Array.init) }

  /// Joins names.
  init(_ names: [[UInt8]] = []) { append(names) }

  /// Adds names.
  mutating func append(_ names: [[UInt8]]) {
    bytes.reserveCapacity(bytes.count + names.reduce(0) { $0 + $1.count + 1 })
    for name in names {
      bytes += name
      bytes.append(0)
    }
  }

  /// The names of both.
  static func + (left: PlaceNames, right: PlaceNames) -> PlaceNames {
    var joined = left
    joined.bytes += right.bytes
    return joined
  }
}

extension PlaceNames: Storable {
  func store(in bytes: inout [UInt8]) { self.bytes.store(in: &bytes) }

  init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    bytes = try [UInt8](from: &stored)
  }
}
