import Diagnostics
import PolicyReview
import Testing

@Suite struct PolicyReviewTests {
  private func found(_ rule: Diagnostic.ID, in text: String) throws -> [Int] {
    try Review.findings(in: text, named: "a.md", under: ["eu", "us-ca"])
      .filter { $0.id == rule }.map(\.position.line)
  }

  /// California's law gives these words.
  @Test(arguments: [
    (
      """
      We use the Meta Pixel, and you and the browser decide on it.

      ## Do not sell or share my personal information

      [Do Not Sell or Share My Personal Information](out.md)

      We do not sell the personal information of you.
      """, [7]
    ),
    (
      """
      Wir verwenden das Meta Pixel, und Sie entscheiden.

      ## Meine personenbezogenen Informationen nicht verkaufen oder teilen

      [Meine Daten nicht verkaufen](raus.md)

      Wir verkaufen die Daten nicht.
      """, [7]
    ),
  ])
  func takesTheTitleOfAWayOutForNoPromise(text: String, lines: [Int]) throws {
    #expect(try found("ccpa-sell", in: text) == lines)
  }

  @Test(arguments: [
    ("The choice of you is remembered for 180 days; a request is answered within 30 days.", false),
    ("We answer requests within a month, and keep the answer for 400 days.", false),
    ("We answer requests of you within 60 days.", true),
    ("We answer requests of you within a period of at most 60 days.", true),
    ("Die Wahl gilt 180 Tage, und Anfragen beantworten wir innerhalb von 30 Tagen.", false),
    ("Wir beantworten die Anfragen, die Sie stellen, binnen höchstens 60 Tagen.", true),
  ])
  func takesForATimeToAnswerWhatFollowsWithin(text: String, isTooLong: Bool) throws {
    #expect(try found("rights-days", in: text) == (isTooLong ? [1] : []))
  }
}
