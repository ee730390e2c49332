package import Bytes

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A path inside a folder: parts joined with `/`, no empty part, no `.` and no `..`.
///
/// Two paths are the same only if their bytes are: Swift's `==` on strings would call a composed and
/// a decomposed `é` one name, and a file system does not.
package struct RelativePath: Sendable {
  /// The path as text, such as `courses/knots/index.md`; empty for the folder itself.
  package let text: String

  /// The path with ill-formed parts (empty, `.` and `..`) left out.
  package init(_ text: String) {
    self.text = RelativePath.isWellFormed(text) ? text : RelativePath.wellFormed(text)
  }

  private init(wellFormed text: String) { self.text = text }

  // Bytes, not characters: a slash and a combining accent after it are one character of Swift's.

  private static func isWellFormed(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      for index in 0...bytes.count
      where index == bytes.count || bytes[index] == UInt8(ascii: "/") {
        let isDotted = index > start && bytes[start] == UInt8(ascii: ".")
        switch index - start {
        case 0: return bytes.isEmpty
        case 1 where isDotted: return false
        case 2 where isDotted && bytes[start + 1] == UInt8(ascii: "."): return false
        default: start = index + 1
        }
      }
      return true
    }
  }

  private static func wellFormed(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "/")).filter {
      !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
    }.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// The folder itself.
  package static let root = RelativePath("")
}

extension RelativePath: Hashable, Comparable, CustomStringConvertible {
  package static func == (left: Self, right: Self) -> Bool {
    compare(left.text, right.text) == 0
  }

  /// A number below, at or above zero, as `left` stands before, at or after `right`.
  private static func compare(_ left: String, _ right: String) -> Int {
    // Without a copy, which would be counted: paths are compared more often than anything else.
    let order = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in compare(left, right) }
    }
    if case .some(.some(let order)) = order { return order }
    return Array(left.utf8).withUnsafeBufferPointer { left in
      Array(right.utf8).withUnsafeBufferPointer { right in compare(left, right) }
    }
  }

  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let shared = min(left.count, right.count)
    if shared > 0, let left = left.baseAddress, let right = right.baseAddress {
      let order = memcmp(left, right, shared)
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }

  package func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }

  /// Orders by bytes, so that no locale has a say.
  package static func < (left: Self, right: Self) -> Bool {
    compare(left.text, right.text) < 0
  }

  package var description: String { text }

  /// Whether this stands before all that lies in `folder`.
  func isBefore(filesOf folder: RelativePath) -> Bool {
    RelativePath.compare(text, folder.text + "/") < 0
  }
}

extension RelativePath {
  /// The parts between the slashes.
  package var parts: [Substring] {
    text.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  /// The last part, or an empty text for the folder itself.
  package var name: String {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text }
    return String(text[text.utf8.index(after: slash)...])
  }

