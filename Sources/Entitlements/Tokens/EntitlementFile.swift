import Bytes
import Files

/// An entitlement as a buyer gets it.
package enum EntitlementFile {
  /// A file's form.
  package enum Form: Hashable, Sendable {
    /// The token and a line end: `.clevio`.
    case token
    /// A script that lies in an offline copy, where nothing but scripts can be loaded:
    /// `entitlement.js`.
    case script
    /// A link to the portal that carries the token in its fragment, which no server sees.
    case link(String)
  }

  /// The greatest size of a file in bytes.
  package static let greatestSize = 80 << 10

  private static let callStart: StaticString = "clevioEntitlement(\""
  private static let callEnd: StaticString = "\");"
  private static let fragment: StaticString = "#unlock="

  /// The file's bytes.
  ///
  /// - Parameters:
  ///   - token: The token; its characters need no escape anywhere.
  ///   - form: The form.
  /// - Returns: The bytes, with a line end.
  package static func text(of token: [UInt8], as form: Form) -> [UInt8] {
    var text: [UInt8] = []
    switch form {
    case .token: text += token
    case .script:
      text.append(callStart)
      text += token
      text.append(callEnd)
    case .link(let address):
      text.append(contentsOf: address.utf8.prefix { $0 != UInt8(ascii: "#") })
      text.append(fragment)
      text += token
    }
    return text + [UInt8]("\n")
  }

  /// The token of a file, or of a text with a link; what is not one is found out when it is opened.
  ///
  /// Editors put a byte order mark before a text, and mail programs brackets and words around a link.
  package static func token(in text: [UInt8]) -> [UInt8] {
    let isMarked = text.starts(with: [0xEF, 0xBB, 0xBF])
    let rest = text.dropFirst(isMarked ? 3 : 0).trimmingASCIIWhitespace
    if rest.hasPrefix(callStart), rest.suffix(3).equals(callEnd) {
      return Array(rest.dropFirst(callStart.utf8CodeUnitCount).dropLast(3))
    }
    guard let mark = rest.firstRange(ofBytes: fragment) else { return Array(rest) }
    let token = rest[mark.upperBound...].prefix { byte in
      byte.isASCIIAlphanumeric || "-_.".utf8.contains(byte)
    }
    // Behind a link a sentence may end.
    guard let last = token.lastIndex(where: { $0 != UInt8(ascii: ".") }) else { return [] }
    return Array(token[...last])
  }

  /// Reads a file.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    guard let file = try OpenFile.reading(path) else {
      // Nothing was looked at, so nothing is refused.
      throw .machine(FileError("read", path: path, cause: "there is no such file"))
    }
    return token(in: try file.readAll(limit: greatestSize))
  }

  /// Writes a new file that its owner alone can read.
  ///
  /// - Throws: ``Failure`` also where it would lie in a published folder.
  package static func create(_ path: String, _ text: [UInt8]) throws(Failure) {
    try PublishedPlace.refuse(path, for: "the entitlement")
    try WrittenFile.create(path, text, readers: .owner)
  }
}
