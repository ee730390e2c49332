import Bytes
import CourseModel
import Diagnostics
import Files
import PolicyPages

extension ThemeGate {
  /// Tells of what a script of an author keeps on devices, if it is neither declared nor the portal's own: it does so
  /// before anybody is asked, and policies say that there is nothing else.
  static func kept(
    by code: CodeBrackets, in path: RelativePath, _ bytes: [UInt8], besides declared: [StoredItem]
  ) -> [Diagnostic] {
    let silent = (code.comments + code.texts).sorted { $0.lowerBound < $1.lowerBound }
    return stores.flatMap { store in
      places(of: store, in: bytes, outside: silent).compactMap { place -> Diagnostic? in
        let written = nameRange(at: place.upperBound, of: store, in: bytes)
        let name = written.map { String(utf8: Array(bytes[$0])) }
        if store.kind == .cookie, erases(bytes[place.upperBound...]) { return nil }
        if isKnown(name, in: store, declared) { return nil }
        return finding(name, at: written ?? place, store, in: path, bytes)
      }
    }
  }

  /// A way in which scripts keep something.
  private struct Store {
    let kind: StorageKind
    let words: StaticString
    /// What stands between the words and what is kept: `(` of a call, `=` of a value that is set.
    let sign: UInt8
  }

  private static let stores = [
    Store(kind: .cookie, words: "document.cookie", sign: UInt8(ascii: "=")),
    Store(kind: .localStorage, words: "localStorage.setItem", sign: UInt8(ascii: "(")),
    Store(kind: .sessionStorage, words: "sessionStorage.setItem", sign: UInt8(ascii: "(")),
    Store(kind: .indexedDB, words: "indexedDB.open", sign: UInt8(ascii: "(")),
    Store(kind: .cacheStorage, words: "caches.open", sign: UInt8(ascii: "(")),
  ]

  /// The places of a store's words with their sign, outside of comments and texts, which are ordered.
  private static func places(of store: Store, in bytes: [UInt8], outside silent: [Range<Int>])
    -> [Range<Int>]
  {
    var places: [Range<Int>] = []
    var start = 0
    var silent = silent[...]
    while let words = bytes[start...].firstRange(ofBytes: store.words) {
      start = words.upperBound
      silent = silent.drop { $0.upperBound <= words.lowerBound }
      let before = words.lowerBound > 0 ? bytes[words.lowerBound - 1] : UInt8(ascii: " ")
      let rest = bytes[words.upperBound...].drop(while: \.isASCIIWhitespace)
      guard rest.first == store.sign, rest.dropFirst().first != UInt8(ascii: "="),
        !before.isASCIIAlphanumeric, before != UInt8(ascii: "_"), before != UInt8(ascii: "$"),
        silent.first?.contains(words.lowerBound) != true
      else { continue }
      places.append(words.lowerBound..<(rest.startIndex + 1))
    }
    return places
  }

  /// Where the name of what is kept stands, as far as it is written out; `nil` where a script makes it.
  private static func nameRange(at start: Int, of store: Store, in bytes: [UInt8]) -> Range<Int>? {
    let rest = bytes[start...].drop(while: \.isASCIIWhitespace)
    guard let quote = rest.first, "\"'`".utf8.contains(quote) else { return nil }
    let name = rest.dropFirst().prefix { byte in
      byte != quote && byte != UInt8(ascii: "\n")
        && !(quote == UInt8(ascii: "`") && byte == UInt8(ascii: "$"))
        && !(store.kind == .cookie && (byte == UInt8(ascii: "=") || byte == UInt8(ascii: ";")))
    }
    return name.isEmpty ? nil : name.startIndex..<name.endIndex
  }

  /// Whether a cookie is set only to end.
  private static func erases(_ value: ArraySlice<UInt8>) -> Bool {
    let line = String(utf8: value.prefix(500).prefix { $0 != UInt8(ascii: "\n") }).lowercased()
    return ["max-age=0", "max-age=-", "expires=thu, 01 jan 1970"].contains { line.contains($0) }
  }

  /// Whether policies tell of what is kept.
  ///
  /// A name that a script makes counts as declared where anything of its kind is.
  private static func isKnown(_ name: String?, in store: Store, _ declared: [StoredItem]) -> Bool {
    let names = declared.filter { $0.kind == store.kind }.compactMap(\.name?.value)
    guard let name else { return !names.isEmpty }
    return name.hasPrefix("clevio:")
      || (names + OwnStorage.names).contains { WildcardPattern($0).matches(name) }
  }

  private static func finding(
    _ name: String?, at range: Range<Int>, _ store: Store, in path: RelativePath, _ bytes: [UInt8]
  ) -> Diagnostic {
    let what = name.map { "\"\($0.prefix(80))\"" } ?? "something"
    return Diagnostic(
      "theme-storage", .warning,
      "a script keeps \(what) on devices before anybody is asked, and no policy tells of it",
      at: position(of: range, in: path, bytes),
      help: "write storage: [{name: \(name ?? "…"), type: \(store.kind.rawValue), "
        + "category: necessary, purpose: …}] into legal.yml, if the portal cannot do without it")
  }
}
