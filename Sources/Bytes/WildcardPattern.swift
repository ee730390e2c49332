/// A text in which `*` stands for any run of bytes, none included.
package struct WildcardPattern: Sendable {
  private let pattern: [UInt8]

  /// Reads a pattern; without a `*`, only the text itself has its form.
  package init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

  /// Whether a text has the form; in a time that is at worst the product of both lengths.
  package func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let star = UInt8(ascii: "*")
    var (i, j) = (0, 0)
    var retry: (text: Int, pattern: Int)?
    while i < bytes.count {
      if j < pattern.count, pattern[j] == star {
        retry = (i, j)
        j += 1
      } else if j < pattern.count, pattern[j] == bytes[i] {
        i += 1
        j += 1
      } else if let again = retry {
        retry = (again.text + 1, again.pattern)
        i = again.text + 1
        j = again.pattern + 1
      } else {
        return false
      }
    }
    return pattern[j...].allSatisfy { $0 == star }
  }
}
