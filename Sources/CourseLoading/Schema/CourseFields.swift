import CourseModel
import Diagnostics
import YAMLTree

extension Field<CourseFrontMatter> {
  /// The front matter of a course.
  static let course: [Field] = [
    .located("title", "The course's title") { $0.title = $1 },
    .text("subtitle", "One line under the title") { $0.subtitle = $1 },
    .text("description", "One or two sentences for the catalogue and search engines") {
      $0.description = $1
    },
    .locatedLanguage("lang", "The language of the course, as a BCP 47 tag") {
      $0.language = $1.value
      $0.languagePosition = $1.position
    },
    .choice("level", "How much the course expects of its learners", of: Level.self) {
      $0.level = $1
    },
    .texts("authors", "Who wrote it: names of files in authors/") { $0.authors = $1 },
    .located("cover", "A picture, relative to the course's folder") { $0.cover = $1 },
    .text("cover_alt", "What the cover shows, for who cannot see it") { $0.coverAlternative = $1 },
    .text("category", "The group of the catalogue that the course belongs to") { $0.category = $1 },
    tags,
    .license { $0.license = $1 },
    .date("date", "When the course was first published") { $0.date = $1.value },
    .date("lastmod", "When the course was last changed") { $0.lastModified = $1.value },
    .text("version", "The course's version") { $0.version = $1 },
    .price("price", "What the course costs, such as 49 EUR, or free") { $0.price = $1 },
    .record(
      "sale", "A lower price for a time", fields: Field<Sale>.sale,
      at: Sale.init(at:), { $0.sale = $1 }),
    .webAddress("checkout_url", "Where the course is bought") { $0.checkoutURL = $1 },
    .choice(
      "media", "How the files of closed lessons are kept", of: MediaMode.self, isDecisive: true
    ) {
      $0.media = $1
    },
    .flag("closed_titles", "Whether titles of closed lessons are kept, too") {
      $0.closesTitles = $1
    }.needingValue,
    .choice("visibility", "Who gets to see the course", of: Visibility.self, isDecisive: true) {
      $0.visibility = $1
    },
    .flag("random_access", "Whether lessons may be read in any order") {
      $0.allowsRandomAccess = $1
    }.needingValue,
    .texts("prerequisites", "Courses to take first, by name, or plain words") {
      $0.prerequisites = $1
    },
    .texts("outcomes", "What a learner can do afterwards") { $0.outcomes = $1.map(\.value) },
    .texts("requirements", "What a learner needs") { $0.requirements = $1.map(\.value) },
    .texts("audience", "Who the course is for") { $0.audience = $1.map(\.value) },
    .texts("lessons", "The order of the lessons, by path") { $0.lessons = $1 },
    .number("passing_score", "The percentage that passes a quiz", in: 0...100) {
      $0.passingScore = $1
    },
    .flag("certificate", "Whether learners can print a certificate when they are done") {
      $0.hasCertificate = $1
    },
    .webAddress("discussion_url", "Where the course is talked about") { $0.discussionURL = $1 },
    .located("translation_of", "The course that this one translates, by name") {
      $0.translationOf = $1
    },
    .texts("aliases", "Former addresses, which lead here") { $0.aliases = $1 },
    .date("available", "The day from which the course is published") {
      $0.available = $1.value
    }.needingValue,
    .date("expires", "The first day on which it is no longer published") {
      $0.expires = $1.value
    }.needingValue,
    .located("slug", "The course's name in addresses") { $0.slug = $1 },
  ]
}

extension Field<CourseFrontMatter> {
  /// Tags; other tools take one text with commas for several.
  private static let tags: Field = {
    let texts = Field.texts("tags", "Words to find the course by") { $0.tags = $1.map(\.value) }
    return Field(name: texts.name, summary: texts.summary, shape: texts.shape) {
      node, target, decoding in
      texts.decode(node, &target, &decoding)
      guard let text = node.text, text.contains(",") else { return }
      decoding.warning(
        "value-tags", "\(quoted(node)) is one tag", at: node,
        help: "write several as a list, in brackets: [\(text)]")
    }
  }()
}

extension Field<Sale> {
  static let sale: [Field] = [
    .price("price", "The lower price") { $0.price = $1 },
    .date("until", "The last day of the lower price") { $0.until = $1 }.needingValue,
  ]
}

extension Field {
  /// A price.
  static func price(
    _ name: String, _ summary: String,
    _ set: @escaping @Sendable (inout Target, Located<Price>) -> Void
  ) -> Field {
    Field(name: name, summary: summary, shape: .price, needsValue: true) {
      node, target, decoding in
      guard let text = decoding.text(node, for: name) else { return }
      do throws(Price.ParsingError) {
        let price = try Price(parsing: text, in: decoding.currency)
        set(&target, Located(price, at: decoding.position(of: node)))
      } catch {
        let (reason, help) = describe(error, in: text)
        let meant = ObviousValue.price(text)
        decoding.error(
          "value-price", "\"\(name)\" is \(quoted(node)): \(reason)", at: node,
          help: meant.map { "write \(name): \($0)" } ?? help, meant: meant)
      }
    }
  }

  private static func describe(
    _ error: Price.ParsingError, in text: String
  ) -> (reason: String, help: String) {
    switch error {
    case .missingCurrency where text.unicodeScalars.contains(where: ObviousValue.isOddSpace):
      ("a no-break space, which looks like a space, is not one", "type the space again")
    case .missingCurrency:
      ("the currency is missing", "write the amount and a currency code, such as 49 EUR, or free")
    case .unknownCurrency(let code):
      (
        "\"\(code)\" is no currency of ISO 4217",
        Suggestion.question(near: code, among: Currency.codes)
          ?? "write three capital letters such as EUR, after one space"
      )
    case .malformedAmount(let amount):
      ("\"\(amount)\" is no amount", "write digits with a point, such as 12.50 EUR")
    case .tooManyDecimals(let allowed):
      (
        "the currency has \(allowed) decimals",
        allowed == 0 ? "write whole units" : "write at most \(allowed) digits after the point"
      )
    }
  }
}

extension ValueShape {
  /// An amount with its currency, or `free`; a number where the portal has one currency.
  fileprivate static let price = ValueShape.anyOf([
    .pattern("^(free|[0-9]+(\\.[0-9]+)?( [A-Z]{3})?)$"), .amount,
  ])
}
