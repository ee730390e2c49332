/// Where in a document a word stands.
enum DocumentPart: Sendable {
  case title, heading, text
}
