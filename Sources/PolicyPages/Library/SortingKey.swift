extension String {
  /// What names of countries are sorted by: their letters without case and marks, so that Ö stands beside O.
  var sortingKey: String {
    String(String.UnicodeScalarView(unicodeScalars.map(\.withoutMark))).lowercased()
  }
}

extension Unicode.Scalar {
  /// The letter of which it is a marked form, by the name that Unicode gives it: `LATIN SMALL LETTER O WITH DIAERESIS`.
  fileprivate var withoutMark: Unicode.Scalar {
    guard !isASCII, let name = properties.name, name.hasPrefix("LATIN "),
      let mark = name.firstRange(of: " WITH ")
    else { return self }
    let letter = name[..<mark.lowerBound].split(separator: " ").last ?? ""
    return letter.unicodeScalars.count == 1 ? letter.unicodeScalars.first ?? self : self
  }
}
