import Bytes

/// Text of strangers, fit to be shown.
package enum ShownText {
  /// The text in quotes; what would steer a terminal, hide, or turn the direction of writing is
  /// shown by its number, such as `\u{202E}`.
  package static func quoted(_ text: some Collection<UInt8>) -> String {
    var shown = "\""
    for scalar in String(utf8: text).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default:
        if scalar == "\"" || scalar == "\\" { shown += "\\" }
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown + "\""
  }
}
