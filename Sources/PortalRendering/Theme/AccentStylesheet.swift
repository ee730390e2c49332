import CourseModel

/// The small style sheet with an author's colours and fonts.
enum AccentStylesheet {
  /// The style sheet, or `nil` where the theme's own look is kept.
  static func css(for settings: ThemeSettings) -> [UInt8]? {
    var declarations: [String] = []
    let accent = settings.accent.flatMap { Colour($0.value) }
    let accentDark = settings.accentDark.flatMap { Colour($0.value) }
    if accent != nil || accentDark != nil {
      let light = accent ?? .accent
      let dark = (accentDark ?? light).brightened(against: .darkGround)
      let readable = light.darkened(against: .lightGround)
      declarations.append("--accent: light-dark(\(readable.css), \(dark.css));")
      declarations.append(
        "--on-accent: light-dark(\(readable.textOn.css), \(dark.textOn.css));")
    }
    if let font = settings.textFont.flatMap(fontList) {
      declarations.append("--font-text: \(font);")
    }
    if let font = settings.codeFont.flatMap(fontList) {
      declarations.append("--font-code: \(font);")
    }
    guard !declarations.isEmpty else { return nil }
    return Array(":root {\n  \(declarations.joined(separator: "\n  "))\n}\n".utf8)
  }

  /// A font list without what would end the declaration.
  private static func fontList(_ text: String) -> String? {
    let clean = text.filter { !"{};<>\\\n".contains($0) }
    return clean.isEmpty ? nil : clean
  }
}
