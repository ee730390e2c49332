import CourseModel
import Diagnostics

/// A policy says from when it holds, and in California is not older than a year (CCPA regulations §7011).
enum PolicyDates: PolicyRule {
  static func findings(in policy: ReviewedPolicy) -> [Diagnostic] {
    let dates = dates(of: policy)
    guard let newest = dates.max(by: { $0.date < $1.date }) else {
      let title = policy.page.title
      return [
        Diagnostic(
          "policy-effective", .error, "it is not stated from when the policy holds",
          at: title.map { policy.page.position(of: $0.words.indices, in: $0) }
            ?? SourcePosition(path: policy.page.path),
          help: "write a line such as: Effective \(policy.today.isoText)")
      ]
    }
    guard policy.jurisdictions.contains("us-ca"),
      newest.date.daysSince1970 + 366 < policy.today.daysSince1970
    else { return [] }
    return [
      Diagnostic(
        "policy-age", .warning,
        "the policy is of \(newest.date.isoText); California expects a look at it every year",
        at: policy.page.position(of: newest.words, in: newest.block),
        help: "look at it, and write the day on which you did")
    ]
  }

  private typealias Place = (date: CalendarDate, words: Range<Int>, block: PolicyBlock)

  /// The days that stand by a word such as "effective", else those at the beginning and the end.
  private static func dates(of policy: ReviewedPolicy) -> [Place] {
    let labels = policy.language.phrases("dated")
    let reader = DateReader(policy.language)
    let blocks = policy.page.blocks
    func places(in block: PolicyBlock) -> [Place] {
      reader.dates(in: block).map { ($0.date, $0.words, block) }
    }
    let labelled = blocks.indices.flatMap { index -> [Place] in
      guard !labels.matches(in: blocks[index]).isEmpty else { return [] }
      let here = places(in: blocks[index])
      guard here.isEmpty, blocks[index].words.count < 6, index + 1 < blocks.count else {
        return here
      }
      return places(in: blocks[index + 1])
    }
    if !labelled.isEmpty { return labelled }
    return (blocks.prefix(3) + blocks.suffix(3)).flatMap(places)
  }
}

/// Reads days as people write them.
struct DateReader {
  private let months: [String]
  private let shortMonths: [String]

  init(_ language: PolicyLanguage) {
    months = language.words("months")
    shortMonths = language.words("short_months")
  }

  /// The days in a block: `2027-01-31`, `31.1.2027`, `1/31/2027`, `31 January 2027`, `January 31, 2027`, and
  /// `January 2027` for its first day.
  func dates(in block: PolicyBlock) -> [(date: CalendarDate, words: Range<Int>)] {
    var found: [(date: CalendarDate, words: Range<Int>)] = []
    var index = 0
    while index < block.words.count {
      if let date = date(in: block.words[index...].prefix(3)) {
        found.append((date, index..<(index + 3)))
        index += 3
      } else if let date = month(in: block.words[index...].prefix(2)) {
        found.append((date, index..<(index + 2)))
        index += 2
      } else {
        index += 1
      }
    }
    return found
  }

  private func date(in words: ArraySlice<PolicyWord>) -> CalendarDate? {
    guard words.count == 3 else { return nil }
    let parts = Array(words)
    let numbers = parts.map(number)
    if let year = numbers[0], year > 1900, let month = numbers[1], let day = numbers[2] {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard let year = numbers[2], year > 1900 else { return nil }
    if let month = month(of: parts[0]), let day = numbers[1] {
      return CalendarDate(year: year, month: month, day: day)
    }
    if let month = month(of: parts[1]), let day = numbers[0] {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard let first = numbers[0], let second = numbers[1], [".", "/"].contains(parts[1].gap) else {
      return nil
    }
    return CalendarDate(year: year, month: second, day: first)
      ?? CalendarDate(year: year, month: first, day: second)
  }

  private func month(in words: ArraySlice<PolicyWord>) -> CalendarDate? {
    guard words.count == 2, let name = words.first, let last = words.last,
      let month = month(of: name), let year = number(last), (1900...9999).contains(year)
    else { return nil }
    return CalendarDate(year: year, month: month, day: 1)
  }

  private func month(of word: PolicyWord) -> Int? {
    (months.firstIndex(of: word.folded) ?? shortMonths.firstIndex(of: word.folded)).map { $0 + 1 }
  }

  /// A number, also with an ending as in `1st`.
  private func number(_ word: PolicyWord) -> Int? {
    let digits = word.folded.prefix { $0.isNumber }
    guard (1...4).contains(digits.count), word.folded.count <= digits.count + 2 else { return nil }
    return Int(digits)
  }
}
