import CourseModel
import Files
import Foundation
import Testing

@testable import PortalRendering

@Suite struct FeedTests {
  /// The texts of all elements of a name.
  private func elements(_ name: String, in xml: String?) -> [String] {
    (xml ?? "").components(separatedBy: "<\(name)>").dropFirst().map {
      $0.components(separatedBy: "</\(name)>")[0]
    }
  }

  @Test func listsNewAndChangedCourses() throws {
    let feed = try SamplePortal.files(of: SamplePortal.portal())["feed.xml"]
    let base = SamplePortal.base
    #expect(elements("id", in: feed) == [base + "feed.xml", base + "courses/knots/index.html"])
    #expect(elements("updated", in: feed) == ["2027-02-03T00:00:00Z", "2027-02-03T00:00:00Z"])
    #expect(elements("published", in: feed) == ["2027-01-10T00:00:00Z"])
    #expect(
      elements("title", in: feed) == ["Academy &amp; &lt;Friends&gt;", "Knots &amp; &lt;loops&gt;"])
    #expect(elements("name", in: feed) == ["Ada Author", "Ada Author"])
    #expect(elements("summary", in: feed) == ["Two &quot;sentences&quot;. With ]]&gt; and\nlines."])
  }

  @Test func listsACoursesLessonsTheNewestFirst() throws {
    let feed = try SamplePortal.files(of: SamplePortal.portal())["courses/knots/feed.xml"]
    #expect(
      elements("title", in: feed) == [
        "Knots &amp; &lt;loops&gt;", "today of knots", "reef of knots", "bowline of knots",
      ])
    #expect(
      elements("updated", in: feed).map { $0.prefix(10) } == [
        "2027-03-01", "2027-03-01", "2027-02-20", "2027-02-03",
      ])
  }

  @Test func existsForACourseOnlyIfItsPageMayNameIt() throws {
    let portal = SamplePortal.portal()
    let listed = PublicPortal(portal, setting: SamplePortal.setting(of: portal))
    let files = try SamplePortal.files(of: portal)
    for course in portal.courses {
      let output = listed.feedOutput(of: course)
      #expect(
        (output != nil) == (files["courses/\(course.slug)/feed.xml"] != nil), "\(course.slug)")
    }
  }

  @Test func takesTheDayOfOpeningForAChange() throws {
    var portal = SamplePortal.portal()
    let day = portal.today
    var course = SamplePortal.course("late", "Late", lessons: [])
    course.frontMatter.date = CalendarDate(daysSince1970: 10_000)
    course.frontMatter.available = day
    portal.courses = [course]
    let feed = try SamplePortal.files(of: portal)["feed.xml"]
    #expect(
      elements("updated", in: feed).map { $0.prefix(10) } == [
        day.isoText.prefix(10), day.isoText.prefix(10),
      ])
  }

  @Test func tellsOfEntriesInOtherLanguages() throws {
    var portal = SamplePortal.portal()
    let names = ["en", "de"]
    portal.courses = names.map { name in
      var course = SamplePortal.course(name, name, lessons: [])
      course.language = LanguageTag(name) ?? .english
      course.frontMatter.date = CalendarDate(daysSince1970: 10_000)
      return course
    }
    let feed = try #require(try SamplePortal.files(of: portal)["feed.xml"])
    #expect(feed.components(separatedBy: "<entry xml:lang=\"de\">").count == 2)
    #expect(feed.components(separatedBy: "<entry>").count == 2)
  }

  @Test func holdsAtMostFiftyEntries() throws {
    var portal = SamplePortal.portal()
    portal.courses = (0..<120).map { number in
      var course = SamplePortal.course("c\(number)", "C\(number)", lessons: [])
      course.frontMatter.date = CalendarDate(daysSince1970: 20_000 + number)
      return course
    }
    let titles = try elements("title", in: SamplePortal.files(of: portal)["feed.xml"])
    #expect(titles.count == 51 && titles[1] == "C119" && titles[50] == "C70")
  }

  @Test func leavesOutCharactersThatXMLForbids() throws {
    var xml: [UInt8] = []
    xml.append(xml: "a\u{0}\u{1B}\u{FFFE}\u{FFFF}\t\n<&\">é😀")
    #expect(String(decoding: xml, as: UTF8.self) == "a\t\n&lt;&amp;&quot;&gt;é😀")
  }
}
