import Diagnostics

/// The licences of Creative Commons, by their names in the SPDX list.
package enum CreativeCommons {
  /// The names, the newest version of a licence first.
  private static let names: [String] =
    ["BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND"].flatMap { kind in
      ["4.0", "3.0", "2.5", "2.0", "1.0"].map { "CC-\(kind)-\($0)" }
    } + ["CC0-1.0"]

  /// Licences and marks of theirs that are given no longer, or in some countries only.
  private static let others =
    ["BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND"].map { "CC-\($0)-2.1" } + [
      "CC-SA-1.0", "CC-ND-1.0", "CC-NC-1.0", "CC-NC-SA-1.0", "CC-ND-NC-1.0", "CC-PDM-1.0",
      "CC-PDDC",
    ]

  /// Where a licence is read, as an author names it, such as `CC BY 4.0`; `nil` for others than theirs.
  package static func address(of name: String) -> String? {
    let name = canonical(name)
    guard names.contains(name) else { return nil }
    let site = "https://creativecommons.org/"
    if name == "CC0-1.0" { return site + "publicdomain/zero/1.0/" }
    // The oldest one has its letters in another order there.
    if name == "CC-BY-NC-ND-1.0" { return site + "licenses/by-nd-nc/1.0/" }
    let parts = name.split(separator: "-")
    let kind = parts.dropFirst().dropLast().joined(separator: "-").lowercased()
    return site + "licenses/\(kind)/\(parts[parts.count - 1])/"
  }

  /// The licence that is probably meant by a name that is none; `nil` for other names.
  package static func meant(by name: String) -> String? {
    let name = canonical(name)
    // What follows a licence's name is a country whose law it was fitted to.
    guard name.hasPrefix("CC"), name.count > 2,
      !(names + others).contains(where: { name == $0 || name.hasPrefix($0 + "-") })
    else { return nil }
    let longer = names.filter { $0.hasPrefix(name) }
    return longer.min { $0.count < $1.count } ?? Suggestion.nearest(to: name, among: names)
  }

  private static func canonical(_ name: String) -> String {
    name.uppercased().split { " -".contains($0) }.joined(separator: "-")
  }
}
