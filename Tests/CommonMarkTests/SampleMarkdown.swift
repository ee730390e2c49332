/// Texts that use every extension, all of them different.
enum SampleMarkdown {
  static func document(_ number: Int) -> [UInt8] {
    var text = "# Lesson \(number)\n\nSee www.example.org/\(number) and a@b\(number).example.\n\n"
    for part in 0..<(2 + number % 5) {
      text += """
        ## Part \(part)

        ~~old \(number)~~ **new** *words* with `code` and a note[^\(part)].

        | name | value |
        |:-----|------:|
        | ~~a~~ \(part) | http://x.example/\(number) |
        | b \\| c | `d` |

        - [x] task \(number)
        - [ ] open
          1. inner ~~text~~

        [^\(part)]: A note with ~~strikes~~ and https://note.example/\(part).


        """
    }
    return Array(text.utf8)
  }
}
