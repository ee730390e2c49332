import Bytes
import Diagnostics
import Foundation
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    String(utf8: UnifiedDiff.text(of: "a.md", from: Array(old.utf8), to: Array(new.utf8)))
  }

  @Test func showsThreeLinesAroundWhatChanged() {
    let old = (1...12).map { "\($0)\n" }.joined()
    #expect(
      diff(old, old.replacing("6\n", with: "six\n")) == """
        --- a/a.md
        +++ b/a.md
        @@ -3,7 +3,7 @@
         3
         4
         5
        -6
        +six
         7
         8
         9

        """)
  }

  @Test func joinsChangesThatAreNearAndPartsOthers() {
    let old = (1...30).map { "\($0)\n" }.joined()
    let near = diff(old, old.replacing("\n10\n", with: "\nx\n").replacing("\n14\n", with: "\ny\n"))
    #expect(near.components(separatedBy: "@@ -").count == 2)
    #expect(near.contains("@@ -7,11 +7,11 @@"))
    let far = diff(old, old.replacing("\n10\n", with: "\nx\n").replacing("\n20\n", with: "\ny\n"))
    #expect(far.components(separatedBy: "@@ -").count == 3)
  }

  @Test func keepsLineEndsAndSaysWhereTheLastOneIsMissing() {
    #expect(
      diff("a\r\nb", "a\r\nc")
        == "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n"
        + "+c\n\\ No newline at end of file\n")
  }

  @Test func isEmptyForNoChange() {
    #expect(diff("a\n", "a\n") == "")
    #expect(diff("", "") == "")
  }
}
