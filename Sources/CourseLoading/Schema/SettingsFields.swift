import Bytes
import CourseModel
import Diagnostics
import Files
import YAMLTree

extension Field<PortalSettings> {
  /// The keys of `clevio.yml`.
  static let settings: [Field] = [
    .text("title", "The portal's name") { $0.title = $1 },
    name,
    .text("tagline", "One line under the title of the catalogue") { $0.tagline = $1 },
    .text("description", "One or two sentences for search engines and feeds") {
      $0.description = $1
    },
    portalAddress,
    languages,
    .text("operator", "Who runs the portal") { $0.operatorName = $1 },
    .license { $0.license = $1 },
    .text("copyright", "The line of the footer that names the owner") { $0.copyright = $1 },
    .currency("currency", "What prices without a code are in") { $0.currency = $1 },
    .webAddress("checkout_url", "Where paid courses are bought") { $0.checkoutURL = $1 },
    .texts("menu", "The plain pages of the main menu, by name") { $0.menu = $1 },
    .flag("strict", "Whether unknown keys and content of other hosts stop a build") {
      $0.isStrict = $1
    },
    .flag("math", "Whether $…$ is math") { $0.readsMath = $1 },
    .records(
      "courses", "The folders of courses, where they are not courses/*",
      fields: Field<CourseFolder>.courseFolder, of: CourseFolder(), { $0.courses = $1 }),
    .texts("ignore", "Paths and name patterns with * that are no part of the portal") {
      $0.ignored = $1
    },
    .record(
      "front_matter", "How other tools' keys are read", fields: Field<ForeignKeys>.foreignKeys,
      of: ForeignKeys(), { $0.foreignKeys = $1 }),
    .record(
      "theme", "Colours, fonts and pictures", fields: Field<ThemeSettings>.theme,
      of: ThemeSettings(), { $0.theme = $1 }),
    .record(
      "defaults", "What courses have that do not say otherwise",
      fields: Field<CourseFrontMatter>.course, of: CourseFrontMatter(), { $0.defaults = $1 }),
    .record(
      "check", "How much findings weigh, and what is passed over",
      fields: Field<CheckSettings>.checkOfPortal, of: CheckSettings(), { $0.check = $1 }),
  ]

  private static var name: Field {
    Field(
      name: "id", summary: "The portal's name in what is signed, which never changes",
      shape: .pattern("^[a-z0-9][a-z0-9-]{0,63}$"), needsValue: true
    ) { node, settings, decoding in
      let text = node.text ?? ""
      let isName = text.utf8.allSatisfy {
        $0 == UInt8(ascii: "-") || $0.isASCIIDigit || $0.isASCIILetter && $0 == $0.asciiLowercased
      }
      guard isName, (1...64).contains(text.utf8.count), !text.hasPrefix("-") else {
        decoding.error(
          "value-id", "\"id\" is \(quoted(node)), which is no name for signing", at: node,
          help: "write 1 to 64 of a-z, 0-9 and -, such as harbour")
        return
      }
      settings.id = Located(text, at: decoding.position(of: node))
    }
  }

  private static var portalAddress: Field {
    let address = Field.webAddress("url", "Where the portal will stand") {
      $0.url = $1.value.hasSuffix("/") ? $1.value : $1.value + "/"
    }
    return Field(name: address.name, summary: address.summary, shape: address.shape) {
      node, settings, decoding in
      address.decode(node, &settings, &decoding)
      guard let text = node.text, settings.url != nil else { return }
      if let problem = PortalAddress.problem(with: text) {
        settings.url = nil
        decoding.error(
          "value-url", "\"url\" is \(quoted(node)), which \(problem.what)", at: node,
          help: problem.help)
      }
    }
  }

  private static var languages: Field {
    Field(
      name: "languages", summary: "The interface's languages, the portal's own first",
      shape: .anyOf([.list(of: .languageTag), .languageTag])
    ) { node, settings, decoding in
      for item in node.items ?? [node] {
        guard let tag = item.text.flatMap({ LanguageTag($0) }) else {
          decoding.error(
            "value-languages", "\(quoted(item)) names no language", at: item,
            help: "write a BCP 47 tag such as en, de or pt-BR")
          continue
        }
        guard decoding.isLanguage(tag, item, for: "languages") else { continue }
        guard !settings.languages.contains(tag) else {
          decoding.error(
            "value-languages", "\(quoted(item)) stands in the list already", at: item,
            help: "remove it")
          continue
        }
        settings.languages.append(tag)
      }
    }
  }
}

