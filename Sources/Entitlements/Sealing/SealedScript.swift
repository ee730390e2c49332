import Bytes

/// A sealed file as a script, the only thing that a page can load from a disk.
///
/// The text is `clevioLesson("knots","basics/reef-knot",1,"…");`
package struct SealedScript: Hashable, Sendable {
  /// The course.
  package let course: Identifier

  /// The file's name within the course.
  package let path: String

  /// The epoch, from 1 up.
  package let epoch: Int

  /// The sealed file.
  package let file: [UInt8]

  /// The greatest size of a script in bytes.
  package static let greatestSize = 16 << 20

  private static let callStart: StaticString = "clevioLesson(\""

  /// Seals content as a script.
  ///
  /// - Parameters:
  ///   - content: At most ``SealedFile/contentLimit`` bytes.
  ///   - path: The file's name: letters, digits and `-`, `.`, `_`, `~`, `/` of ASCII or anything
  ///     beyond it.
  ///   - key: The course's key.
  package init(sealing content: [UInt8], path: String, with key: ContentKey) {
    self.init(
      course: key.course, path: path, epoch: key.epoch,
      file: SealedFile.seal(content, path: path, with: key))
  }

  init(course: Identifier, path: String, epoch: Int, file: [UInt8]) {
    self.course = course
    self.path = path
    self.epoch = epoch
    self.file = file
  }

  /// The script, with a line end.
  package var text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(file.count / 3 * 4 + path.utf8.count + 128)
    text.append(SealedScript.callStart)
    text.append(text: course.description)
    text.append("\",")
    text.append(jsonString: path)
    text.append(",")
    text.append(decimal: epoch)
    text.append(",\"")
    Base64.padded.append(file, to: &text)
    text.append("\");\n")
    return text
  }

  /// Reads a script in exactly the form that is written.
  ///
  /// - Throws: ``Refusal`` for any other text.
  package init(parsing text: [UInt8]) throws(Refusal) {
    guard let script = SealedScript(reading: text) else {
      throw Refusal(.lessonDamaged, "this is no sealed script")
    }
    self = script
  }

  /// Reads a script; `nil` for any other text.
  init?(reading text: [UInt8]) {
    var reader = ScriptReader(text, limit: SealedScript.greatestSize)
    guard reader.take(SealedScript.callStart), let course = reader.identifier(),
      reader.take("\",\""), let path = reader.untilQuote(), !path.isEmpty,
      path.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\\") && $0 != 0x7F }),
      let name = String(validating: path, as: UTF8.self), reader.take("\","),
      let epoch = reader.epoch(), reader.take(",\""), let file = reader.base64(),
      reader.takesEnd()
    else { return nil }
    self.init(course: course, path: name, epoch: epoch, file: file)
  }
}

/// Reads scripts that this program wrote.
struct ScriptReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: [UInt8], limit: Int) { rest = text.count <= limit ? text[...] : [] }

  mutating func take(_ expected: StaticString) -> Bool {
    guard rest.hasPrefix(expected) else { return false }
    rest = rest.dropFirst(expected.utf8CodeUnitCount)
    return true
  }

  mutating func takesEnd() -> Bool { take("\");\n") && rest.isEmpty }

  /// What stands before the next quote, which stays.
  mutating func untilQuote() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  mutating func identifier() -> Identifier? { untilQuote().flatMap { Identifier($0) } }

  mutating func base64() -> [UInt8]? { untilQuote().flatMap { Base64.padded.decoded($0) } }

  /// A number from 1 to a million without leading zeros.
  mutating func epoch() -> Int? {
    let digits = rest.prefix(8).prefix { $0.isASCIIDigit }
    guard let value = digits.decimalNumber, digits.first != UInt8(ascii: "0"),
      (1...1_000_000).contains(value)
    else { return nil }
    rest = rest.dropFirst(digits.count)
    return value
  }
}
