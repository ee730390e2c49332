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
  /// The beginning of the text, for search engines: at most 160 characters, cut between words.
  var summary: String? {
    var summary = ""
    var length = 0
    var word = ""
    var wordLength = 0
    // The space makes the last word end as the others do.
    for character in String(utf8: words.prefix(800)) + " " {
      guard character.isSpace else {
        word.append(character)
        wordLength += 1
        continue
      }
      guard wordLength > 0 else { continue }
      if length + wordLength > 158 { return summary + "…" }
      if !summary.isEmpty {
        summary += " "
        length += 1
      }
      summary += word
      length += wordLength
      (word, wordLength) = ("", 0)
    }
    return summary.isEmpty ? nil : summary
  }
}

extension Character {
  /// Whether this is white space; nearly all characters are ASCII, whose answer is cheap.
  fileprivate var isSpace: Bool {
    guard let byte = asciiValue else { return isWhitespace }
    return byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
