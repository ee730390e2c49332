import Bytes
import Files

/// Finds out where addresses in one file lead within its portal (RFC 3986 §5.2).
struct AddressResolver {
  /// Where an address leads.
  struct Target {
    var file: OutputName
    /// What stands behind `#`, decoded; empty for the file as a whole.
    var id: [UInt8]
  }

  /// The path of the last target.
  private(set) var path: [UInt8] = []

  private let folder: [UInt8]
  private let url: [UInt8]
  /// The folder of its server in which the portal will stand, such as `/school/`; empty if in none.
  private let root: [UInt8]

  /// Knows the folder of the file, and where the portal will stand: an address that ends in `/`, or
  /// nothing.
  init(folder: RelativePath, url: [UInt8]) {
    self.folder = Array(folder.text.utf8)
    self.url = url
    let parts = url.split(
      separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
    root = parts.count == 4 && !parts[3].isEmpty ? [UInt8(ascii: "/")] + parts[3] : []
  }

  /// Resolves an address as it is written; `nil` for one that leads to another host, or to the file
  /// itself.
  mutating func target(of address: ArraySlice<UInt8>) -> Target? {
    address.contains(UInt8(ascii: "&"))
      ? resolve(address.withoutCharacterReferences[...]) : resolve(address)
  }

  private mutating func resolve(_ address: ArraySlice<UInt8>) -> Target? {
    var rest = address.drop(while: \.isASCIIWhitespace)
    let isWhole = !url.isEmpty && rest.starts(with: url)
    let isAbsolute = isWhole || !root.isEmpty && rest.starts(with: root)
    if isAbsolute { rest = rest.dropFirst(isWhole ? url.count : root.count) }
    guard isAbsolute || !leadsElsewhere(rest) else { return nil }
    path.removeAll(keepingCapacity: true)
    if !isAbsolute, rest.first != UInt8(ascii: "/") { path += folder }
    let end = appendParts(of: rest)
    let isEmpty = end == rest.startIndex
    guard isAbsolute || !isEmpty else { return nil }
    // Web servers take a folder for its page; from a disk, nobody does.
    if isAbsolute, isEmpty || rest[end - 1] == UInt8(ascii: "/") {
      append(Array("index.html".utf8)[...])
    }
    let sign = rest[end...].firstIndex(of: UInt8(ascii: "#"))
    return Target(
      file: OutputName(path), id: sign.map { rest[($0 + 1)...].percentDecoded } ?? [])
  }

  /// Goes along the parts of a path.
  ///
  /// - Returns: Where it ends: at a query, a fragment, white space or the address's end.
  private mutating func appendParts(of address: ArraySlice<UInt8>) -> Int {
    var start = address.startIndex
    var index = start
    while true {
      let byte = index < address.endIndex ? address[index] : UInt8(ascii: "#")
      let isEnd = byte == UInt8(ascii: "#") || byte == UInt8(ascii: "?") || byte.isASCIIWhitespace
      if isEnd || byte == UInt8(ascii: "/") {
        append(address[start..<index])
        start = index + 1
      }
      if isEnd { return index }
      index += 1
    }
  }

  private mutating func append(_ part: ArraySlice<UInt8>) {
    if part.isEmpty || part.count == 1 && part.first == UInt8(ascii: ".") { return }
    if part.count == 2, part.allSatisfy({ $0 == UInt8(ascii: ".") }) {
      while let byte = path.popLast(), byte != UInt8(ascii: "/") {}
      return
    }
    if !path.isEmpty { path.append(UInt8(ascii: "/")) }
    if part.contains(UInt8(ascii: "%")) {
      path += part.percentDecoded
    } else {
      path += part
    }
  }

  /// Whether an address begins with a scheme or a host.
  private func leadsElsewhere(_ address: ArraySlice<UInt8>) -> Bool {
    for (offset, byte) in address.enumerated() {
      if byte == UInt8(ascii: ":") { return offset > 0 }
      let isOfScheme =
        offset == 0
        ? byte.isASCIILetter
        : byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: ".")
      if !isOfScheme {
        return offset == 0 && byte == UInt8(ascii: "/")
          && address.dropFirst().first == UInt8(ascii: "/")
      }
    }
    return false
  }
}
