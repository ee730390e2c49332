import Testing

@testable import BrowserChecks

@Suite struct VisitFindingsTests {
  @Test(arguments: [
    (0, ""), (1, ", and so does another that was visited"),
    (2, ", and so do 2 others that were visited"),
  ])
  func saysHowManyOtherPagesDoIt(others: Int, text: String) {
    #expect(VisitFindings.addition(of: others) == text)
  }
}
