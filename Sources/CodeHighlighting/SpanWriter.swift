/// Writes coloured runs of code as HTML: adjacent runs of one class become one span, and no span
/// reaches over the end of a line.
struct SpanWriter {
  private let code: UnsafeBufferPointer<UInt8>
  private let buffer: UnsafeMutableRawBufferPointer
  private var filled = 0

  /// What the code is appended to; swapped in, so that it is never copied.
  var page: [UInt8] = []
  private var runStart = 0
  private var runEnd = 0
  private var runClass = TokenClass.plain

  /// How many bytes of code are written between two looks at the space that is left.
  private static let pieceLength = 64

  /// The most that a piece can become, if each byte is the end of a line or begins one.
  private static let pieceReserve = pieceLength * 24 + 16

  /// A size of buffer that holds many pieces.
  static let bufferSize = 8_192

  /// A writer that collects output in `buffer`, of ``bufferSize``.
  init(_ code: UnsafeBufferPointer<UInt8>, through buffer: UnsafeMutableRawBufferPointer) {
    precondition(buffer.count >= Self.pieceReserve, "the buffer holds a piece")
    self.code = code
    self.buffer = buffer
  }

  /// Gives a class to the code from where the last call ended up to `end`.
  @inline(__always)
  mutating func colour(upTo end: Int, as tokenClass: TokenClass) {
    if tokenClass != runClass {
      writeRun()
      runStart = runEnd
      runClass = tokenClass
    }
    runEnd = end
  }

  /// Writes what is left.
  mutating func finish() {
    writeRun()
    runStart = runEnd
    emptyBuffer()
  }

  private mutating func writeRun() {
    var isOpen = false
    var start = runStart
    while start < runEnd {
      let end = min(start + Self.pieceLength, runEnd)
      if filled > buffer.count - Self.pieceReserve { emptyBuffer() }
      for index in start..<end {
        let byte = code[index]
        if runClass != .plain, (byte == 0x0A || byte == 0x0D) == isOpen {
          if isOpen { writeEndTag() } else { writeStartTag() }
          isOpen.toggle()
        }
        write(byte)
      }
      start = end
    }
    if isOpen { writeEndTag() }
  }

  @inline(__always)
  private mutating func write(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): put("&amp;\0\0\0", count: 5)
    case UInt8(ascii: "<"): put("&lt;\0\0\0\0", count: 4)
    case UInt8(ascii: ">"): put("&gt;\0\0\0\0", count: 4)
    default:
      buffer[filled] = byte
      filled += 1
    }
  }

  @inline(__always)
  private mutating func writeStartTag() {
    put("<span cl", count: 8)
    put("ass=\"?\">", count: 8)
    buffer[filled - 3] = runClass.rawValue
  }

  @inline(__always)
  private mutating func writeEndTag() {
    put("</span>\0", count: 7)
  }

  /// Writes eight bytes at once, of which `count` stay.
  @inline(__always)
  private mutating func put(_ text: StaticString, count: Int) {
    let word = UnsafeRawPointer(text.utf8Start).loadUnaligned(as: UInt64.self)
    buffer.storeBytes(of: word, toByteOffset: filled, as: UInt64.self)
    filled += count
  }

  private mutating func emptyBuffer() {
    page.append(contentsOf: buffer[..<filled])
    filled = 0
  }
}
