/// A value of a table, with its place.
package struct CSVField: Hashable, Sendable {
  /// The bytes, without quotation marks.
  package let text: [UInt8]
  /// The line, counted from 1.
  package let line: Int
  /// The column, counted from 1 in bytes.
  let column: Int
  /// How many bytes it takes on its first line, with its quotation marks.
  let length: Int
}

/// Something that is not as the format demands.
package struct CSVMistake: Hashable, Sendable {
  /// What is wrong: lower case, no period.
  package let message: String
  let help: String
  /// The line, counted from 1.
  package let line: Int
  let column: Int
}

/// Reads tables of comma-separated values (RFC 4180) without guessing.
///
/// A mark of UTF-8 at the begin, line feeds without carriage returns, and semicolons in a table whose first line has
/// no comma are taken, because spreadsheets write them.
package struct CSVReader {
  private let bytes: [UInt8]
  /// What stands between two values.
  private let separator: UInt8
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  /// The lines of the table, each with its values.
  package private(set) var records: [[CSVField]] = []
  /// What is wrong with the table.
  package private(set) var mistakes: [CSVMistake] = []

  /// Reads a table; what is wrong is in ``mistakes``.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let names = bytes.prefix { $0 != 0x0A }
    let hasSemicolons = names.contains(UInt8(ascii: ";")) && !names.contains(UInt8(ascii: ","))
    separator = UInt8(ascii: hasSemicolons ? ";" : ",")
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      lineStart = 3
    }
    while offset < bytes.count { readRecord() }
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private var column: Int { offset - lineStart + 1 }

  private mutating func readRecord() {
    let first = line
    var fields: [CSVField] = []
    repeat {
      guard let field = next == UInt8(ascii: "\"") ? readQuoted() : readPlain() else {
        return skipLine()
      }
      fields.append(field)
    } while takeSeparator()
    guard takeLineEnd() else { return skipLine() }
    if fields.count == 1, fields[0].length == 0 {
      mistakes.append(
        CSVMistake(
          message: "the line is empty", help: "remove the line", line: first, column: 1))
    } else {
      records.append(fields)
    }
  }

  private mutating func readPlain() -> CSVField? {
    let start = offset
    while let byte = next, byte != separator, byte != 0x0A, byte != 0x0D {
      if byte == UInt8(ascii: "\"") {
        return fail(
          "a quotation mark stands inside a value",
          "put the whole value into quotation marks, and write \"\" for one of its own")
      }
      guard isText(byte) else { return failOnControl() }
      offset += 1
    }
    return field(Array(bytes[start..<offset]), from: start, on: line, lineStart)
  }

  private mutating func readQuoted() -> CSVField? {
    let (start, firstLine, firstLineStart) = (offset, line, lineStart)
    var text: [UInt8] = []
    offset += 1
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        if next == UInt8(ascii: "\"") {
          text.append(byte)
          offset += 1
          continue
        }
        guard next == nil || next == separator || next == 0x0A || next == 0x0D else {
          return fail(
            "something follows the quotation mark that ends a value",
            "write \"\" for a quotation mark inside a value")
        }
        return field(text, from: start, on: firstLine, firstLineStart)
      case 0x0A:
        text.append(byte)
        line += 1
        lineStart = offset
      case 0x0D: text.append(byte)
      default:
        guard isText(byte) else {
          offset -= 1
          return failOnControl()
        }
        text.append(byte)
      }
    }
    mistakes.append(
      CSVMistake(
        message: "the quotation mark is never closed", help: "close it, or leave it out",
        line: firstLine, column: start - firstLineStart + 1))
    return nil
  }

  private func isText(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == 0x09 }

  private mutating func failOnControl() -> CSVField? {
    fail("a control character stands in the table", "remove it; the table must be a text in UTF-8")
  }

  private mutating func field(
    _ text: [UInt8], from start: Int, on line: Int, _ lineStart: Int
  ) -> CSVField? {
    let column = start - lineStart + 1
    guard text.allSatisfy({ $0 < 0x80 }) || String(validating: text, as: UTF8.self) != nil else {
      mistakes.append(
        CSVMistake(
          message: "the value is not UTF-8", help: "save the table as CSV in UTF-8", line: line,
          column: column))
      return nil
    }
    let end = line == self.line ? offset : start + 1
    return CSVField(text: text, line: line, column: column, length: end - start)
  }

  private mutating func fail(_ message: String, _ help: String) -> CSVField? {
    mistakes.append(CSVMistake(message: message, help: help, line: line, column: column))
    return nil
  }

  private mutating func takeSeparator() -> Bool {
    guard next == separator else { return false }
    offset += 1
    return true
  }

  private mutating func takeLineEnd() -> Bool {
    if next == nil { return true }
    if next == 0x0D {
      guard offset + 1 < bytes.count, bytes[offset + 1] == 0x0A else {
        _ = fail("a line ends in a carriage return alone", "end lines with CR LF or LF")
        return false
      }
      offset += 1
    }
    offset += 1
    line += 1
    lineStart = offset
    return true
  }

  /// Goes on with the next line after a mistake.
  private mutating func skipLine() {
    while let byte = next {
      offset += 1
      if byte == 0x0A {
        line += 1
        lineStart = offset
        return
      }
    }
  }
}
