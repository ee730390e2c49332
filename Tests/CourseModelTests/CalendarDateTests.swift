import CourseModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2027-01-31", 2027, 1, 31), ("2024-02-29", 2024, 2, 29), ("2000-02-29", 2000, 2, 29),
    ("0001-01-01", 1, 1, 1), ("9999-12-31", 9_999, 12, 31), ("2027-01-31T23:59:59Z", 2027, 1, 31),
    ("2027-01-31 10:00", 2027, 1, 31), ("2027-01-31 9:05:00 +0100", 2027, 1, 31),
    ("2027-01-31T24:00:00.000-05:30", 2027, 1, 31), ("2027-01-31 10:00:60 UTC", 2027, 1, 31),
  ])
  func readsADay(text: String, year: Int, month: Int, day: Int) {
    let date = CalendarDate(parsing: text)
    #expect(date == CalendarDate(year: year, month: month, day: day))
    #expect(date.map { text.hasPrefix($0.isoText) } == true)
  }

  @Test(arguments: [
    "", "2027", "2027-1-31", "2027-01-32", "2027-13-01", "2027-00-10", "2027-01-00", "2025-02-29",
    "1900-02-29", "2026-04-31", "31.01.2027", "01/31/2027", "27-01-31", "2027-01-31-", "-027-01-31",
    "+027-01-31", "2027-0１-31", "0000-01-01", "tomorrow", "20270131", "2027-01-31x", "\0",
    "2027-01-31T", "2027-01-31 ", "2027-01-31Tgarbage", "2027-01-31 tomorrow", "2027-01-31T10",
    "2027-01-31T25:00", "2027-01-31T10:60", "2027-01-31T10:00x1", "2027-01-31T10:00:5",
    "2027-01-31T10:00:00.", "2027-01-31T10:00+", "2027-01-31T10:00 and later",
  ])
  func refusesWhatIsNoDay(text: String) { #expect(CalendarDate(parsing: text) == nil) }

  @Test func countsDaysFrom1970WithoutGaps() throws {
    #expect(CalendarDate(daysSince1970: 0).isoText == "1970-01-01")
    #expect(CalendarDate(daysSince1970: 20_819).isoText == "2027-01-01")
    #expect(CalendarDate(daysSince1970: -1).isoText == "1969-12-31")
    #expect(CalendarDate(daysSince1970: 11_016).isoText == "2000-02-29")
    var before = CalendarDate(daysSince1970: -200_000)
    for days in -199_999...200_000 {
      let date = CalendarDate(daysSince1970: days)
      let isNext = date.day == before.day + 1 || date.day == 1
      let isDay = CalendarDate(year: date.year, month: date.month, day: date.day) == date
      guard before < date, isNext, isDay, date.daysSince1970 == days else {
        Issue.record("\(before.isoText) is followed by \(date.isoText)")
        return
      }
      before = date
    }
  }

  @Test func ordersByTime() throws {
    let days = try ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-01"].map {
      try #require(CalendarDate(parsing: $0))
    }
    #expect(days.reversed().sorted() == days)
  }
}
