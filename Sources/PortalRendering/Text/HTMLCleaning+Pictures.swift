import Bytes
import CourseModel
import Diagnostics
import Files
import HTMLTree

/// Pictures that others may stand in for, on dark pages or on wide ones.
extension HTMLCleaning {
  /// A picture with its sources; without an image in it, which a browser would show, only its content stays.
  mutating func picture(_ picture: HTMLElement) -> HTMLRewriting {
    var content = picture.children
    let isNested = isInPicture
    isInPicture = true
    content.rewrite { visit(&$0) }
    isInPicture = isNested
    let sources = content.filter { HTMLCleaning.isElement($0, "source") }
    content.removeAll { HTMLCleaning.isElement($0, "source") }
    if !sources.isEmpty,
      let place = content.firstIndex(where: { HTMLCleaning.isElement($0, "img") })
    {
      content[place] = .element(HTMLElement("picture", children: sources + [content[place]]))
    }
    return .replace(with: content)
  }

  private static func isElement(_ node: HTMLNode, _ name: String) -> Bool {
    guard case .element(let element) = node else { return false }
    return element.name == name
  }

  /// What stands in for a picture's image.
  mutating func pictureSource(_ element: inout HTMLElement) -> HTMLRewriting {
    guard let files = pictureSet(of: element) else { return .drop }
    var attributes = [HTMLAttribute("srcset", files)]
    for name in ["media", "sizes", "type"] {
      if let value = element[name] { attributes.append(HTMLAttribute(name, value)) }
    }
    element.attributes = attributes
    return .keep
  }

  /// An image's files for other widths, as attributes.
  mutating func widths(of element: HTMLElement) -> [HTMLAttribute] {
    // A reader opens one file for each image.
    guard setting.media?.mode != .encrypted else { return [] }
    guard let files = pictureSet(of: element) else { return [] }
    let sizes = element["sizes"].map { [HTMLAttribute("sizes", $0)] } ?? []
    return [HTMLAttribute("srcset", files)] + sizes
  }

  /// The files that `srcset` names, with their addresses; `nil` where there is none to show.
  private mutating func pictureSet(of element: HTMLElement) -> [UInt8]? {
    var files: [UInt8] = []
    for candidate in (element["srcset"] ?? []).split(separator: UInt8(ascii: ",")) {
      let words = candidate.split(whereSeparator: \.isASCIIWhitespace)
      guard let url = words.first.map(Array.init),
        let address = pictureAddress(of: url, on: element)
      else { continue }
      if !files.isEmpty { files.append(", ") }
      files += address
      // A reader opens one file for each source.
      if setting.media?.mode == .encrypted { break }
      if let size = words.dropFirst().first, HTMLCleaning.isDescriptor(size) {
        files.append(UInt8(ascii: " "))
        files += size
      }
    }
    return files.isEmpty ? nil : files
  }

  private mutating func pictureAddress(of url: [UInt8], on element: HTMLElement) -> [UInt8]? {
    guard !setting.isForeign(url) else {
      reportForeign("an image", url, on: element)
      return nil
    }
    guard let (address, file) = address(of: url, on: element) else { return nil }
    guard let file, MediaKind(of: file) == .picture else {
      diagnostics.append(LinkFinding.noPicture(url, at: position(of: url, on: element)))
      return nil
    }
    return address
  }

  /// Whether a word says how wide a file is, or for which density: `640w`, `1.5x`.
  private static func isDescriptor(_ word: ArraySlice<UInt8>) -> Bool {
    let number = word.dropLast()
    return (word.last == UInt8(ascii: "w") || word.last == UInt8(ascii: "x")) && !number.isEmpty
      && number.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
  }
}
