/// The rule sets that a portal can name.
package enum Jurisdiction {
  /// All of them: `eu`, `uk`, `us-ca`, and the countries of the EEA.
  package static let names = ["eu", "uk", "us-ca"] + countries

  /// The countries of the European Economic Area, in lower case.
  package static let countries = [
    "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "is",
    "it", "li", "lt", "lu", "lv", "mt", "nl", "no", "pl", "pt", "ro", "se", "si", "sk",
  ]
}