  /// The folder that holds this path.
  package var parent: RelativePath {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return .root }
    return RelativePath(wellFormed: String(text[..<slash]))
  }

  /// The name without its last extension: `a` for `x/a.md`.
  package var stem: String {
    let name = name
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return name
    }
    return String(name[..<dot])
  }

  /// What follows the last dot of the name, in lower-case ASCII; empty where there is none.
  package var fileExtension: String {
    var text = text
    return text.withUTF8 { text in
      guard let dot = RelativePath.lastDot(in: text) else { return "" }
      let ending = text[(dot + 1)...]
      return String(unsafeUninitializedCapacity: ending.count) { space in
        for (place, byte) in ending.enumerated() { space[place] = byte.asciiLowercased }
        return ending.count
      }
    }
  }

  /// Whether ``fileExtension`` is one of a few, in lower-case ASCII.
  package func hasExtension(_ endings: StaticString...) -> Bool {
    var text = text
    return text.withUTF8 { text in
      guard let dot = RelativePath.lastDot(in: text) else { return false }
      let ending = text[(dot + 1)...]
      return endings.contains { wanted in
        guard wanted.utf8CodeUnitCount == ending.count else { return false }
        return wanted.withUTF8Buffer { wanted in
          zip(wanted, ending).allSatisfy { $0 == $1.asciiLowercased }
        }
      }
    }
  }

  /// Whether this lies directly in `folder`, not in a folder of it.
  package func isDirectly(in folder: RelativePath) -> Bool {
    guard isInside(folder), text.utf8.count > folder.text.utf8.count else { return false }
    let inner = text.utf8.dropFirst(folder.text.isEmpty ? 0 : folder.text.utf8.count + 1)
    return !inner.contains(UInt8(ascii: "/"))
  }

  /// The last dot of the last part, unless the part begins with it.
  private static func lastDot(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = text.count - 1
    while index > 0, text[index] != UInt8(ascii: "/") {
      if text[index] == UInt8(ascii: ".") {
        return text[index - 1] == UInt8(ascii: "/") ? nil : index
      }
      index -= 1
    }
    return nil
  }

  /// The path of `part` inside this folder.
  package func appending(_ part: String) -> RelativePath {
    text.isEmpty ? RelativePath(part) : RelativePath(text + "/" + part)
  }

  /// Whether this is `folder` or lies inside it.
  package func isInside(_ folder: RelativePath) -> Bool {
    guard !folder.text.isEmpty else { return true }
    guard text.utf8.starts(with: folder.text.utf8) else { return false }
    let rest = text.utf8.dropFirst(folder.text.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "/")
  }

  /// This path as seen from inside `folder`, or `nil` if it is not there.
  package func relative(to folder: RelativePath) -> RelativePath? {
    guard isInside(folder) else { return nil }
    return RelativePath(
      String(utf8: text.utf8.dropFirst(folder.text.utf8.count).drop { $0 == UInt8(ascii: "/") }))
  }

  /// Where a link written in a file of this folder leads.
  ///
  /// - Parameter reference: A decoded path with `/`, which may hold `.` and `..` and may start with `/`
  ///   (from the tree's root).
  /// - Returns: The path, or `nil` where `..` leaves the tree.
  package func resolving(_ reference: String) -> RelativePath? {
    var path = reference.utf8.first == UInt8(ascii: "/") ? [] : Array(text.utf8)
    for part in reference.utf8.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard !path.isEmpty else { return nil }
        path.removeSubrange((path.lastIndex(of: UInt8(ascii: "/")) ?? 0)...)
      } else {
        if !path.isEmpty { path.append(UInt8(ascii: "/")) }
        path.append(contentsOf: part)
      }
    }
    return RelativePath(wellFormed: String(utf8: path))
  }

  /// The shortest relative reference from a file in `folder` to this path, percent-encoded for a URL.
  package func reference(from folder: RelativePath) -> [UInt8] {
    var (target, base) = (text, folder.text)
    return target.withUTF8 { target in
      base.withUTF8 { base in
        let (shared, ups) = RelativePath.way(from: base, to: target)
        let rest = target[shared...]
        var reference: [UInt8] = []
        reference.reserveCapacity(3 * ups + rest.count + 8)
        for _ in 0..<ups { reference.append("../") }
        // A first part with a colon would read as a URL scheme (RFC 3986 §4.2).
        if ups == 0, rest.prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: ":")) {
          reference.append("./")
        }
        reference.append(percentEncoding: rest)
        return reference
      }
    }
  }

  /// How many bytes the folders have that both paths begin with, and how many folders of `base` are left.
  private static func way(
    from base: UnsafeBufferPointer<UInt8>, to target: UnsafeBufferPointer<UInt8>
  ) -> (shared: Int, ups: Int) {
    guard !base.isEmpty else { return (0, 0) }
    var shared = 0
    var index = 0
    while index < base.count, index < target.count, base[index] == target[index] {
      if base[index] == UInt8(ascii: "/") { shared = index + 1 }
      index += 1
    }
    if index == base.count, index < target.count, target[index] == UInt8(ascii: "/") {
      return (index + 1, 0)
    }
    return (shared, 1 + base[shared...].count { $0 == UInt8(ascii: "/") })
  }
}

extension RelativePath: Storable {
  package func store(in bytes: inout [UInt8]) { text.store(in: &bytes) }

  package init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    self.init(try String(from: &stored))
  }
}
