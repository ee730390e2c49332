import Diagnostics

/// Requests are answered within a month (GDPR, article 12(3)), in California within 45 days (CCPA §1798.130(a)(2)).
enum AnswerTime: PolicyRule {
  static func findings(in policy: ReviewedPolicy) -> [Diagnostic] {
    let language = policy.language
    let requests = language.phrases("requests")
    let within = Set(language.words("within"))
    let between = Set(language.words("before_number"))
    let limit = policy.isEuropean ? 31 : 45
    guard policy.isEuropean || policy.jurisdictions.contains("us-ca") else { return [] }
    let units = [("days", 1), ("weeks", 7), ("months_of_time", 31)].map {
      (names: Set(language.words($0.0)), days: $0.1)
    }
    return policy.page.blocks.flatMap { block in
      block.sentences.flatMap { sentence -> [Diagnostic] in
        guard requests.occur(in: block, within: sentence) else { return [] }
        return sentence.dropLast().compactMap { index -> Diagnostic? in
          guard let number = Int(block.words[index].folded), (1...10_000).contains(number),
            let unit = units.first(where: { $0.names.contains(block.words[index + 1].folded) }),
            number * unit.days > limit,
            let before = block.words[sentence.lowerBound..<index]
              .last(where: { !between.contains($0.folded) }), within.contains(before.folded)
          else { return nil }
          let words = index..<(index + 2)
          return Diagnostic(
            "rights-days", .error,
            "requests are answered within \(block.text(of: words)), but the law gives "
              + (policy.isEuropean ? "one month" : "45 days"),
            at: policy.page.position(of: words, in: block),
            help: policy.isEuropean ? "write within one month" : "write within 45 days")
        }
      }
    }
  }
}
