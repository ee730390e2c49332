import CourseModel
import Diagnostics
import YAMLTree

extension Field<CheckSettings> {
  static let check: [Field] = [
    .records(
      "suppress", "Findings that are accepted for a time", fields: Field<Suppression>.suppression,
      at: Suppression.init(at:), { $0.suppressions = $1 }),
    .choice("fail_on", "From which weight on a check fails", of: FailureThreshold.self) {
      $0.failsOn = $1
    },
    Field(
      name: "rules", summary: "How much findings weigh, by the ids of rules or patterns with *",
      shape: .mapping(of: .choice(FindingWeight.allCases.map(\.rawValue)))
    ) { node, check, decoding in
      guard let entries = node.entries else {
        decoding.error(
          "value-rules", "\"rules\" is \(quoted(node)), but takes weights by the ids of findings",
          at: node, help: "write {image-alt: error}")
        return
      }
      for entry in entries {
        guard let weight = entry.value.text.flatMap(FindingWeight.init) else {
          decoding.error(
            "value-rules",
            "the weight of \"\(entry.key.text ?? "")\" is \(quoted(entry.value)), "
              + "but takes off, note, warning or error",
            at: entry.value, help: "write one of these words")
          continue
        }
        check.weights.append(
          RuleWeight(
            rule: Located(entry.key.text ?? "", at: decoding.position(of: entry.key)),
            weight: weight))
      }
    },
  ]
}

extension Field<CheckSettings> {
  /// The settings of `clevio.yml`, which has budgets, too.
  static let checkOfPortal: [Field] =
    check + [
      .record(
        "budgets", "How long texts and how heavy files may be", fields: Field<CheckBudgets>.budgets,
        of: CheckBudgets(), { $0.budgets = $1 })
    ]
}

extension Field<CheckBudgets> {
  static let budgets: [Field] = [
    .number("lesson_minutes", "How long a lesson may take to read", in: 1...10_000) {
      $0.lessonMinutes = $1
    },
    .number("image_kb", "How many thousands of bytes a picture may have", in: 1...1_000_000) {
      $0.imageKilobytes = $1
    },
    .number("media_mb", "How many millions of bytes a recording may have", in: 1...1_000_000) {
      $0.mediaMegabytes = $1
    },
    .number(
      "page_html_kb", "How many thousands of bytes the HTML of a page may have", in: 1...100_000
    ) {
      $0.pageKilobytes = $1
    },
    .number(
      "page_css_kb", "How many thousands of bytes the styles of a page may have", in: 1...100_000
    ) {
      $0.pageStyleKilobytes = $1
    },
    .number(
      "page_js_kb", "How many thousands of bytes the scripts of a page may have", in: 1...100_000
    ) {
      $0.pageScriptKilobytes = $1
    },
    .number(
      "page_images_kb", "How many thousands of bytes the pictures of a page may have",
      in: 1...1_000_000
    ) {
      $0.pageImageKilobytes = $1
    },
  ]
}

extension Field<Suppression> {
  static let suppression: [Field] = [
    .located("rule", "The finding's id") { $0.rule = $1 },
    .text("path", "The file, or a pattern with *") { $0.path = $1 },
    .text("reason", "Why") { $0.reason = $1 },
    .date("expires", "The first day on which it no longer holds") {
      $0.expires = $1
    }.needingValue,
  ]
}
