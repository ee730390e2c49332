/// The one field of Exif that belongs to the picture: how to turn it (Exif 2.32, tag 0x0112).
enum ExifOrientation {
  /// The orientation in the TIFF structure in `range`, from 1 (upright) to 8; 1 where none is given.
  static func read(_ bytes: [UInt8], in range: Range<Int>) -> Int {
    let isBig = bytes.has("MM", at: range.lowerBound)
    guard isBig || bytes.has("II", at: range.lowerBound) else { return 1 }
    let field = { (offset: Int, width: Int) -> Int? in
      let offset = range.lowerBound + offset
      guard offset <= range.upperBound - width else { return nil }
      return isBig
        ? bytes.bigEndian(at: offset, width: width) : bytes.littleEndian(at: offset, width: width)
    }
    guard field(2, 2) == 42, let directory = field(4, 4), let count = field(directory, 2) else {
      return 1
    }
    for entry in 0..<count {
      let start = directory + 2 + entry * 12
      guard let tag = field(start, 2) else { return 1 }
      if tag == 0x0112, field(start + 2, 2) == 3, field(start + 4, 4) == 1,
        let value = field(start + 8, 2), (1...8).contains(value)
      {
        return value
      }
    }
    return 1
  }

  /// A TIFF structure that says only this.
  static func structure(_ orientation: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1]
    bytes.append(bigEndian: orientation, width: 2)
    bytes.append(contentsOf: [0, 0, 0, 0, 0, 0])
    return bytes
  }
}
