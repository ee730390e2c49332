import Bytes
import Foundation
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    "", "plain", "\"quoted\"", "C:\\x", "line\nline\r\t", "\0\u{1}\u{1F}", "é😀", "\u{2028}",
    "\u{7F}\u{85}\u{9B}31m", "</script>",
  ])
  func writesWhatAnotherReaderReads(text: String) throws {
    var json: [UInt8] = []
    json.append(jsonString: text)
    let read = try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed)
    #expect((read as? String).map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test func keepsControlCharactersFromTheTerminal() {
    var json: [UInt8] = []
    json.append(jsonString: "\u{1B}[31m\u{9B}\u{7F}")
    #expect(String(utf8: json) == #""\u001b[31m\u009b\u007f""#)
  }
}
