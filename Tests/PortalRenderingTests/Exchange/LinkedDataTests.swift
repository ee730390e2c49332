import CourseModel
import Files
import Foundation
import Testing

@testable import PortalRendering

@Suite struct LinkedDataTests {
  private let portal = SamplePortal.portal()

  private var data: LinkedData? {
    LinkedData(PublicPortal(portal, setting: SamplePortal.setting(of: portal)))
  }

  private func text(_ slug: String) throws -> String {
    let course = try #require(portal.courses.first { $0.slug == slug })
    let data = try #require(data)
    let node = try #require(data.course(course, description: "Beginning."))
    return String(decoding: try #require(LinkedData.text([node])), as: UTF8.self)
  }

  @Test func describesACourse() throws {
    let base = SamplePortal.base
    #expect(
      try text("knots")
        == #"{"@context":"https://schema.org","@type":"Course","#
        + #""@id":"\#(base)courses/knots/index.html","url":"\#(base)courses/knots/index.html","#
        + #""name":"Knots & \u003cloops>","description":"Two \"sentences\". With ]]> and\nlines.","#
        + #""provider":{"@type":"Organization","name":"Ada Author","url":"\#(base)index.html"},"#
        + #""author":[{"@type":"Person","name":"Ada Author","url":"\#(base)authors/ada.html","#
        + #""jobTitle":"Rigger"}],"image":"\#(base)courses/knots/cover.png","inLanguage":"en","#
        + #""educationalLevel":"Beginner","teaches":["Tie a bowline"],"#
        + #""coursePrerequisites":[{"@type":"Course","name":"Rigging","#
        + #""url":"\#(base)courses/rigging/index.html"},"Rope","A rope"],"about":"Crafts","#
        + #""keywords":"rope, sea & sail","datePublished":"2027-01-10","#
        + #""dateModified":"2027-02-03","license":{"@type":"CreativeWork","name":"CC BY 4.0","#
        + #""url":"https://creativecommons.org/licenses/by/4.0/"},"isAccessibleForFree":true,"#
        + #""offers":[{"@type":"Offer","category":"Free","price":"0","#
        + #""url":"\#(base)courses/knots/index.html"}],"#
        + #""hasCourseInstance":[{"@type":"CourseInstance","courseMode":"online","#
        + #""courseWorkload":"PT1H25M","inLanguage":"en"}]}"#)
  }

  @Test func tellsThePriceOfToday() throws {
    let text = try text("rigging")
    #expect(
      text.contains(
        #"{"@type":"Offer","category":"Partially Free","price":"5000","priceCurrency":"JPY","#
          + #""priceValidUntil":"2027-03-01","#))
    #expect(text.contains(#""description":"Beginning.""#))
  }

  @Test func tellsNothingOfWhatIsNotListed() throws {
    let data = try #require(data)
    let unlisted = portal.courses.filter { !$0.visibility.isListed }
    #expect(unlisted.count == 1)
    #expect(unlisted.allSatisfy { data.course($0) == nil } && data.list(unlisted) == nil)
    let list = try #require(data.list(portal.courses))
    let text = String(decoding: try #require(LinkedData.text([list])), as: UTF8.self)
    #expect(text.contains(#""position":3"#) && !text.contains(#""position":4"#))
    #expect(!text.contains("secret") && !text.contains("<"))
  }

  @Test func tellsTheWayToAPage() throws {
    let data = try #require(data)
    let steps = [
      ("Home", RelativePath("index.html")), ("Knots", RelativePath("courses/knots/index.html")),
    ]
    let trail = try #require(data.breadcrumbs(steps))
    let course = try #require(data.course(portal.courses[0]))
    let text = String(decoding: try #require(LinkedData.text([course, trail])), as: UTF8.self)
    #expect(text.hasPrefix(#"{"@context":"https://schema.org","@graph":[{"@type":"Course","#))
    #expect(
      text.contains(
        #"{"@type":"ListItem","position":2,"name":"Knots","#
          + #""item":"\#(SamplePortal.base)courses/knots/index.html"}"#))
    #expect(data.breadcrumbs(Array(steps.prefix(1))) == nil)
    #expect(LinkedData.text([]) == nil)
  }

  @Test func needsAbsoluteAddresses() {
    let portal = SamplePortal.portal(hasURL: false)
    #expect(LinkedData(PublicPortal(portal, setting: SamplePortal.setting(of: portal))) == nil)
  }

  @Test(arguments: [(0, "PT1M"), (59, "PT59M"), (60, "PT1H"), (1_350, "PT22H30M")])
  func writesDurationsAsISO8601(minutes: Int, text: String) {
    #expect(LinkedData.duration(minutes: minutes) == text)
  }
}
