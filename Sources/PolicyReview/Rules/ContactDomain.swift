import Diagnostics

/// Mail addresses belong to who runs the site, so that readers need not wonder who answers.
enum ContactDomain: PolicyRule {
  static func findings(in policy: ReviewedPolicy) -> [Diagnostic] {
    var told: Set<String> = []
    let others = names(in: policy.page)
    return policy.page.blocks.flatMap { block in
      block.mailAddresses.compactMap { address -> Diagnostic? in
        let name = mainName(of: block, in: address)
        guard name.utf8.count > 2, told.insert(name).inserted, !others.contains(name),
          !(5..<max(5, name.count)).contains(where: { others.contains(String(name.prefix($0))) })
        else { return nil }
        return Diagnostic(
          "contact-domain", .note,
          "\"\(block.text(of: address))\" is an address of \"\(name)\", which the text does not name",
          at: policy.page.position(of: address, in: block),
          help: "use an address of your own domain, or say who that is")
      }
    }
  }

  /// The part of the domain before the last dot, without hyphens.
  private static func mainName(of block: PolicyBlock, in address: Range<Int>) -> String {
    guard let at = address.first(where: { block.words[$0].gap == "@" }) else { return "" }
    var labels = [""]
    for index in (at + 1)..<address.upperBound {
      labels[labels.count - 1] += block.words[index].folded
      if block.words[index].gap == ".", index + 1 < address.upperBound { labels.append("") }
    }
    return labels.count > 1 ? labels[labels.count - 2] : ""
  }

  /// Words outside of mail addresses, alone and up to four of them joined.
  private static func names(in page: PolicyPage) -> Set<String> {
    var names: Set<String> = []
    for block in page.blocks {
      let taken = Set(block.mailAddresses.flatMap(\.self))
      for start in block.words.indices {
        var name = ""
        for index in start..<min(start + 4, block.words.count) {
          guard !taken.contains(index) else { break }
          name += block.words[index].folded
          // A name begins with a capital or stands in an address; any word would excuse too much.
          let isName = block.words[start].text.unicodeScalars.first?.properties.isUppercase == true
          if isName || index > start || block.gap(before: start).hasSuffix("://") {
            names.insert(name)
          }
        }
      }
    }
    return names
  }
}
