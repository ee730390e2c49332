import Bytes

/// The HTML of a sealed lesson, in which files have no address.
///
/// `src="clevio-sealed:…"` becomes `data-sealed="…" data-type="…" data-parts="…"`; a link is told the
/// file's name, too.
struct SealedMarkup {
  private let html: [UInt8]
  private var result: [UInt8] = []

  /// The HTML with all addresses of sealed files exchanged.
  static func exchangingAddresses(in html: [UInt8]) -> [UInt8] {
    var markup = SealedMarkup(html: html)
    markup.exchange()
    return markup.result
  }

  private init(html: [UInt8]) { self.html = html }

  private mutating func exchange() {
    let mark = [UInt8]("=\"") + [UInt8](ClosedMedia.scheme)
    result.reserveCapacity(html.count + 256)
    var start = 0
    var index = 0
    while let equals = html[index...].firstIndex(of: mark[0]) {
      index = equals + 1
      guard html[equals...].starts(with: mark),
        let end = html[(equals + mark.count)...].firstIndex(of: UInt8(ascii: "\""))
      else { continue }
      var name = equals
      while name > start, html[name - 1].isASCIILetter { name -= 1 }
      result += html[start..<name]
      let value = html[(equals + mark.count)..<end].split(
        separator: UInt8(ascii: "/"), maxSplits: 4)
      append(attribute: html[name..<equals], value)
      start = end + 1
      // The name of the download was just said.
      if html[start...].hasPrefix(" download>") { start += " download".utf8.count }
      index = start
    }
    result += html[start...]
  }

  /// Appends what stands for an attribute whose value was `name/parts/type/subtype/file`.
  private mutating func append(attribute: ArraySlice<UInt8>, _ value: [ArraySlice<UInt8>]) {
    guard value.count == 5 else { return }
    let isPoster = attribute.equals("poster")
    result.append(isPoster ? "data-sealed-poster=\"" : "data-sealed=\"")
    result += value[0]
    result.append(isPoster ? "\" data-poster-type=\"" : "\" data-type=\"")
    result += value[2]
    result.append(UInt8(ascii: "/"))
    result += value[3]
    result.append(isPoster ? "\" data-poster-parts=\"" : "\" data-parts=\"")
    result += value[1]
    if attribute.equals("href") {
      result.append("\" download=\"")
      result.append(escaping: value[4].percentDecoded)
    }
    result.append(UInt8(ascii: "\""))
  }
}
