import CourseModel

/// Something that a page left on the device.
struct KeptItem: Hashable {
  let place: Place
  let name: String

  /// Where it is kept.
  enum Place: Hashable {
    case storage(StorageKind)
    /// A script that answers for the portal from now on.
    case serviceWorker
  }

  /// The item in words.
  var description: String {
    switch place {
    case .serviceWorker: "a service worker"
    case .storage(.cookie): "the cookie \"\(shortened)\""
    case .storage(.localStorage): "\"\(shortened)\" in the local storage"
    case .storage(.sessionStorage): "\"\(shortened)\" in the session's storage"
    case .storage(.indexedDB): "the database \"\(shortened)\""
    case .storage(.cacheStorage): "the cache \"\(shortened)\""
    case .storage(.pixel): "the pixel \"\(shortened)\""
    }
  }

  private var shortened: String {
    let visible = name.unicodeScalars.filter {
      $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
    }
    return String(String.UnicodeScalarView(visible.prefix(80)))
  }
}
