import Bytes

/// What captions say, without the numbers, times and notes that files of captions have in common
/// (WebVTT §4.1, SubRip).
enum CaptionCues {
  /// The file with blanks in place of all that is no text of a cue, so that words stay where they are; the whole file
  /// where it has no cue, whatever its name says.
  static func only(in file: [UInt8]) -> [UInt8] {
    var text = file
    var hasCues = false
    var isInCue = false
    var start = 0
    while start < file.count {
      let rest = file[start...]
      let end =
        rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? file.count
      let line = file[start..<end]
      let isTiming =
        line.first?.isASCIIDigit == true && line.firstRange(ofBytes: "-->") != nil
      if isTiming { (isInCue, hasCues) = (true, true) } else if line.isEmpty { isInCue = false }
      if isTiming || !isInCue {
        for index in start..<end { text[index] = UInt8(ascii: " ") }
      }
      start = end + 1
      if rest[end...].starts(with: "\r\n".utf8) { start += 1 }
    }
    return hasCues ? text : file
  }
}