extension Field<CourseFolder> {
  static let courseFolder: [Field] =
    [
      .located("path", "The course's folder, relative to the portal's") {
        $0.path = Located(RelativePath($1.value), at: $1.position)
      }
    ]
    + Field<CourseFrontMatter>.course.map { field in
      Field(
        name: field.name, summary: field.summary, shape: field.shape, needsValue: field.needsValue
      ) {
        field.decode($0, &$1.frontMatter, &$2)
      }
    }
}

extension Field<ForeignKeys> {
  static let foreignKeys: [Field] = [
    Field(
      name: "aliases", summary: "A key of ours for a key of theirs", shape: .mapping(of: .text)
    ) { node, keys, decoding in
      guard let entries = node.entries else {
        decoding.error(
          "value-aliases", "\"aliases\" is \(quoted(node)), but takes keys with values", at: node,
          help: "write their key, a colon and our key, such as teaching: minutes")
        return
      }
      for entry in entries {
        guard let theirs = entry.key.text, let ours = decoding.text(entry.value, for: "aliases")
        else { continue }
        guard ours == "visibility" || !UnknownKey.decides(theirs) else {
          decoding.error(
            "value-aliases", "\(quoted(entry.key)) says who may read a file, and keeps its meaning",
            at: entry.key, help: "remove the line")
          continue
        }
        guard frontMatterKeys.contains(ours) else {
          decoding.error(
            "value-aliases", "no front matter has a key \(quoted(entry.value))", at: entry.value,
            help: Suggestion.question(near: ours, among: frontMatterKeys)
              ?? "write a key of a course, lesson, author or page")
          continue
        }
        keys.aliases[theirs] = ours
      }
    },
    Field(name: ignored.name, summary: ignored.summary, shape: ignored.shape) {
      node, keys, decoding in
      ignored.decode(node, &keys, &decoding)
      for name in node.items ?? [node] where UnknownKey.isDeciding(name.text ?? "") {
        decoding.error(
          "value-ignore", "\(quoted(name)) says who may read a file, and cannot be passed over",
          at: name, help: "remove it")
      }
    },
  ]

  private static let ignored = Field.texts("ignore", "Keys that are passed over") {
    $0.ignored = Set($1.map(\.value))
  }

  private static let frontMatterKeys: [String] =
    Field<CourseFrontMatter>.course.map(\.name) + Field<LessonFrontMatter>.lesson.map(\.name)
    + Field<AuthorFrontMatter>.author.map(\.name) + Field<PageFrontMatter>.page.map(\.name)
}

extension Field<ThemeSettings> {
  static let theme: [Field] = [
    colour("accent", "The accent colour") { $0.accent = $1 },
    colour("accent_dark", "The accent colour on a dark ground") { $0.accentDark = $1 },
    .text("text_font", "A CSS font list for text") { $0.textFont = $1 },
    .text("code_font", "A CSS font list for code") { $0.codeFont = $1 },
    .located("logo", "A picture shown beside the title") { $0.logo = $1 },
    .located("icon", "The picture of the browser's tab") { $0.icon = $1 },
  ]

  private static func colour(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout ThemeSettings, Located<String>) -> Void
  ) -> Field {
    Field(
      name: name, summary: summary, shape: .pattern("^#([0-9A-Fa-f]{3}){1,2}$"), needsValue: true
    ) { node, theme, decoding in
      let text = node.text ?? ""
      let digits = text.utf8.dropFirst()
      guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 || digits.count == 3,
        digits.allSatisfy(\.isASCIIHexDigit)
      else {
        decoding.error(
          Diagnostic.ID(ofKey: name), "\"\(name)\" is \(quoted(node)), which is no colour",
          at: node,
          help: "write # and three or six hexadecimal digits in quotes, such as \"#0b655a\"")
        return
      }
      set(&theme, Located(text, at: decoding.position(of: node)))
    }
  }
}
