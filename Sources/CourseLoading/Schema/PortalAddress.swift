/// The address of the folder on the web that a portal stands in.
package enum PortalAddress {
  /// What is wrong with an address.
  ///
  /// - Parameter text: The address as it was given.
  /// - Returns: What it is or does, such as "is a page", and what to do about it; `nil` if nothing is wrong.
  package static func problem(with text: String) -> (what: String, help: String)? {
    let host = text.split(separator: "/", maxSplits: 2).dropFirst().first ?? ""
    if !isWebAddress(text) || text.hasPrefix("mailto:") {
      return (
        "is no address of a folder on the web", "write it such as https://example.org/school/"
      )
    }
    if host.contains("@") {
      return ("would publish a name or password", "leave out what stands before the @")
    }
    if text.contains("?") || text.contains("#") {
      return ("has a query or a fragment", "write the folder's address alone")
    }
    if text.hasSuffix(".html") || text.hasSuffix(".htm") {
      return ("is a page, not the folder that the portal stands in", "leave out the page's name")
    }
    return nil
  }

  /// Whether a text is a whole address, on the web or of a mailbox.
  static func isWebAddress(_ text: String) -> Bool {
    let schemes = ["https://", "http://", "mailto:"]
    guard let scheme = schemes.first(where: text.hasPrefix) else { return false }
    return text.utf8.count > scheme.utf8.count && !text.utf8.contains { $0 <= 0x20 }
  }
}
