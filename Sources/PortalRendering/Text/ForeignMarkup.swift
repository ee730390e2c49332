import Bytes

/// Markup that other tools replace by something, and that a page would show as it stands.
struct ForeignMarkup {
  /// What it begins with.
  let mark: StaticString
  /// Whether only a space or a plus sign after the mark makes it markup.
  var isWord = false
  let help: String

  private static let boxes = "write an alert, such as > [!NOTE], or <details>"
  private static let inclusions = "write what it stands for instead"

  /// What paragraphs begin with: fenced boxes, MkDocs' boxes and tabs, mdBook's and Jekyll's inclusions,
  /// and a list of headings.
  static let ofParagraphs = [
    ForeignMarkup(mark: ":::", help: boxes),
    ForeignMarkup(mark: "!!!", isWord: true, help: boxes),
    ForeignMarkup(mark: "???", isWord: true, help: boxes),
    ForeignMarkup(
      mark: "===", isWord: true,
      help: "write <!-- tabs -->, a heading for each of them, and <!-- /tabs -->"),
    ForeignMarkup(mark: "{{#", help: inclusions),
    ForeignMarkup(mark: "{%", isWord: true, help: inclusions),
    conflict,
    ForeignMarkup(mark: "\\begin{", help: "write it between $$ and $$"),
    embedding,
    ForeignMarkup(mark: "[TOC]", help: "remove it; each page has a list of its headings"),
    ForeignMarkup(mark: "{:", help: "remove it"),
    definition,
  ]

  /// A file that Obsidian shows in its place.
  static let embedding = ForeignMarkup(mark: "![[", help: "write ![words](picture.png)")

  /// A definition below its term.
  static let definition = ForeignMarkup(mark: ": ", help: "write a list or a table")

  /// Paragraphs that MDX takes for code.
  static let modules = [
    ForeignMarkup(mark: "import ", help: "remove it, and write what the component shows"),
    ForeignMarkup(mark: "export ", help: "remove it"),
  ]

  /// What Git writes where two versions of a text do not fit.
  static let conflict = ForeignMarkup(
    mark: "<<<<<<<", isWord: true, help: "settle the conflict, and remove the marks")

  /// What stands anywhere in words: Hugo's inclusions, and Pandoc's attributes.
  static let inWords = [
    ForeignMarkup(mark: "{{<", help: inclusions), ForeignMarkup(mark: "{{%", help: inclusions),
    ForeignMarkup(mark: "{width=", help: "write <img src=\"…\" alt=\"…\" width=\"50%\">"),
  ]

  /// What a list of attributes begins with, as kramdown and Pandoc have them behind words and pictures and below
  /// paragraphs: `{: .name}`, `{.name}`, `{#name}`, `{name=value}`; `nil` for other words.
  static func attributes(at words: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let list = words.dropFirst().prefix(200).prefix { $0 != UInt8(ascii: "}") }
    guard list.endIndex < words.endIndex, words[list.endIndex] == UInt8(ascii: "}"),
      let sign = list.first
    else { return nil }
    switch sign {
    case UInt8(ascii: ":"):
      return list.dropFirst().first.map { " .#".utf8.contains($0) } == true ? "{:" : nil
    case UInt8(ascii: "."), UInt8(ascii: "#"):
      let isName = list.dropFirst().first?.isASCIILetter == true
      return isName ? "{\(UnicodeScalar(sign))" : nil
    default:
      let name = list.prefix { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
      let value = list[name.endIndex...]
      guard name.count > 1, value.first == UInt8(ascii: "=") else { return nil }
      // With commas between plain values it is rather a set.
      let isQuoted = value.dropFirst().first.map { "\"'".utf8.contains($0) } == true
      guard isQuoted || !value.contains(UInt8(ascii: ",")) else { return nil }
      return "{\(String(utf8: name))="
    }
  }

  /// What mdBook puts files into code with.
  static let inCode = ForeignMarkup(mark: "{{#include", help: inclusions)

  /// A language of code that GitHub draws.
  static let drawn = ForeignMarkup(mark: "mermaid", help: "show a picture of it, such as an SVG")

  /// Whether a paragraph that begins with it is code: words that name a module or declare something.
  func beginsCode(_ paragraph: UnsafeBufferPointer<UInt8>) -> Bool {
    guard paragraph[...].hasPrefix(mark) else { return false }
    let words = String(utf8: paragraph.dropFirst(mark.utf8CodeUnitCount))
    let declares = ["const ", "default ", "function ", "let "].contains { words.hasPrefix($0) }
    return declares || words.contains(" from \"") || words.contains(" from '")
  }

  /// Whether a paragraph begins with it.
  func begins(_ paragraph: UnsafeBufferPointer<UInt8>) -> Bool {
    guard paragraph[...].hasPrefix(mark) else { return false }
    let next = paragraph.dropFirst(mark.utf8CodeUnitCount).first
    return !isWord || next == UInt8(ascii: " ") || next == UInt8(ascii: "+")
  }
}
