import Testing

@Suite struct ExplainTests {
  @Test func tellsWhatAFindingMeans() throws {
    let outcome = try Program.run("explain", "course-sale")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("course-sale (error)\nA sale does not lower the price\n\n"))
    #expect(outcome.output.contains("    sale: {price: 39 EUR, until: 2027-01-31}\n"))
  }

  @Test func tellsWhatAKeyTakes() throws {
    let outcome = try Program.run("explain", "value-random-access")
    #expect(outcome.output.contains("Front matter of a course: "))
    #expect(outcome.output.contains("`true` or `false`"))
  }

  @Test func listsAllRules() throws {
    let outcome = try Program.run("explain")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains("image-alt\twarning\tA picture has no words for who cannot see it"))
    #expect(lines.contains { $0.hasPrefix("front-matter-key\terror or warning\t") })
    #expect(lines == lines.sorted())
  }

  @Test func suggestsTheNameThatWasMeant() throws {
    let outcome = try Program.run("explain", "image-atl")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("there is no rule \"image-atl\""))
    #expect(outcome.errors.contains("did you mean \"image-alt\"?"))
  }
}
