import Bytes
import Testing

@testable import CourseChecks

@Suite struct TableCellsTests {
  @Test(arguments: [
    ("| a | b |", [" a ", " b ", ""]), ("a | b", ["a ", " b"]), ("| a \\| b |", [" a \\| b ", ""]),
    ("|a|\\\\|\r", ["a", "\\\\", ""]), ("", [""]), ("| `x|y` |", [" `x", "y` ", ""]),
  ])
  func partsARowAtItsBars(row: String, cells: [String]) {
    #expect(TableCells.cells(in: [UInt8](row.utf8)[...]).map { String(utf8: Array($0)) } == cells)
  }
}
