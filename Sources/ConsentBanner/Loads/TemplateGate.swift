import Bytes
import CourseModel

/// Closes what a theme's own template would load from other hosts: what is declared waits for consent, the
/// rest goes.
package struct TemplateGate {
  /// The template, with as many lines.
  package private(set) var cleaned: [UInt8] = []
  /// What was left out.
  package private(set) var refused: [RemoteLoad] = []
  /// The services that the template uses.
  package private(set) var used: Set<String> = []

  private let bytes: [UInt8]
  private let services: DeclaredServices
  private let hasConsent: Bool
  private var place = 0

  /// Looks through a template.
  ///
  /// - Parameters:
  ///   - bytes: The template's source.
  ///   - services: What the portal declared.
  ///   - hasConsent: Whether the template has the slot `consent`, which says where scripts may wait.
  package init(_ bytes: [UInt8], services: DeclaredServices, hasConsent: Bool) {
    self.bytes = bytes
    self.services = services
    self.hasConsent = hasConsent
    for tag in MarkupTag.all(in: bytes) { visit(tag) }
    cleaned += bytes[place...]
  }

  private mutating func visit(_ tag: MarkupTag) {
    let code = MarkupLoads.code(in: tag, bytes)
    let loads = tag.attributes.compactMap { attribute in
      MarkupLoads.load(attribute, of: tag, in: bytes).map { (attribute, $0) }
    }
    guard code != nil || !loads.isEmpty else { return }
    if let code {
      refused += [code] + loads.map(\.1)
      return replace(tag.wholeRange, with: "")
    }
    if let gated = gated(tag, loads.map(\.1)) { return replace(tag.wholeRange, with: gated) }
    refused += loads.map(\.1)
    if ["script", "link", "base", "meta", "track", "source"].contains(tag.name) {
      replace(tag.wholeRange, with: "")
    } else if tag.name == "iframe", let load = loads.first?.1,
      let address = ForeignAddress(load.address.utf8)
    {
      replace(tag.wholeRange, with: link(to: address.text, words: address.host))
    } else {
      for (attribute, _) in loads { replace(attribute.range, with: "") }
    }
  }

  /// A tag of a declared service, so that it waits; `nil` for what nobody declared.
  private mutating func gated(_ tag: MarkupTag, _ loads: [RemoteLoad]) -> String? {
    guard loads.count == 1, let load = loads.first, !load.isCode,
      let address = ForeignAddress(load.address.utf8)
    else { return nil }
    let kinds: [String: LoadKind] = [
      "script": .script, "iframe": .frame, "img": .image, "link": .style,
    ]
    let isStyle = String(utf8: tag["rel"] ?? []).lowercased() == "stylesheet"
    guard let kind = kinds[tag.name], tag.name != "link" || isStyle,
      let content = services.content(for: address, as: kind)
    else { return nil }
    let service = content.service
    let marks =
      "data-clv-svc=\"\(service.id.value)\" data-clv-cat=\"\(service.effectiveCategory.rawValue)\""
    let source = escaped(content.source)
    switch kind {
    case .script:
      guard hasConsent else { return nil }
      let flow = tag["async"] != nil ? " async" : ""
      used.insert(service.id.value)
      return
        "{{#consent.runs_services}}<script type=\"text/plain\" \(marks) data-clv-src=\"\(source)\"\(flow)></script>{{/consent.runs_services}}"
    case .style:
      used.insert(service.id.value)
      return "<link rel=\"stylesheet\" \(marks) data-clv-href=\"\(source)\">"
    default:
      used.insert(service.id.value)
      let title = String(utf8: tag["title"] ?? tag["alt"] ?? Array(address.host.utf8))
      return
        "<span class=\"embed\" \(marks) data-clv-tag=\"\(tag.name)\" data-clv-src=\"\(source)\" data-clv-title=\"\(escaped(title))\">"
        + link(to: content.link, words: title) + "</span>"
    }
  }

  private func link(to address: String, words: String) -> String {
    "<a href=\"\(escaped(address))\" rel=\"noopener external\">\(escaped(words))</a>"
  }

  private func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    result.append(escaping: text)
    return String(utf8: result)
  }

  private mutating func replace(_ range: Range<Int>, with text: String) {
    guard range.lowerBound >= place else { return }
    cleaned += bytes[place..<range.lowerBound]
    cleaned += text.utf8
    cleaned += bytes[range].filter { $0 == UInt8(ascii: "\n") }
    place = range.upperBound
  }
}
