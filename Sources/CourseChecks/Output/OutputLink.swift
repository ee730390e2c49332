import Diagnostics

/// What templates lead to or load is a file of the portal.
enum OutputLink {
  static func missingFile(_ address: String) -> PageFinding {
    PageFinding.report(
      "page-link", .warning, "\"\(address)\" leads to no file of the portal",
      clues: clues(address),
      help: "write an address that begins with {{page.root}}, or use a slot of the template")
  }

  static func missingPlace(_ address: String, _ id: String) -> PageFinding {
    PageFinding.report(
      "page-link", .warning,
      "\"\(address)\" leads to a page without the place \"#\(id)\"", clues: clues(address),
      help: "write the id of an element of that page")
  }

  /// A template may put the first parts of an address together of slots.
  private static func clues(_ address: String) -> [String] {
    [address, address.split(separator: "/").last.map(String.init) ?? address]
  }
}
