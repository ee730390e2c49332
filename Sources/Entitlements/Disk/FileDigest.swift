import Bytes
import Crypto

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The size and SHA-256 of a file, read in pieces, and whether it holds what must not be published.
struct FileDigest: Hashable {
  private(set) var size = 0
  private(set) var digest: [UInt8] = []
  private(set) var secret: PublishedSecret?

  /// How many files are read at once.
  static var threads: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Reads a file; `nil` if none is there.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - expected: Its size if that is known; a file of another size is not read.
  ///   - findingSecrets: Whether it is searched.
  /// - Throws: ``Failure`` if it is no regular file, or the machine refuses.
  init?(of path: String, size expected: Int? = nil, findingSecrets: Bool) throws(Failure) {
    guard let file = try OpenFile.reading(path) else { return nil }
    if let expected {
      size = try file.size()
      guard size == expected else { return }
    }
    var hash = SHA256()
    var size = 0
    var search = SecretSearch()
    try file.readPieces { (piece) throws(Failure) in
      hash.update(bufferPointer: piece)
      size += piece.count
      if findingSecrets { search.read(piece) }
    }
    self.size = size
    digest = Array(hash.finalize())
    secret = search.found
  }
}

/// What must not stand in a public folder.
package enum PublishedSecret: Hashable, Sendable {
  /// A buyer's entitlement.
  case entitlement
  /// A private key.
  case privateKey
  /// The list of what an author did with keys.
  case ledger

  /// What people call it.
  package var name: String {
    switch self {
    case .entitlement: "an entitlement"
    case .privateKey: "a private key"
    case .ledger: "the ledger of a key folder"
    }
  }
}

/// Finds secrets in a file that is read in pieces.
///
/// An entitlement is known by its header, of which a key's name is the only part that changes. Keys
/// are looked for in a file's beginning, for their files are small.
struct SecretSearch {
  private(set) var found: PublishedSecret?
  private var kept: [UInt8] = []
  private var isAtStart = true

  /// `{"alg":"EdDSA","kid":"` without its last two bytes, which share a character with the name.
  private static let mark = [UInt8]("eyJhbGciOiJFZERTQSIsImtpZCI6I")

  /// Where the mark has a `Q`, which is rarer in texts than its other letters.
  private static let rareIndex = 16

  /// The length of an entitlement's whole header in base64url.
  private static let headerLength = 142

  /// In how many of a file's first bytes keys are looked for.
  private static let keyReach = 64 << 10

  mutating func read(_ piece: UnsafeRawBufferPointer) {
    if isAtStart {
      found = PublishedSecret(amongKeysIn: Array(piece.prefix(SecretSearch.keyReach)))
    }
    isAtStart = false
    guard found == nil else { return }
    // Only the seam of two pieces is copied.
    let seam = kept + piece.prefix(SecretSearch.headerLength)
    seam.withUnsafeBytes { search($0) }
    search(piece)
    kept = Array((kept + piece.suffix(SecretSearch.headerLength)).suffix(SecretSearch.headerLength))
  }

  private mutating func search(_ bytes: UnsafeRawBufferPointer) {
    let mark = SecretSearch.mark
    let before = SecretSearch.rareIndex
    guard let start = bytes.baseAddress, bytes.count >= mark.count else { return }
    let end = bytes.count - mark.count + before + 1
    var index = before
    while index < end,
      let rare = memchr(start + index, Int32(mark[before]), end - index)
    {
      let found = UnsafeRawPointer(rare) - start - before
      index = found + before + 1
      guard bytes[found..<(found + mark.count)].elementsEqual(mark) else { continue }
      if isEntitlement(bytes[found...].prefix(SecretSearch.headerLength)) {
        self.found = .entitlement
        return
      }
    }
  }

  private func isEntitlement(_ start: some Collection<UInt8>) -> Bool {
    let text = Base64.url.decoded(start.prefix { $0 != UInt8(ascii: ".") }.map(\.self)) ?? []
    let type = Array("\"typ\":\"\(TokenType.entitlement.rawValue)\"}".utf8)
    return text.count > type.count && text.suffix(type.count).elementsEqual(type)
  }
}
