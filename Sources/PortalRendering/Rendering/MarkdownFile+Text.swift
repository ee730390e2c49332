import Bytes
import CourseLoading
import CourseModel
import Diagnostics
import Files

extension MarkdownFile {
  /// Renders the file's text for a page; `adjust` changes the setting before.
  func text(
    for output: RelativePath, title: String, language: LanguageTag, site: PortalSite,
    adjust: (inout TextSetting) -> Void = { _ in }
  ) -> PageText {
    var text = PageText()
    do throws(FileError) {
      let bytes = try content.read()
      let frontMatter = FrontMatter(of: bytes)
      var setting = TextSetting(
        file: path, firstLine: frontMatter.bodyLine, output: output, title: title,
        resolver: site.resolver, images: site.images, strings: site.words(in: language))
      setting.readsMath = site.portal.settings.readsMath
      setting.isStrict = site.portal.settings.isStrict
      setting.gate = site.contentGate(runsServices: false)
      adjust(&setting)
      text = TextRenderer.render(Array(bytes[frontMatter.bodyOffset...]), in: setting)
    } catch {
      text.diagnostics.append(
        Diagnostic(
          "file-unreadable", .error, error.description, at: SourcePosition(path: path.text),
          help: "make the file readable, or remove it"))
    }
    return text
  }
}

extension PageText {
  /// The beginning of the text, for search engines: at most 160 characters, cut between words, without the headings
  /// before it.
  var summary: String? {
    var start = 0
    for heading in headings {
      guard start <= heading.lowerBound, heading.upperBound <= words.count,
        words[start..<heading.lowerBound].allSatisfy(\.isASCIIWhitespace)
      else { break }
      start = heading.upperBound
    }
    if words[start...].allSatisfy(\.isASCIIWhitespace) { start = 0 }
    let beginning = words[start...].prefix(800)
    // Nearly all beginnings are ASCII, where a byte is a character.
    if beginning.allSatisfy({ $0 < 0x80 }) {
      return PageText.summary(of: beginning, \.isASCIIWhitespace) { $0 }
    }
    return PageText.summary(of: String(utf8: beginning), \.isWhitespace, \.utf8)
  }

  private static func summary<Text: Collection>(
    of text: Text, _ isSpace: (Text.Element) -> Bool,
    _ bytes: (Text.SubSequence) -> some Collection<UInt8>
  ) -> String? {
    var shown: [UInt8] = []
    var length = 0
    var rest = text[...]
    while let start = rest.firstIndex(where: { !isSpace($0) }) {
      let word = rest[start...].prefix { !isSpace($0) }
      if length + word.count > 158 { return String(utf8: shown) + "…" }
      if !shown.isEmpty { shown.append(UInt8(ascii: " ")) }
      shown += bytes(word)
      length += word.count + (length == 0 ? 0 : 1)
      rest = rest[word.endIndex...]
    }
    return shown.isEmpty ? nil : String(utf8: shown)
  }
}
