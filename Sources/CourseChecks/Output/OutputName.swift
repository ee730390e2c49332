/// The name of a file of a portal, or of a place on a page, as a number that stands for it.
struct OutputName: Hashable, Comparable, Sendable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ path: some Sequence<UInt8>) { mix(path) }

  /// A place on the page.
  func place(_ id: some Sequence<UInt8>) -> OutputName {
    var place = self
    place.mix(CollectionOfOne(UInt8(ascii: "#")))
    place.mix(id)
    return place
  }

  // FNV-1a.
  private mutating func mix(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// An order that is the same for the same names, and means nothing else.
  static func < (left: Self, right: Self) -> Bool { left.hash < right.hash }
}
