/// The elements that rules tell apart.
enum Element: String, CaseIterable, Sendable {
  case a, address, area, article, aside, audio, base, blockquote, body, br, button, caption, col
  case colgroup, dd, details, div, dl, dt, embed, fieldset, figcaption, figure, footer, form
  case h1, h2, h3, h4, h5, h6, head, header, hr, html, iframe, img, input, label, legend, li, link
  case main, math, menu, meta, nav, noembed, noframes, object, ol, optgroup, option, p, pre, rp, rt
  case script, section, select, source, style, summary, svg, table, tbody, td, template, textarea
  case tfoot, th, thead, title, tr, track, ul, video, wbr, xmp

  static let vocabulary = MarkupVocabulary<Element>()

  /// Whether the element has no content and no end tag (HTML Standard §13.1.2).
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .source, .track, .wbr:
      true
    default: false
    }
  }

  /// Whether tags within the element are words (HTML Standard §13.1.2).
  var holdsOnlyText: Bool {
    switch self {
    case .iframe, .noembed, .noframes, .script, .style, .textarea, .title, .xmp: true
    default: false
    }
  }

  /// Whether the end tag may be left out (HTML Standard §13.1.2.4).
  var mayLackEndTag: Bool {
    switch self {
    case .body, .caption, .colgroup, .dd, .dt, .head, .html, .li, .optgroup, .option, .p, .rp, .rt,
      .tbody, .td, .tfoot, .th, .thead, .tr:
      true
    default: false
    }
  }

  /// Whether a start tag of another element ends this one, if its own end tag is left out.
  func isEnded(by next: Element) -> Bool {
    switch self {
    case .p: next.endsParagraphs
    case .li: next == .li
    case .dt, .dd: next == .dt || next == .dd
    case .option: next == .option || next == .optgroup
    case .optgroup: next == .optgroup
    case .rt, .rp: next == .rt || next == .rp
    case .td, .th: [.td, .th, .tr, .tbody, .tfoot].contains(next)
    case .tr: [.tr, .tbody, .tfoot].contains(next)
    case .thead, .tbody: next == .tbody || next == .tfoot
    case .caption, .colgroup: [.colgroup, .thead, .tbody, .tfoot, .tr].contains(next)
    case .head: next == .body
    default: false
    }
  }

  private var endsParagraphs: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .details, .div, .dl, .fieldset, .figcaption,
      .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .main, .menu, .nav, .ol,
      .p, .pre, .section, .summary, .table, .ul:
      true
    default: false
    }
  }

  /// Whether a `header` or `footer` within the element belongs to it rather than to the page.
  var isSection: Bool {
    switch self {
    case .article, .aside, .main, .nav, .section: true
    default: false
    }
  }
}
