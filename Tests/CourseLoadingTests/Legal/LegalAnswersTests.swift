import CourseLoading
import CourseModel
import Diagnostics
import Testing

@Suite struct LegalAnswersTests {
  private func legal(_ answer: (inout LegalAnswers) -> Void) throws -> (
    text: String, loading: Loading
  ) {
    var answers = LegalAnswers()
    answers.name = "Ada"
    answer(&answers)
    let text = try Scaffolding.legal(answers, today: "2027-01-10")
    return (text, try Loading(["legal.yml": text, "courses/knots/01-a.md": "# A\n\nText\n"]))
  }

  @Test(arguments: [
    ("", "eu", nil), ("DE", "eu", nil), ("NO", "eu", nil),
    ("GB", "uk", "jurisdictions: has the rules of the United Kingdom"),
    ("US", "us-ca", "jurisdictions: has the rules of California"),
    ("BR", "eu", "There are no rules for BR: "),
  ])
  func namesTheRulesThatFitTheCountry(country: String, rules: String, remark: String?) throws {
    let begun = try legal { $0.country = country }
    #expect(begun.loading.found == [])
    #expect(begun.loading.portal.legal?.jurisdictions.map(\.value) == [rules])
    var answers = LegalAnswers()
    answers.country = country
    #expect(answers.remark.map { $0.hasPrefix(remark ?? "-") } ?? (remark == nil))
  }

  @Test func aShopBeginsWithWhatBuyersGive() throws {
    let shop = try legal { $0.sells = true }
    #expect(shop.loading.found == [])
    let declared = try #require(shop.loading.portal.legal)
    #expect(declared.tellsOfOrders)
    #expect(declared.purposes.compactMap(\.basis) == [.legitimateInterest, .contract])
    #expect(declared.data.map { $0.id?.value } == ["server_logs", "order"])
    #expect(shop.text.contains("#   - {id: payments, "))
    let other = try legal { _ in }
    #expect(other.loading.found == [])
    #expect(other.loading.portal.legal?.tellsOfOrders == false)
    #expect(other.text.contains("nothing else is collected here"))
    #expect(!other.text.contains("orders"))
  }
}
