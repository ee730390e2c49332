import Files

/// Visits for one rule.
struct VisitRound {
  let browser: Browser
  let pages: [SampledPage]
  let declaration: Declaration
  /// Told how many pages were visited.
  var progress: (Int) -> Void = { _ in }

  /// The visible controls by which a visitor chooses.
  static let reject = ".clv-notice [data-clv-action=reject]"
  static let accept = ".clv-notice [data-clv-action=accept]"
  static let settings = "[data-cookie-settings]"
  static let withdraw =
    "#clv-choices [data-clv-action=reject], #clv-choices [data-clv-action=withdraw]"

  /// Answers the question for the year of birth as somebody who is old enough.
  private static let givingAge = """
    const question = document.querySelector("#clv-age[open]");
    question.querySelector("input").value = 1950;
    question.querySelector("form").requestSubmit();
    """

  /// Opens the first page and presses a control there.
  ///
  /// - Returns: The page, and what it was that could not be pressed or did not end the question.
  func choose(_ control: String, as visitor: Visitor) throws(FileError) -> ChoiceFault? {
    guard let page = pages.first?.path else { return nil }
    _ = try visitor.open(page)
    guard try visitor.press(control) else {
      return ChoiceFault(page: page, problem: "has no button that can be seen")
    }
    if try visitor.sees("#clv-age[open]") { try visitor.run(VisitRound.givingAge) }
    guard try !visitor.sees(control) else {
      return ChoiceFault(page: page, problem: "goes on asking after a press on the button")
    }
    return nil
  }

  /// Opens all pages, and gives what each does that is not allowed.
  func open(
    as visitor: Visitor, allowing allowance: Allowance,
    _ look: (RelativePath, PageDeeds) throws(FileError) -> Void
  ) throws(FileError) {
    for (index, page) in pages.enumerated() {
      let requests = try visitor.open(page.path)
      let kept = try visitor.kept()
      try look(page.path, allowance.rest(of: PageDeeds(requests: requests, kept: kept)))
      progress(index + 1)
    }
  }
}

/// Why a visitor could not choose.
struct ChoiceFault {
  let page: RelativePath
  /// What the page has or does, after its name.
  let problem: String
}
