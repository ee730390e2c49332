import CourseModel

/// Words of a declaration, perhaps in a sentence of the interface, and perhaps in another language than the page.
struct PhrasedText {
  /// What stands before the words in their sentence.
  var start = ""
  var text = ""
  /// What stands after the words.
  var end = ""
  /// The language of the words, where it is not the page's.
  var language: String?

  /// The sentence with its words.
  var whole: String { start + text + end }

  /// The words of texts for a page, joined.
  init(_ texts: [LocalizedText], strings: UIStrings) {
    let variants = texts.map { $0.variant(for: strings.language) }
    text = strings.list(variants.map(\.text))
    let others = Set(
      variants.map { variant in
        variant.language.flatMap { $0.primary == strings.language.primary ? nil : $0.text }
      })
    // Of several languages none is that of the whole.
    language = others.count == 1 ? others.first ?? nil : nil
  }
}

extension UIStrings {
  /// What goes to a service when it loads, in a sentence with the place `{data}`.
  ///
  /// - Parameters:
  ///   - service: The service.
  ///   - key: The sentence.
  ///   - values: What is filled in for its other places.
  /// - Returns: The sentence, in which what every website learns stands where nothing else is declared.
  func received(
    by service: Service, in key: String, _ values: KeyValuePairs<String, String>
  ) -> PhrasedText {
    let data = service.receives ?? LocalizedText(text("embed_data"))
    var sentence = PhrasedText([data], strings: self)
    let frame = text(key, values)
    let place = frame.firstRange(of: "{data}") ?? frame.endIndex..<frame.endIndex
    sentence.start = String(frame[..<place.lowerBound])
    sentence.end = String(frame[place.upperBound...])
    return sentence
  }
}

extension LegalDeclaration {
  /// The titles of the purposes that a service is there for.
  func purposeTitles(of service: Service) -> [LocalizedText] {
    service.purposes.compactMap { id in
      purposes.first { $0.id?.value == id.value }?.title
    }
  }
}
