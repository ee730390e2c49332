/// Bytes behind their own digest, so that damage is noticed.
package enum DigestedBytes {
  /// The digest and the content.
  package static func joining(_ content: [UInt8]) -> [UInt8] {
    ContentDigest(of: content).bytes + content
  }

  /// The content; `nil` if it is not the one that the digest is of.
  package static func content(of bytes: [UInt8]) -> [UInt8]? {
    let content = Array(bytes.dropFirst(32))
    return ContentDigest(of: content).bytes.elementsEqual(bytes.prefix(32)) ? content : nil
  }
}
