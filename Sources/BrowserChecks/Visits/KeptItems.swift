import Bytes
import CourseModel
import Files

/// Asks a browser what it keeps of a portal.
struct KeptItems {
  let connection: DevToolsConnection
  let session: String
  let profile: String
  /// The portal's origin, without a final slash.
  let origin: String

  /// All of it, wherever it is kept.
  func all() throws(FileError) -> Set<KeptItem> {
    var items = try cookies()
    items.formUnion(try values(.localStorage))
    items.formUnion(try values(.sessionStorage))
    items.formUnion(
      try names(.indexedDB, "IndexedDB.requestDatabaseNames") { $0["databaseNames"]?.items })
    items.formUnion(
      try names(.cacheStorage, "CacheStorage.requestCacheNames") { answer in
        answer["caches"]?.items?.compactMap { $0["cacheName"] }
      })
    if try hasServiceWorker() { items.insert(KeptItem(place: .serviceWorker, name: "")) }
    return items
  }

  private func cookies() throws(FileError) -> Set<KeptItem> {
    let answer = try connection.call(
      "Storage.getCookies", ["browserContextId": .text(profile)])
    let names = answer["cookies"]?.items?.compactMap { $0["name"]?.string } ?? []
    return Set(names.map { KeptItem(place: .storage(.cookie), name: $0) })
  }

  private func values(_ kind: StorageKind) throws(FileError) -> Set<KeptItem> {
    let store: JSONValue = [
      "securityOrigin": .text(origin), "isLocalStorage": .flag(kind == .localStorage),
    ]
    let answer = try connection.attempt(
      "DOMStorage.getDOMStorageItems", ["storageId": store], in: session)
    let names = answer?["entries"]?.items?.compactMap { $0.items?.first?.string } ?? []
    return Set(names.map { KeptItem(place: .storage(kind), name: $0) })
  }

  private func names(
    _ kind: StorageKind, _ method: String, _ list: (ForeignJSON) -> [ForeignJSON]?
  ) throws(FileError) -> Set<KeptItem> {
    let answer = try connection.attempt(
      method, ["securityOrigin": .text(origin)], in: session)
    let names = answer.flatMap(list)?.compactMap(\.string) ?? []
    return Set(names.map { KeptItem(place: .storage(kind), name: $0) })
  }

  private func hasServiceWorker() throws(FileError) -> Bool {
    let answer = try connection.attempt(
      "Storage.getUsageAndQuota", ["origin": .text(origin)], in: session)
    return answer?["usageBreakdown"]?.items?.contains { entry in
      entry["storageType"]?.string == "service_workers" && entry["usage"]?.isZero == false
    } ?? false
  }
}

extension ForeignJSON {
  /// Whether this is the number 0, however it is written.
  fileprivate var isZero: Bool {
    guard case .number(let digits) = self else { return false }
    return digits.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
  }
}
