import CourseLoading
import CourseModel
import Diagnostics
import TestSupport
import Testing

@Suite struct CourseFieldTests {
  @Test func tellsOfAWrongSaleBesideMistakesInValues() throws {
    func told(_ matter: String, settings: String = "") throws -> [String] {
      try Loading(course: "---\n\(matter)\n---\n", settings: settings).found.map {
        "\($0.position.line):\($0.position.column) \($0.id)"
      }
    }
    let shop = "id: a\ncheckout_url: https://shop.example/\n"
    #expect(
      try told("price: 4 EUR\nsale: {price: 5 EUR}\nlevel: hard", settings: shop)
        == ["3:15 course-sale", "4:8 value-level"])
    // A price of the settings stands for one that was not understood; what is lacking may be that.
    #expect(
      try told("price: 4 EURO\nsale: {price: 3 EUR}", settings: shop + "defaults: {price: free}\n")
        == ["2:8 value-price"])
    #expect(
      try told("prise: 4 EUR\nsale: {price: 3 EUR}", settings: shop) == ["2:1 front-matter-key"])
  }

  @Test func readsEveryKey() throws {
    let loading = try Loading([
      "courses/knots/index.md": """
      ---
      title: Knots
      subtitle: That hold
      description: "How: to tie"
      lang: pt-BR
      level: beginner
      authors: [ada, bob]
      cover: images/cover.svg
      cover_alt: A knot
      category: Crafts
      tags: rope
      license: CC-BY-4.0
      date: 2026-10-05
      lastmod: 2026-11-16T10:00:00Z
      version: 1.10
      price: "49.90 EUR"
      sale: {price: 39 EUR, until: 2027-01-31}
      checkout_url: https://shop.example/knots
      visibility: unlisted
      random_access: false
      prerequisites: [Two hands]
      outcomes: [Tie a knot]
      requirements: [A rope]
      audience: [Sailors]
      lessons: [b.md, a.md]
      passing_score: 80
      certificate: true
      discussion_url: mailto:knots@example.org
      translation_of: knots
      aliases: [old/knots.html]
      available: 2026-12-24
      expires: 2028-01-01
      slug: good-knots
      x-internal: {anything: goes}
      ---
      Text
      """,
      "courses/knots/a.md": "A", "courses/knots/b.md": "B", "courses/knots/images/cover.svg": "",
      "authors/ada.md": "", "authors/bob.md": "",
    ])
    let course = try loading.course("good-knots")
    let matter = course.frontMatter
    #expect(loading.ids == ["course-translation"])
    #expect(course.title == "Knots" && matter.subtitle == "That hold")
    #expect(matter.description == "How: to tie")
    #expect(course.language.text == "pt-BR" && matter.level == .beginner)
    #expect(matter.authors.map(\.value) == ["ada", "bob"])
    #expect(matter.cover?.value == "images/cover.svg" && matter.coverAlternative == "A knot")
    #expect(matter.category == "Crafts" && matter.tags == ["rope"])
    #expect(matter.license == "CC-BY-4.0" && matter.version == "1.10")
    #expect(matter.date?.isoText == "2026-10-05" && matter.lastModified?.isoText == "2026-11-16")
    #expect(course.price.minorUnits == 4_990 && course.price.currency?.code == "EUR")
    #expect(matter.sale?.price?.value.minorUnits == 3_900)
    #expect(matter.sale?.until?.value.isoText == "2027-01-31")
    #expect(matter.checkoutURL?.value == "https://shop.example/knots")
    #expect(course.visibility == .unlisted && !course.allowsRandomAccess)
    #expect(matter.prerequisites.map(\.value) == ["Two hands"])
    #expect(matter.outcomes == ["Tie a knot"] && matter.requirements == ["A rope"])
    #expect(matter.audience == ["Sailors"] && matter.passingScore == 80)
    #expect(matter.hasCertificate == true)
    #expect(matter.discussionURL?.value == "mailto:knots@example.org")
    #expect(matter.aliases.map(\.value) == ["old/knots.html"])
    #expect(loading.titles == ["B", "A"])
  }

  private static let decimals = "write at most 2 digits after the point"

  static let mistakes: [Mistake] = [
    Mistake(
      "price: 1️⃣49", length: 2, "value-price", "\"price\" is \"49\": the currency is missing",
      help: "write the amount and a currency code, such as 49 EUR, or free"),
    Mistake(
      "price: 1️⃣49\u{A0}EUR", length: 7, "value-price",
      "\"price\" is \"49\u{A0}EUR\": a no-break space, which looks like a space, is not one",
      help: "write price: 49 EUR"),
    Mistake(
      "price: 1️⃣49 EURO", length: 7, "value-price",
      "\"price\" is \"49 EURO\": \"EURO\" is no currency of ISO 4217",
      help: "did you mean \"EUR\"?"),
    Mistake(
      "price: 1️⃣EUR 49", length: 6, "value-price",
      "\"price\" is \"EUR 49\": \"49\" is no currency of ISO 4217", help: "write price: 49 EUR"),
    Mistake(
      "price: 1️⃣49  EUR", length: 7, "value-price",
      "\"price\" is \"49  EUR\": the currency is missing", help: "write price: 49 EUR"),
    Mistake(
      "price: 1️⃣Free", length: 4, "value-price", "\"price\" is \"Free\": the currency is missing",
      help: "write price: free"),
    Mistake(
      "price: 1️⃣\"49 €\"", length: 8, "value-price",
      "\"price\" is \"49 €\": \"€\" is no currency of ISO 4217",
      help: "write price: 49 EUR"),
    Mistake(
      "price: 1️⃣49,00 EUR", length: 9, "value-price",
      "\"price\" is \"49,00 EUR\": \"49,00\" is no amount",
      help: "write price: 49.00 EUR"),
    Mistake(
      "price: 1️⃣49.999 EUR", length: 10, "value-price",
      "\"price\" is \"49.999 EUR\": the currency has 2 decimals", help: decimals),
    Mistake(
      "1️⃣price:", length: 5, "value-price", "\"price\" has no value",
      help: "write a value after the colon, in quotes if it begins with #; or remove the line"),
    Mistake(
      "visibility: 1️⃣pubic", length: 5, "value-visibility",
      "\"visibility\" is \"pubic\", but takes public, unlisted, private or draft",
      help: "write visibility: public"),
    Mistake(
      "visibility: 1️⃣secret", length: 6, "value-visibility",
      "\"visibility\" is \"secret\", but takes public, unlisted, private or draft",
      help: "write one of these words"),
    Mistake(
      "1️⃣visibility:", length: 10, "value-visibility", "\"visibility\" has no value",
      help: "write a value after the colon, in quotes if it begins with #; or remove the line"),
    Mistake(
      "random_access: 1️⃣yes", length: 3, "value-random-access",
      "\"random_access\" is \"yes\", but takes true or false",
      help: "write random_access: true or random_access: false"),
    Mistake(
      "random_access: 1️⃣[true]", length: 0, "value-random-access",
      "\"random_access\" is a list, but takes true or false",
      help: "write random_access: true or random_access: false"),
    Mistake(
      "passing_score: 1️⃣80%", length: 3, "value-passing-score",
      "\"passing_score\" is \"80%\", but takes a whole number from 0 to 100",
      help: "write digits only, such as passing_score: 10"),
    Mistake(
      "passing_score: 1️⃣101", length: 3, "value-passing-score",
      "\"passing_score\" is \"101\", but takes a whole number from 0 to 100",
      help: "write digits only, such as passing_score: 10"),
    Mistake(
      "date: 1️⃣31.12.2026", length: 10, "value-date",
      "\"date\" is \"31.12.2026\", which is no day of the calendar",
      help: "write the date as year-month-day, such as 2027-01-31"),
    Mistake(
      "expires: 1️⃣2027-02-30", length: 10, "value-expires",
      "\"expires\" is \"2027-02-30\", which is no day of the calendar",
      help: "write the date as year-month-day, such as 2027-01-31"),
    Mistake(
      "level: 1️⃣begginer", length: 8, "value-level",
      "\"level\" is \"begginer\", but takes beginner, intermediate or advanced",
      help: "write level: beginner"),
    Mistake(
      "lang: 1️⃣English", length: 7, "value-lang", "\"lang\" is \"English\", which names no language",
      help: "write a BCP 47 tag such as en, de or pt-BR"),
    Mistake(
      "checkout_url: 1️⃣shop.example", length: 12, "value-checkout-url",
      "\"checkout_url\" is \"shop.example\", which is no web address",
      help: "write the whole address, such as https://example.org/page"),
    Mistake(
      "checkout_url: 1️⃣javascript:alert(1)", length: 19, "value-checkout-url",
      "\"checkout_url\" is \"javascript:alert(1)\", which is no web address",
      help: "write the whole address, such as https://example.org/page"),
    Mistake(
      "title:\n  1️⃣de: Knoten", length: 0, "value-title", "\"title\" is a mapping, but takes a text",
      help:
        "write the text after the colon; if it holds \": \" or begins with [ or {, put it in quotes"
    ),
    Mistake(
      "tags: [a, 1️⃣[b]]", length: 0, "value-tags",
      "an entry of \"tags\" is a list, but takes a text",
      help: "write a text; if it holds \": \" or begins with [ or {, put it in quotes"),
    Mistake(
      "sale: 1️⃣39 EUR", length: 6, "front-matter-value", "\"sale\" takes keys with values",
      help: "write one \"key: value\" a line, such as price:, until:"),
    Mistake(
      "slug: 1️⃣Good Knots", length: 10, "value-slug", "\"Good Knots\" cannot stand in an address",
      help: "write \"good-knots\""),
    Mistake(
      "authors: [1️⃣\"ada, bob\"]", length: 10, "course-author", "there is no author \"ada, bob\"",
      help: "write several authors as a list: [ada, bob]"),
    Mistake(
      "authors: 1️⃣adda", length: 4, "course-author", "there is no author \"adda\"",
      help: "did you mean \"ada\"?"),
    Mistake(
      "authors: 1️⃣Zed Z", length: 5, "course-author", "there is no author \"Zed Z\"",
      help: "write authors/zed-z.md"),
    Mistake(
      "cover: 1️⃣cover.png", length: 9, "course-cover", "there is no picture \"cover.png\"",
      help: "write a path relative to the course's folder"),
    Mistake(
      "lessons: [1️⃣01-b.md]", length: 7, "course-lessons", "the course has no lesson \"01-b.md\"",
      help: "did you mean \"01-a.md\"?"),
    Mistake(
      "lessons: [1️⃣../../other.md]", length: 14, "course-lessons",
      "the course has no lesson \"../../other.md\"", help: "write the path of a file of the course"),
    Mistake(
      "translation_of: 1️⃣knotz", length: 5, "course-translation",
      "there is no course \"knotz\" to be translated", help: "did you mean \"knots\"?"),
  ]

  @Test(arguments: mistakes)
  func tellsAMistakeAtItsPlace(mistake: Mistake) throws {
    let text = MarkedText("---\n# é\n" + mistake.source + "\n---\nText\n")
    let path = "courses/knots/index.md"
    let loading = try Loading([
      path: text.text, "courses/knots/01-a.md": "Text", "authors/ada.md": "Text",
    ])
    #expect(loading.found == [mistake.diagnostic(in: text, at: path)])
  }

  @Test func warnsOfALessonNamedTwice() throws {
    let text = MarkedText("---\nlessons: [02-b.md, 01-a.md, 1️⃣./02-b.md]\n---\nText\n")
    let path = "courses/knots/index.md"
    let loading = try Loading([
      path: text.text, "courses/knots/01-a.md": "Text", "courses/knots/02-b.md": "Text",
    ])
    #expect(
      loading.found == [
        Diagnostic(
          "course-lessons", .warning, "the lesson \"./02-b.md\" was already named",
          at: text.position(1, in: path, length: 9),
          help: "leave it where it belongs, and remove the other")
      ])
    #expect(loading.titles == ["B", "A"])
  }

  @Test func cutsAHugeValueInTheMessage() throws {
    let loading = try Loading(
      course: "---\nlevel: " + String(repeating: "x", count: 100_000) + "\n---\n")
    #expect(loading.found.count == 1)
    #expect(loading.found.allSatisfy { $0.message.utf8.count < 200 })
  }

  @Test func tellsAllMistakesInOrder() throws {
    let loading = try Loading([
      "clevio.yml": "titel: Academy\ncurrency: EURO\n",
      "courses/knots/index.md": "---\nprise: 49\nlevel: hard\nrandom_access: no\n---\n",
      "courses/knots/01-a.md": "---\nminutes: ten\n---\n",
      "authors/ada.md": "---\nnmae: Ada\n---\n",
    ])
    #expect(
      loading.found.map { "\($0.position.path):\($0.position.line) \($0.id)" } == [
        "authors/ada.md:2 front-matter-key", "clevio.yml:1 front-matter-key",
        "clevio.yml:2 value-currency", "courses/knots/01-a.md:2 value-minutes",
        "courses/knots/index.md:2 front-matter-key", "courses/knots/index.md:3 value-level",
        "courses/knots/index.md:4 value-random-access",
      ])
    #expect(loading.found.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: [
    ("price: 49 EUR\nsale: {price: 49 EUR}\n", "the sale's price is not lower than the price"),
    ("price: 49 EUR\nsale: {price: 9 USD}\n", "the sale is in another currency than the price"),
    (
      "price: 49 EUR\nsale: {until: 2027-02-01}\n",
      "a sale needs a price of its own and a price to lower"
    ),
    ("sale: {price: 9 EUR}\n", "a sale needs a price of its own and a price to lower"),
    ("price: free\nsale: {price: 9 EUR}\n", "the course is free, so there is nothing to lower"),
  ])
  func refusesASaleThatIsNone(matter: String, message: String) throws {
    let loading = try Loading(
      course: "---\n" + matter + "checkout_url: https://shop.example\n---\n")
    #expect(loading.found.map(\.message) == [message])
    #expect(loading.found.first?.severity == .error)
  }

  @Test func saysNothingOfASaleBesideAPriceThatIsWrong() throws {
    let loading = try Loading(course: "---\nprice: 49\nsale: {price: 9 EUR}\n---\n")
    #expect(loading.ids == ["value-price"])
  }

  @Test func warnsOfAPriceThatNobodyCanPay() throws {
    let paid = "---\nprice: 49 EUR\n---\n"
    let loading = try Loading(course: paid)
    #expect(loading.ids == ["course-checkout"])
    #expect(loading.found.first?.severity == .warning)
    #expect(try Loading(course: paid, settings: "checkout_url: https://shop.example").ids == [])
    #expect(try Loading(course: "---\nprice: 0 EUR\n---\n").ids == [])
  }

  @Test func warnsOfTagsThatAreOne() throws {
    let loading = try Loading(course: "---\ntags: bread, baking\n---\n")
    #expect(loading.ids == ["value-tags"] && loading.found.first?.severity == .warning)
    #expect(loading.found.first?.position.column == 7)
    #expect(loading.found.first?.help?.hasSuffix("[bread, baking]") == true)
    #expect(try Loading(course: "---\ntags: [\"bread, baking\"]\n---\n").ids == [])
  }

  @Test func takesTheCurrencyOfThePortal() throws {
    let loading = try Loading(
      course: "---\nprice: 49\n---\n", settings: "currency: EUR\ncheckout_url: https://a.example")
    #expect(loading.ids == [])
    #expect(try loading.course("knots").price.currency?.code == "EUR")
  }
}
