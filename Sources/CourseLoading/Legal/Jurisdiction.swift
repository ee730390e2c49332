import Diagnostics

/// The rule sets that a portal can name.
package enum Jurisdiction {
  /// All of them: `eu`, `uk`, `us-ca`, and the countries of the EEA.
  package static let names = ["eu", "uk", "us-ca"] + countries

  /// What can be named, in words.
  package static let list =
    "eu, uk, us-ca, or a country of the EEA: \(countries.joined(separator: ", "))"

  /// What to write instead of a name that is none; for the code of a country whose rules are not known, which is near
  /// to another's by chance, the rules that ask for most.
  static func question(for name: String) -> String? {
    let lower = name.lowercased()
    switch lower {
    case "us", "ca", "us_ca", "california": return "did you mean \"us-ca\", for California?"
    case "gb", "en": return "did you mean \"uk\"?"
    case "ue": return "did you mean \"eu\"?"
    case _ where names.contains(lower): return "did you mean \"\(lower)\"?"
    case _ where lower.utf8.count == 2: return "write eu instead, whose rules ask for most"
    default: return Suggestion.question(near: lower, among: names)
    }
  }

  /// The rules that fit an operator in a country, by its code of ISO 3166-1; where those of the country are not
  /// known, the European Union's, which ask for most, and a remark about it.
  package static func rules(for country: String) -> (name: String, remark: String?) {
    if country.isEmpty || countries.contains(country.lowercased()) { return ("eu", nil) }
    switch country {
    case "GB":
      return (
        "uk",
        "jurisdictions: has the rules of the United Kingdom; add eu if you address people there."
      )
    case "US":
      return (
        "us-ca",
        "jurisdictions: has the rules of California, the only ones of the United States that are known; add eu or uk "
          + "if you address people there."
      )
    default:
      return (
        "eu",
        "There are no rules for \(country): jurisdictions: has those of the EU, which ask for most."
      )
    }
  }

  /// The countries of the European Economic Area, in lower case.
  package static let countries = [
    "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "is",
    "it", "li", "lt", "lu", "lv", "mt", "nl", "no", "pl", "pt", "ro", "se", "si", "sk",
  ]
}
