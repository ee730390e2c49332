import CourseModel
import Files
import Foundation
import Testing

@testable import PortalRendering

@Suite struct PublicAPITests {
  private struct Course: Decodable {
    struct Price: Decodable, Equatable {
      var minorUnits: Int
      var currency: String?
      var text: String
    }
    struct Lesson: Decodable, Equatable {
      var title: String
      var path: String?
      var url: String?
      var minutes: Int?
      var kind: String?
      var preview: Bool?
      var locked: Bool?
      var available: String?
    }
    struct Section: Decodable {
      var title: String?
      var path: String?
      var lessons: [Lesson]
    }
    struct Mention: Decodable, Equatable {
      var slug: String?
      var title: String
    }
    var title: String
    var path: String
    var url: String?
    var minutes: Int
    var lessonCount: Int
    var price: Price
    var regularPrice: Price?
    var priceUntil: String?
    var randomAccess: Bool
    var prerequisites: [Mention]?
    var translations: [Mention]?
    var sections: [Section]
  }

  private func course(_ slug: String, hasURL: Bool = true) throws -> Course {
    let files = try SamplePortal.files(of: SamplePortal.portal(hasURL: hasURL))
    let text = try #require(files["api/v1/courses/\(slug).json"])
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Course.self, from: Data(text.utf8))
  }

  @Test func tellsOfAFreeCourse() throws {
    let course = try course("knots")
    #expect(course.title == "Knots & <loops>")
    #expect(course.path == "courses/knots/index.html")
    #expect(course.url == "https://academy.example/learn/courses/knots/index.html")
    #expect(course.minutes == 85 && course.lessonCount == 4)
    #expect(course.price == Course.Price(minorUnits: 0, currency: nil, text: "free"))
    #expect(course.regularPrice == nil && course.randomAccess)
    #expect(
      course.prerequisites == [
        Course.Mention(slug: "rigging", title: "Rigging"), Course.Mention(slug: nil, title: "Rope"),
      ])
    #expect(course.translations == [Course.Mention(slug: "knoten", title: "Knoten")])
    #expect(course.sections.map(\.title) == [nil, "More"])
    #expect(course.sections.map(\.path) == [nil, "courses/knots/more/index.html"])
  }

  @Test func namesALessonThatIsYetToOpenByItsTitleOnly() throws {
    let lessons = try course("knots").sections[1].lessons
    #expect(lessons[1] == Course.Lesson(title: "later of knots", available: "2027-03-02"))
    #expect(lessons[2].path == "courses/knots/today.html")
  }

  @Test func tellsOpenLessonsOfAPaidCourseFromClosedOnes() throws {
    let lessons = try course("rigging").sections[0].lessons
    #expect(lessons.map(\.preview) == [true, false])
    #expect(lessons.map(\.locked) == [false, true])
    #expect(lessons.map(\.kind) == ["lesson", "quiz"])
  }

  @Test func tellsPricesInMinorUnitsAndWords() throws {
    let course = try course("rigging")
    #expect(course.price == Course.Price(minorUnits: 5_000, currency: "JPY", text: "5000 JPY"))
    #expect(
      course.regularPrice == Course.Price(minorUnits: 8_000, currency: "JPY", text: "8000 JPY"))
    #expect(course.priceUntil == "2027-03-01")
  }

  @Test func tellsNoAbsoluteAddressesWhereTheyAreNotKnown() throws {
    let course = try course("knots", hasURL: false)
    #expect(course.url == nil && course.path == "courses/knots/index.html")
  }

  @Test(arguments: [
    ("49 EUR", "49.00 EUR"), ("0.05 EUR", "0.05 EUR"), ("1234.50 USD", "1234.50 USD"),
    ("800 JPY", "800 JPY"), ("1.5 KWD", "1.500 KWD"), ("free", "free"), ("0 EUR", "free"),
  ])
  func writesPricesAsAuthorsDo(price: String, text: String) throws {
    let price = try Price(parsing: price)
    #expect(price.plainText == text)
    #expect(price.isFree || (try? Price(parsing: price.plainText)) == price)
  }

  @Test func endsASaleAfterItsLastDay() throws {
    var portal = SamplePortal.portal()
    portal.today = SamplePortal.date("2027-03-02")
    let text = try #require(SamplePortal.files(of: portal)["api/v1/courses/rigging.json"])
    #expect(text.contains(#""price":{"minor_units":8000,"#) && !text.contains("regular_price"))
  }

  @Test func listsAnAuthorsCourses() throws {
    let text = try #require(
      try SamplePortal.files(of: SamplePortal.portal())["api/v1/authors/ada.json"])
    #expect(
      text.hasPrefix(
        #"{"slug":"ada","name":"Ada Author","role":"Rigger","path":"authors/ada.html","#
          + #""url":"\#(SamplePortal.base)authors/ada.html","#
          + #""links":[{"title":"Web","url":"https://ada.example/"}],"#
          + #""courses":[{"slug":"knots","title":"Knots & \u003cloops>","language":"en","#
          + #""resource":"api/v1/courses/knots.json"},{"slug":"knoten","#))
  }

  @Test func encodesAddresses() throws {
    var portal = SamplePortal.portal()
    portal.courses = [
      SamplePortal.course("c", "C", lessons: [SamplePortal.lesson("c", "größe & \"maß\"?#")])
    ]
    let text = try #require(SamplePortal.files(of: portal)["api/v1/courses/c.json"])
    #expect(text.contains(#""path":"courses/c/gr%C3%B6%C3%9Fe%20%26%20%22ma%C3%9F%22%3F%23.html""#))
  }
}
