import Bytes
import Foundation
import MathTypesetting

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Typesets a formula and returns what its row holds, without the annotation.
func typeset(_ tex: String, display: Bool = true) throws -> String {
  let element = try element(of: tex, display: display)
  let start = display ? "<math display=\"block\"><semantics><mrow>" : "<math><semantics><mrow>"
  guard element.hasPrefix(start), let end = element.range(of: "</mrow><annotation") else {
    return "not a formula: " + element
  }
  return String(element.dropFirst(start.count).prefix(upTo: end.lowerBound))
}

/// Typesets a formula and returns the whole element.
func element(of tex: String, display: Bool = true) throws -> String {
  var page: [UInt8] = []
  try Formula.appendMathML(of: Array(tex.utf8), display: display, to: &page)
  return String(decoding: page, as: UTF8.self)
}

/// The mistake in a formula, or `nil` if there is none.
func mistake(in tex: some Collection<UInt8>, display: Bool = true) -> MathError? {
  var page = [UInt8]("before")
  do throws(MathError) {
    try Formula.appendMathML(of: tex, display: display, to: &page)
    return nil
  } catch {
    return page == [UInt8]("before") ? error : nil
  }
}

/// Whether libxml2 finds an element well-formed, and what elements and attributes it has.
final class ElementReader: NSObject, XMLParserDelegate {
  private(set) var names: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var isWellFormed = false
  private(set) var annotation = ""
  private(set) var childCounts: [(name: String, count: Int)] = []
  private var open: [(name: String, count: Int)] = []

  init(_ element: String) {
    super.init()
    let parser = XMLParser(data: Data(element.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    names.insert(name)
    self.attributes.formUnion(attributes.keys)
    if !open.isEmpty { open[open.count - 1].count += 1 }
    open.append((name, 0))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if let element = open.popLast() { childCounts.append(element) }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if open.last?.name == "annotation" { annotation += text }
  }

  /// Elements that do not have as many children as MathML Core wants.
  var wrongCounts: [String] {
    let wanted = [
      "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2,
      "munderover": 3, "semantics": 2, "math": 1, "mi": 0, "mn": 0, "mo": 0, "mtext": 0,
      "mspace": 0,
    ]
    return childCounts.filter { wanted[$0.name] ?? $0.count != $0.count }.map {
      "\($0.name) has \($0.count) children"
    }
  }
}
