import Bytes
import Files

/// The texts that passages around what was found are taken from, written while pages are made.
struct SearchTexts: Sendable {
  /// About how many bytes a file of texts has at most: ten results may load ten files.
  static let fileSize = 11_000

  /// How many bytes of a page's text are kept.
  static let pageSize = 8_000

  /// The part of the portal that the texts are of, as a path.
  private let part: RelativePath
  private var number = 0
  private var texts: [UInt8] = []
  private var count = 0

  /// - Parameter part: A path that no other texts of the language have.
  init(of part: RelativePath) { self.part = part }

  /// Where a text is found again: a file, and a place in it.
  struct Place {
    var file: RelativePath
    var index: Int
  }

  /// Adds the beginning of a text; a file that is full by now is appended to `files`.
  mutating func add(_ text: [UInt8], to files: inout [(RelativePath, [UInt8])]) -> Place {
    if count > 0, texts.count + min(text.count, Self.pageSize) > Self.fileSize {
      finish(&files)
    }
    if count > 0 { texts.append(UInt8(ascii: ",")) }
    texts.append(scriptString: String(utf8: text.utf8Prefix(Self.pageSize)).utf8)
    count += 1
    return Place(file: file, index: count - 1)
  }

  /// Appends the last file to `files`, if there is anything left for it.
  mutating func finish(_ files: inout [(RelativePath, [UInt8])]) {
    guard count > 0 else { return }
    files.append((file, texts))
    texts.removeAll(keepingCapacity: true)
    count = 0
    number += 1
  }

  private var file: RelativePath { part.appending("\(number)") }
}

extension [UInt8] {
  /// The first bytes of a UTF-8 text, up to a limit, without half a scalar at the end.
  fileprivate func utf8Prefix(_ limit: Int) -> ArraySlice<UInt8> {
    guard count > limit else { return self[...] }
    var end = limit
    while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    return self[..<end]
  }
}
