/// A span of time as ISO 8601 writes it (§4.4.3): `P180D`, `P1Y6M`, `PT30M`.
package struct CalendarPeriod: Hashable, Sendable {
  package private(set) var years = 0
  package private(set) var months = 0
  package private(set) var weeks = 0
  package private(set) var days = 0
  package private(set) var hours = 0
  package private(set) var minutes = 0
  package private(set) var seconds = 0

  /// Some days.
  package init(days: Int) { self.days = days }

  /// Reads a period; `nil` for what has not the form, is nothing, or has a part of more than five digits.
  package init?(parsing text: String) {
    var rest = Substring(text)
    guard rest.popFirst() == "P" else { return nil }
    let halves = rest.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = CalendarPeriod.parts(of: halves[0], units: "YMWD") else { return nil }
    var time: [Character: Int] = [:]
    if halves.count == 2 {
      guard let parts = CalendarPeriod.parts(of: halves[1], units: "HMS"), !parts.isEmpty else {
        return nil
      }
      time = parts
    }
    years = date["Y"] ?? 0
    months = date["M"] ?? 0
    weeks = date["W"] ?? 0
    days = date["D"] ?? 0
    hours = time["H"] ?? 0
    minutes = time["M"] ?? 0
    seconds = time["S"] ?? 0
    guard inSeconds > 0 else { return nil }
  }

  /// The numbers by their units, each unit at most once and in the order of `units`.
  private static func parts(of text: Substring, units: String) -> [Character: Int]? {
    var parts: [Character: Int] = [:]
    var units = Substring(units)
    var digits = ""
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        guard let place = units.firstIndex(of: character), digits.utf8.count <= 5,
          let number = Int(digits)
        else { return nil }
        parts[character] = number
        units = units[units.index(after: place)...]
        digits = ""
      }
    }
    return digits.isEmpty ? parts : nil
  }

  /// How long it is in days, rounded up, with years of 365 days and months of a twelfth of that.
  package var inDays: Int { (inSeconds + 86_399) / 86_400 }

  /// How long it is in seconds, with years of 365 days and months of a twelfth of that.
  package var inSeconds: Int {
    let whole = years * 365 + months * 365 / 12 + weeks * 7 + days
    return whole * 86_400 + hours * 3_600 + minutes * 60 + seconds
  }

  /// The period in its shortest form: `P1Y6M`.
  package var isoText: String {
    func part(_ number: Int, _ unit: String) -> String { number == 0 ? "" : "\(number)\(unit)" }
    let date = part(years, "Y") + part(months, "M") + part(weeks, "W") + part(days, "D")
    let time = part(hours, "H") + part(minutes, "M") + part(seconds, "S")
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }
}
