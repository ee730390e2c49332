import Bytes
import Diagnostics
import Files

/// What rules need to know of a page that was made, as places in its bytes.
struct PageFacts {
  /// A tag, or a value in one.
  struct Place {
    var range: Range<Int>
    /// Whether it stands in what a Markdown file gave, rather than in what a template did.
    var isInText = false
  }

  /// Tags that do not fit together.
  struct NestingMistake {
    enum Kind { case unclosed, unopened, nested }

    var kind: Kind
    var element: Range<Int>
    var tag: Place
  }

  /// A part of the page that readers of screens can go to.
  struct Landmark {
    enum Kind: String {
      case main
      case navigation = "nav"
      case banner = "header"
      case contentInformation = "footer"
    }

    var kind: Kind
    var tag: Place
    var hasLabel: Bool
  }

  /// A field of a form.
  struct Control {
    var tag: Place
    var id: Range<Int>?
    var hasLabel: Bool
  }

  /// An address of the same portal or of another host.
  struct Link {
    enum Kind { case page, styleSheet, script, image, other }

    var kind: Kind
    var address: Place
  }

  /// What a course is said to cost.
  struct ShownPrice {
    var words: Place
    /// Where the last link before it leads that is in the same item of a list.
    var link: Range<Int>?
  }

  /// The name of something on the page.
  struct Reference {
    var attribute: AttributeName
    var id: Place
  }

  /// How many mistakes of a kind are told: a page with more of them is broken as a whole.
  static let mistakeLimit = 100

  let output: RelativePath
  let bytes: [UInt8]

  /// What the page is, by which its template is called; empty where the page does not say.
  var kind = ""
  var hasDoctype = false
  /// Whether the page ends within a tag or a comment.
  var isCutOff = false
  /// Whether elements lie deeper than browsers nest them; what follows is not read.
  var isTooDeep = false
  var nestingMistakes: [NestingMistake] = []
  var repeatedAttributes: [Place] = []
  var ids: [Place] = []
  var references: [Reference] = []
  var landmarks: [Landmark] = []
  /// The headings of the first level.
  var titles: [Place] = []
  var namelessLinks: [Place] = []
  var namelessButtons: [Place] = []
  var controls: [Control] = []
  /// The value of the page's `lang`.
  var language: Range<Int>?
  var title: Range<Int>?
  var description: Range<Int>?
  var isHiddenFromSearch = false
  /// Whether the page only leads to another one.
  var isRedirect = false
  /// Whether addresses are not relative to the page's own.
  var hasBase = false
  var links: [Link] = []
  /// The words in elements of the class `price`.
  var prices: [ShownPrice] = []
  /// The texts in JSON-LD.
  var linkedData: [Place] = []

  /// Whether search engines may list the page, and an author wrote its text.
  var isFoundBySearch: Bool {
    !isHiddenFromSearch && !isRedirect && ["course", "lesson", "page"].contains(kind)
  }

  /// The words of a place.
  func text(_ range: Range<Int>) -> String { String(utf8: bytes[range]) }

  /// A value with its references to characters resolved.
  func value(_ range: Range<Int>) -> [UInt8] { bytes[range].withoutCharacterReferences }

  /// Tells of something; `clues` are words that an author may have written there, and the place's
  /// own are taken where there are none.
  func report(
    _ rule: Diagnostic.ID, _ severity: Diagnostic.Severity, _ message: PageFinding.Message,
    at place: Place?, clues: [String] = [], help: String
  ) -> PageFinding {
    var finding = PageFinding.report(rule, severity, message, clues: clues, help: help)
    if let place {
      finding.isInText = place.isInText
      if clues.isEmpty { finding.clues = PageFinding.clues(in: text(place.range)) }
    }
    return finding
  }
}

/// A rule that looks at one page that was made.
protocol PageRule {
  /// What is wrong with a page, in its order.
  static func findings(in page: PageFacts) -> [PageFinding]
}
