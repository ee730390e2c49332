import ArgumentParser
import CourseLoading

/// The options that say which policy is looked at in place of a portal.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .customLong("policy"),
    help: "A policy that Clevio did not write, as Markdown, HTML or text, in place of a portal.",
    completion: .file(extensions: ["md", "html", "htm", "txt"]))
  var path: String?

  @Option(
    name: .customLong("jurisdiction"), parsing: .singleValue,
    help: "Whose laws count for the policy: eu, uk, us-ca, or several with commas (default: eu).")
  var names: [String] = []

  func validate() throws {
    if path == nil, !names.isEmpty { throw ValidationError("--jurisdiction needs --policy.") }
    for name in listed where !Jurisdiction.names.contains(name) {
      throw ValidationError(
        "There are no rules for \"\(name)\": write \(Jurisdiction.list)."
      )
    }
    if path != nil, listed.isEmpty, !names.isEmpty {
      throw ValidationError("--jurisdiction takes eu, uk or us-ca.")
    }
  }

  /// The sets of rules that count; a country of the EEA has those of the EU.
  var jurisdictions: Set<String> {
    let sets = listed.map { Jurisdiction.countries.contains($0) ? "eu" : $0 }
    return sets.isEmpty ? ["eu"] : Set(sets)
  }

  private var listed: [String] {
    names.flatMap { $0.split(separator: ",") }.map { $0.filter { $0 != " " }.lowercased() }
  }
}
