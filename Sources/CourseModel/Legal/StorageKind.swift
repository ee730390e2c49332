/// Where a browser keeps something.
package enum StorageKind: String, Hashable, Sendable, CaseIterable {
  case cookie
  case localStorage
  case sessionStorage
  case indexedDB
  case cacheStorage
  /// A picture that is loaded in order to be counted.
  case pixel
}
