import Bytes
package import CourseModel
package import Diagnostics
package import Files

/// A mail about something that a learner did, for hosts that know of it and send mail.
///
/// Its template is plain text with places such as `{name}`: a line that begins with `Subject: `, an empty line, the
/// text. Templates lie in `mails/<language>/<event>.txt`; a portal's own replace the built-in ones.
package struct EventMail: Sendable {
  /// The subject, one line.
  package let subject: String
  /// Plain text; lines end with LF.
  package let text: String

  /// The names of the places.
  package enum Place: String, CaseIterable, Sendable {
    /// The learner's name.
    case name
    /// The course's title.
    case course
    /// The address of the course's page.
    case link
    /// The address of the course's certificate, or of its page where it has none.
    case certificate
    /// The portal's title.
    case portal
    /// Who runs the portal.
    case `operator`
  }

  /// Why a mail cannot be written.
  package struct Invalid: Error {
    package let diagnostic: Diagnostic
  }

  /// The built-in templates by their paths in a portal.
  package static var templates: FileTree {
    var templates = FileTree()
    for (path, content) in BuiltinFiles.tree.subtree(folder).files {
      templates[folder.appending(path.text)] = content
    }
    return templates
  }

  private static let folder = RelativePath("mails")

  /// Where the template about an event lies that serves readers of a language best, and its text.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - language: The mail's language; English stands in for one without a template.
  ///   - sources: The portal's files, whose templates come first.
  /// - Returns: The path within a portal, and the text with its places.
  /// - Throws: ``FileError`` if the portal's own template cannot be read.
  package static func template(
    about event: LearningEvent, in language: LanguageTag, of sources: FileTree
  ) throws(FileError) -> (path: RelativePath, text: String) {
    let builtin = templates
    for name in [language.text, language.primary, LanguageTag.english.text] {
      let path = folder.appending("\(name)/\(event.rawValue).txt")
      if let file = sources[path] ?? builtin[path] { return (path, String(utf8: try file.read())) }
    }
    preconditionFailure("there is no mail in English about \(event.rawValue)")
  }

  /// Fills in a template that lies at `path`.
  package init(
    template: String, at path: RelativePath, _ value: (Place) -> String
  ) throws(Invalid) {
    func invalid(_ message: String, line: Int, help: String) -> Invalid {
      let position = SourcePosition(path: path.text, line: line, column: 1)
      return Invalid(diagnostic: Diagnostic("mail-text", .error, message, at: position, help: help))
    }
    let lines = template.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      guard let place = PlaceText<Place>.unknownPlace(in: String(line)) else { continue }
      let names = Place.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      throw invalid("there is no place \(place)", line: index + 1, help: "there are \(names)")
    }
    let mark = "Subject: "
    guard lines.count > 2, lines[0].hasPrefix(mark), lines[1].isEmpty else {
      throw invalid(
        "a mail begins with its subject and an empty line", line: 1,
        help: "begin with \"Subject: \", and leave the second line empty")
    }
    func filled(_ text: some StringProtocol) -> String {
      PlaceText<Place>(template: String(text)).filled(value)
    }
    // A name with a line's end in it would begin a field of its own in the mail's head.
    let head = filled(lines[0].dropFirst(mark.count))
    subject = String(utf8: head.utf8.map { max($0, UInt8(ascii: " ")) })
    text = filled(lines.dropFirst(2).joined(separator: "\n"))
  }
}
