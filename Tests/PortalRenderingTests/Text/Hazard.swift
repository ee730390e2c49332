import Bytes
import Files
import HTMLTree

/// What no page may hold: code of authors, and what loads from other hosts.
enum Hazard {
  private static let elements: Set<String> = [
    "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "link",
    "meta",
    "form", "button", "select", "textarea", "template", "noscript", "foreignObject", "use", "image",
    "animate", "animateTransform", "animateMotion", "set", "feImage", "handler", "portal",
    "marquee",
    "bgsound", "layer", "isindex", "keygen", "dialog", "annotation-xml", "maction", "plaintext",
    "xmp",
  ]

  private static let attributes: Set<String> = [
    "style", "srcset", "imagesrcset", "srcdoc", "formaction", "action", "ping", "background",
    "dynsrc",
    "lowsrc", "xlink:href", "http-equiv", "manifest", "data", "code", "codebase", "classid",
    "profile",
    "longdesc", "usemap", "is", "autofocus", "contenteditable", "popovertarget", "target",
    "xml:base",
  ]

  private static let addresses: Set<String> = ["href", "src", "poster", "cite"]

  /// The hazards of a page, in words.
  static func all(in nodes: [HTMLNode]) -> [String] {
    nodes.allElements.flatMap { element -> [String] in
      var found: [String] = []
      if elements.contains(element.name) { found.append("<\(element.name)>") }
      for attribute in element.attributes {
        let value = String(utf8: attribute.value)
        let name = attribute.name.lowercased()
        if name.hasPrefix("on") || attributes.contains(name) { found.append("\(name)=\(value)") }
        if addresses.contains(name), !isHarmless(value, on: element.name) {
          found.append("\(name)=\(value)")
        }
        let isCSS = !["alt", "title", "aria-label", "href", "class", "id", "data-title"].contains(
          name)
        if isCSS, value.contains("\\") || value.contains(/(?i)url\(\s*[^#\s]|image\(|image-set\(/) {
          found.append("\(name)=\(value)")
        }
      }
      return found
    }
  }

  private static func isHarmless(_ address: String, on element: String) -> Bool {
    let visible = address.unicodeScalars.filter { $0.value > 0x20 }.map { String($0) }.joined()
    if visible.hasPrefix("//") || visible.hasPrefix("\\") || visible.hasPrefix("/\\") {
      return false
    }
    guard let scheme = visible.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):/)?.1 else {
      return true
    }
    return element == "a" && ["http", "https", "mailto", "tel"].contains(scheme.lowercased())
  }
}
