import Bytes

/// Writes a zip archive (PKWARE APPNOTE 6.3.10) in one pass: the same files give the same bytes.
///
/// Files have no time, may be read by all, and are called by names that the caller checked.
struct ZipWriter {
  private let file: OpenFile
  private var offset = 0
  private var directory: [UInt8] = []
  private var count = 0

  /// What is compressed as a whole; greater files are stored as they are.
  private static let compressedLimit = 32 << 20

  /// The greatest number of four bytes, which says that the number stands elsewhere.
  private static let elsewhere = 0xFFFF_FFFF

  init(_ file: OpenFile) { self.file = file }

  /// A file of an archive.
  private struct Member {
    let name: [UInt8]
    var isDeflated = false
    var checksum: UInt32 = 0
    var storedSize: Int
    let size: Int
    let offset: Int

    /// Whether a number needs eight bytes (APPNOTE §4.5.3).
    var isLarge: Bool { size >= elsewhere || offset >= elsewhere }
  }

  /// Adds a file whose bytes are all there.
  mutating func add(_ bytes: [UInt8], as name: [UInt8]) throws(Failure) {
    var member = Member(name: name, storedSize: bytes.count, size: bytes.count, offset: offset)
    var stored = bytes
    if !bytes.isEmpty, bytes.count <= ZipWriter.compressedLimit {
      // A gzip member is 10 bytes, what an archive holds, the checksum and the size.
      let deflated = Gzip.compressed(bytes).dropFirst(10).dropLast(8)
      if deflated.count < bytes.count {
        stored = Array(deflated)
        member.isDeflated = true
        member.storedSize = stored.count
      }
    }
    member.checksum = CRC32.of(bytes)
    try append(ZipWriter.header(of: member))
    try append(stored)
    finish(member)
  }

  /// Adds a file that is read in pieces.
  ///
  /// - Parameters:
  ///   - name: Its name in the archive.
  ///   - size: How many bytes will come.
  ///   - read: Hands the pieces over.
  /// - Throws: ``Failure`` if other than `size` bytes came.
  mutating func add(
    as name: [UInt8], size: Int,
    _ read: ((UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) -> Void
  ) throws(Failure) {
    var member = Member(name: name, storedSize: size, size: size, offset: offset)
    try append(ZipWriter.header(of: member))
    var checksum = CRC32()
    var count = 0
    let file = file
    try read { (piece) throws(Failure) in
      checksum.update(piece)
      count += piece.count
      try file.append(Array(piece))
    }
    guard count == size else {
      throw .refused(
        .fileChanged, "\(ShownText.quoted(name)) changed while it was packed",
        path: String(utf8: name))
    }
    offset += size
    member.checksum = checksum.value
    try file.overwrite(ZipWriter.little(Int(member.checksum), 4), at: member.offset + 14)
    finish(member)
  }

  private mutating func append(_ bytes: [UInt8]) throws(Failure) {
    try file.append(bytes)
    offset += bytes.count
  }

  private mutating func finish(_ member: Member) {
    count += 1
    directory += ZipWriter.directoryEntry(of: member)
  }

  /// Writes the directory, after the last file.
  mutating func finish() throws(Failure) {
    let start = offset
    let size = directory.count
    try append(directory)
    if count >= 0xFFFF || start >= ZipWriter.elsewhere || size >= ZipWriter.elsewhere {
      let end = offset
      try append(
        ZipWriter.little(0x0606_4B50, 4) + ZipWriter.little(44, 8)
          + ZipWriter.little(0x032D, 2) + ZipWriter.little(45, 2) + ZipWriter.little(0, 8)
          + ZipWriter.little(count, 8) + ZipWriter.little(count, 8) + ZipWriter.little(size, 8)
          + ZipWriter.little(start, 8))
      try append(
        ZipWriter.little(0x0706_4B50, 4) + ZipWriter.little(0, 4) + ZipWriter.little(end, 8)
          + ZipWriter.little(1, 4))
    }
    let shownCount = ZipWriter.little(min(count, 0xFFFF), 2)
    try append(
      ZipWriter.little(0x0605_4B50, 4) + ZipWriter.little(0, 4) + shownCount + shownCount
        + ZipWriter.little(min(size, ZipWriter.elsewhere), 4)
        + ZipWriter.little(min(start, ZipWriter.elsewhere), 4) + ZipWriter.little(0, 2))
    try file.sync()
  }
}

extension ZipWriter {
  /// What a file's header and its entry in the directory have in common (APPNOTE §4.3.7, §4.3.12).
  private static func common(_ member: Member, extraSize: Int) -> [UInt8] {
    let version = little(member.isLarge ? 45 : 20, 2)
    // Names are UTF-8; the time is the begin of 1980, the first that the format knows.
    return version + little(0x0800, 2) + little(member.isDeflated ? 8 : 0, 2) + little(0, 2)
      + little(0x21, 2) + little(Int(member.checksum), 4)
      + little(member.isLarge ? elsewhere : member.storedSize, 4)
      + little(member.isLarge ? elsewhere : member.size, 4)
      + little(member.name.count, 2) + little(extraSize, 2)
  }

  private static func header(of member: Member) -> [UInt8] {
    var extra: [UInt8] = []
    if member.isLarge {
      extra = little(1, 2) + little(16, 2) + little(member.size, 8) + little(member.storedSize, 8)
    }
    return little(0x0403_4B50, 4) + common(member, extraSize: extra.count) + member.name + extra
  }

  private static func directoryEntry(of member: Member) -> [UInt8] {
    var extra: [UInt8] = []
    if member.isLarge {
      extra =
        little(1, 2) + little(24, 2) + little(member.size, 8) + little(member.storedSize, 8)
        + little(member.offset, 8)
    }
    // Made by Unix, as a regular file that all may read.
    return little(0x0201_4B50, 4) + little(0x032D, 2) + common(member, extraSize: extra.count)
      + little(0, 2) + little(0, 2) + little(0, 2) + little(0o100644 << 16, 4)
      + little(member.isLarge ? elsewhere : member.offset, 4) + member.name + extra
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
