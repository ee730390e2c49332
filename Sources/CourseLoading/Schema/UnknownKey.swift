import CourseModel
import Diagnostics
import YAMLTree

/// What an author may have meant by a key that a file does not take.
struct UnknownKey {
  /// Whether the key is surely a mistake: a slip of the pen, or a word that would hide or close what is
  /// now published.
  let isMistake: Bool

  /// What to write in its place, where that is known.
  let help: String?

  /// Compares a key with those that a file, or an entry in it, takes.
  init(
    _ name: String, value: YAMLNode, among names: [String], in path: String, isOfFile: Bool
  ) {
    if let deciding = UnknownKey.deciding[name], !path.hasSuffix(".yml") || path == "clevio.yml" {
      isMistake = value.text != deciding.harmless
      help = "move it to the front matter of \(deciding.owner)"
    } else if isOfFile, path == "clevio.yml", UnknownKey.legalKeys.contains(name) {
      isMistake = true
      help = "move it to legal.yml"
    } else if isOfFile, path == "legal.yml", UnknownKey.settingsKeys.contains(name) {
      isMistake = true
      help = "move it to clevio.yml"
    } else if let near = Suggestion.nearest(to: name, among: names) {
      isMistake = true
      help = "did you mean \"\(near)\"?"
    } else if let hiding = UnknownKey.hiding[name], names.contains("visibility") {
      isMistake = value.text != hiding.harmless
      // Only a course can be unlisted.
      let word = names.contains("price") ? hiding.word : "draft"
      help = isMistake ? "write visibility: \(word)" : nil
    } else if UnknownKey.isClosingState(name, value), names.contains("visibility") {
      isMistake = true
      help = "write visibility: draft"
    } else if let ours = UnknownKey.synonyms[name]?.first(where: names.contains) {
      isMistake = UnknownKey.deciding[ours].map { value.text != $0.harmless } ?? false
      help = "write \(ours), which is what it is called here"
    } else if names.contains("address"), UnknownKey.addressParts.contains(name) {
      isMistake = false
      help = "write it under address:"
    } else {
      isMistake = false
      help = nil
    }
  }

  /// Keys that decide who may read something, with a value that closes nothing, and what has them.
  private static let deciding: [String: (harmless: String?, owner: String)] = [
    "price": ("free", "a course"), "random_access": ("true", "a course"),
    "visibility": ("public", "a course, a section, a lesson or a page"),
    "available": (nil, "a course or a lesson"), "expires": (nil, "a course or a lesson"),
  ]

  /// Keys of one file of settings that are looked for in the other.
  private static let legalKeys = Set(Field<LegalDeclaration>.legal.map(\.name))
  private static let settingsKeys = Set(Field<PortalSettings>.settings.map(\.name))

  /// What is a key of an address, or a synonym of one, and not of who has it.
  private static let addressParts: Set<String> = Set(Field<PostalAddress>.address.map(\.name))
    .union(["zip", "postcode", "town", "state"])

  /// Keys by which other tools keep a page from the public, and the value that does not.
  private static let hiding: [String: (word: String, harmless: String)] = [
    "draft": ("draft", "false"), "drafts": ("draft", "false"), "hidden": ("draft", "false"),
    "private": ("draft", "false"), "secret": ("draft", "false"), "unlisted": ("unlisted", "false"),
    "published": ("draft", "true"), "publish": ("draft", "true"), "public": ("draft", "true"),
    "headless": ("draft", "false"),
  ]

  /// Whether a key says who may read something, here or in other tools.
  static func decides(_ name: String) -> Bool { isDeciding(name) || hiding[name] != nil }

  /// Whether a key of ours says who may read something.
  static func isDeciding(_ name: String) -> Bool { deciding[name] != nil }

  /// Whether a key with its value, here or in other tools, keeps something from being read by everybody.
  static func closes(_ name: String, _ value: YAMLNode) -> Bool {
    if let deciding = deciding[name] { return value.text != deciding.harmless }
    return hiding[name].map { value.text != $0.harmless } ?? isClosingState(name, value)
  }

  /// Whether a key says as others do that a page is not published yet, or no more.
  private static func isClosingState(_ name: String, _ value: YAMLNode) -> Bool {
    switch name {
    case "status":
      ["draft", "private", "hidden", "unpublished", "pending"].contains(value.text?.lowercased())
    case "_build", "build": ["never", "false"].contains(value["render"]?.text)
    default: false
    }
  }

  /// What other tools call a key.
  private static let synonyms: [String: [String]] = [
    "language": ["lang"], "locale": ["lang"], "weight": ["order"], "nav_order": ["order"],
    "sidebar_position": ["order"], "position": ["order"], "duration": ["minutes"],
    "time": ["minutes"], "teaching": ["minutes"], "image": ["cover", "photo"],
    "thumbnail": ["cover"], "picture": ["cover", "photo"], "summary": ["description"],
    "abstract": ["description"], "permalink": ["slug"], "objectives": ["outcomes"],
    "goals": ["outcomes"], "keywords": ["tags"], "topics": ["tags"], "difficulty": ["level"],
    "instructors": ["authors"], "cost": ["price"], "redirect_from": ["aliases"],
    "publish_date": ["available", "date"], "publishDate": ["available", "date"],
    "expiryDate": ["expires"], "updated": ["lastmod"], "zip": ["postal_code"],
    "postcode": ["postal_code"], "town": ["city"], "state": ["region"],
  ]
}
