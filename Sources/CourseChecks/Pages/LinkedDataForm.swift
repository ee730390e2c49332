import Bytes
import Diagnostics

/// What search engines read of courses is complete: JSON-LD as Google's lists of courses want it
/// (developers.google.com, "Course list" and "Course info").
enum LinkedDataForm: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    page.linkedData.flatMap { data -> [PageFinding] in
      let problems: [String]
      do throws(JSONError) {
        let value = try ForeignJSON(parsing: Array(page.bytes[data.range]))
        problems = nodes(of: value).flatMap(problems(of:))
      } catch {
        problems = ["are not JSON: \(error.problem)"]
      }
      return problems.map { problem in
        page.report(
          "page-data", .warning, "the data for search engines \(problem)", at: data,
          clues: ["application/ld+json"], help: "write {{{page.json_ld}}} there, or complete it")
      }
    }
  }

  /// The things that a text in JSON-LD is about.
  static func nodes(of value: ForeignJSON) -> [ForeignJSON] {
    value["@graph"]?.items ?? value.items ?? [value]
  }

  private static func problems(of node: ForeignJSON) -> [String] {
    switch node["@type"]?.string {
    case "Course": problems(ofCourse: node)
    case "ItemList": problems(ofList: node)
    default: []
    }
  }

  private static func problems(ofCourse course: ForeignJSON) -> [String] {
    var problems = missing(["name", "description", "url", "provider"], in: course, of: "course")
    if let provider = course["provider"] {
      problems += missing(["name"], in: provider, of: "provider")
    }
    for offer in course["offers"]?.items ?? [] {
      problems += missing(["category"], in: offer, of: "offer")
    }
    for instance in course["hasCourseInstance"]?.items ?? [] {
      problems += missing(["courseMode"], in: instance, of: "course's instance")
      if instance["courseWorkload"] == nil, instance["courseSchedule"] == nil {
        problems.append("lack the \"courseWorkload\" of a course's instance")
      }
    }
    return problems
  }

  private static func problems(ofList list: ForeignJSON) -> [String] {
    let items = list["itemListElement"]?.items ?? []
    guard !items.isEmpty else { return ["lack the \"itemListElement\" of a list"] }
    return items.flatMap { item -> [String] in
      let own = missing(["position"], in: item, of: "list's item")
      if let course = item["item"], course["@type"] != nil { return own + problems(of: course) }
      return item["item"] == nil ? own + missing(["url"], in: item, of: "list's item") : own
    }
  }

  private static func missing(
    _ names: [StaticString], in node: ForeignJSON, of what: String
  ) -> [String] {
    names.filter { node[$0] == nil || node[$0]?.text?.isEmpty == true }.map {
      "lack the \"\($0)\" of a \(what)"
    }
  }
}
