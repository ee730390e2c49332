import Bytes

/// What a page lets its visitors choose, and what it runs at once.
package struct ChoiceMarkup {
  /// Whether the page keeps a choice at all.
  package private(set) var hasChoice = false
  /// The values of `data-clv-action`, and `settings` for what opens the settings again.
  package private(set) var offers: Set<String> = []
  /// The addresses of scripts that do not wait.
  package private(set) var scripts: [String] = []

  /// Looks through the bytes of a page.
  package init(in page: [UInt8]) {
    for tag in MarkupTag.all(in: page) {
      if let action = tag["data-clv-action"] { offers.insert(String(utf8: action)) }
      if tag["data-cookie-settings"] != nil { offers.insert("settings") }
      guard tag.name == "script" else { continue }
      if tag["id"]?.equals("clv-data") == true { hasChoice = true }
      if let source = tag["src"], tag["type"]?.map(\.asciiLowercased).equals("text/plain") != true {
        scripts.append(String(utf8: source))
      }
    }
  }
}
