import Bytes
import Diagnostics
import Testing

@Suite struct JUnitReportTests {
  private static let report = String(utf8: JUnitReport.text(of: SampleFindings.findings))

  @Test func failsForErrorsAlone() {
    #expect(
      Self.report.contains(
        "<testsuite name=\"clevio check\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"0\">"))
    #expect(Self.report.components(of: "<failure ") == 1)
    #expect(Self.report.components(of: "<system-out>") == 2)
  }

  @Test func tellsWhatIsWrongAndWhere() {
    #expect(
      Self.report.contains(
        """
            <testcase classname="value-price" name="docs/academy/courses/é b.md:2:8" \
        file="docs/academy/courses/é b.md" line="2">
              <failure type="error" message="&quot;49 €&quot; is 100% wrong: a, b
        and &lt;c&gt;">&quot;49 €&quot; is 100% wrong: a, b
        and &lt;c&gt;
        write 49 EUR</failure>
            </testcase>

        """))
  }

  @Test func holdsNothingThatXMLCannot() {
    #expect(Self.report.contains("a bell \u{FFFD} rings"))
    #expect(!Self.report.unicodeScalars.contains("\u{7}"))
  }

  @Test func passesWhereNothingIsFound() {
    let report = String(utf8: JUnitReport.text(of: SampleFindings.of([])))
    #expect(report.contains("tests=\"1\" failures=\"0\""))
    #expect(report.contains("<testcase classname=\"clevio\" name=\"check\"/>"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
