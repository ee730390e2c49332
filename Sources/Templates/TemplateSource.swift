import Diagnostics

/// A template as its author wrote it.
package struct TemplateSource: Sendable {
  /// What other templates call it, such as `layout` in `{{<layout}}`.
  package let name: String

  /// Its file, for messages.
  package let path: String

  /// Its text in UTF-8.
  package let bytes: [UInt8]

  /// Names a text.
  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }

  /// An error at a byte of the text.
  func error(
    _ reason: TemplateError.Reason, at range: Range<Int>, includedFrom: SourcePosition? = nil
  ) -> TemplateError {
    let position = position(of: range)
    let start = range.lowerBound - position.column + 1
    let end = bytes[range.lowerBound...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let isShort = end - start <= TemplateError.longestLine
    let line = isShort ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
    return TemplateError(
      reason: reason, position: position,
      line: line.hasSuffix("\r") ? String(line.dropLast()) : line,
      includedFrom: includedFrom)
  }

  /// The place of a range of bytes.
  func position(of range: Range<Int>) -> SourcePosition {
    let before = bytes[..<range.lowerBound]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return SourcePosition(
      path: path, line: line, column: range.lowerBound - lineStart + 1, length: range.count)
  }
}
