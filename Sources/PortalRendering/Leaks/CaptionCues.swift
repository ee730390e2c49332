import Bytes

/// What captions say, without the numbers, times and notes that files of captions have in common
/// (WebVTT §4.1, SubRip).
enum CaptionCues {
  /// The file with blanks in place of all that is no text of a cue, so that words stay where they are.
  static func only(in file: [UInt8]) -> [UInt8] {
    // A file without times is no captions, whatever its name says.
    guard file[...].firstRange(ofBytes: "-->") != nil else { return file }
    var text = file
    var isInCue = false
    var start = 0
    while start < file.count {
      let rest = file[start...]
      let end =
        rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? file.count
      let line = file[start..<end]
      let isTiming = line.firstRange(ofBytes: "-->") != nil
      if isTiming { isInCue = true } else if line.isEmpty { isInCue = false }
      if isTiming || !isInCue {
        for index in start..<end { text[index] = UInt8(ascii: " ") }
      }
      start = end + 1
      if rest[end...].starts(with: "\r\n".utf8) { start += 1 }
    }
    return text
  }
}
