import Testing

@testable import PortalRendering

@Suite struct WordReaderTests {
  private func words(_ text: String) -> [String] { words(Array(text.utf8)) }

  private func words(_ bytes: [UInt8]) -> [String] {
    var reader = WordReader()
    var words: [String] = []
    bytes.withUnsafeBufferPointer {
      reader.read($0) { word, _ in words.append(String(decoding: word, as: UTF8.self)) }
    }
    return words
  }

  @Test(arguments: [
    ("Hello, World-Wide 42nd x_y", ["hello", "world", "wide", "42nd", "x", "y"]),
    ("Straße Ärger naïve", ["strasse", "arger", "naive"]),
    ("STRASSE STRAẞE straße", ["strasse", "strasse", "strasse"]),
    ("İstanbul ISPARTA ışık", ["istanbul", "isparta", "ısık"]),
    ("ΟΔΥΣΣΕΥΣ Σ ὁδός", ["οδυσσευς", "σ", "οδος"]),
    ("Tiếng Việt", ["tieng", "viet"]),
    ("مُحَمَّد", ["محمد"]),
    ("机器学习 入門 中", ["机器", "器学", "学习", "入門", "中"]),
    ("Swift言語の", ["swift", "言語", "語の"]),
    ("ﬁle ＡＢＣ ½ x²", ["file", "abc", "1", "2", "x2"]),
    ("👩‍🚀rocket🚀", ["rocket"]),
    ("a\u{2028}b\u{A0}c\u{0}d", ["a", "b", "c", "d"]),
    ("one-two/three’s four-five", ["one", "two", "three", "s", "four", "five"]),
    ("a.Σ. a-Σ", ["a", "ς", "a", "σ"]),
    ("", []),
    ("— … „“", []),
  ])
  func foldsAndCuts(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func agreesWithTheThemesScript() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    let texts = Self.trickyTexts + Self.longTexts
    for (text, expected) in zip(texts, try script.words(of: texts)) {
      expectSame(text, expected)
    }
  }

  @Test func foldsEveryScalarAsTheThemesScriptDoes() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    // A letter on each side shows whether a scalar joins, separates or vanishes.
    let texts = (1...0x10_FFFF).compactMap { Unicode.Scalar($0) }.filter(\.isKnownToAll).map {
      "a\($0)b"
    }
    let expected = try script.words(of: texts)
    #expect(expected.count == texts.count)
    for (text, expected) in zip(texts, expected) { expectSame(text, expected) }
  }

  private func expectSame(_ text: String, _ expected: [String]) {
    var seen: Set<[UInt8]> = []
    let ours = words(text).filter { seen.insert(Array($0.utf8)).inserted }
    let isSame = ours.map { Array($0.utf8) } == expected.map { Array($0.utf8) }
    if !isSame {
      Issue.record("\(text.debugDescription): \(ours) in place of the script's \(expected)")
    }
  }

  @Test func cutsLongWordsAtAWholeScalar() {
    #expect(words(String(repeating: "x", count: 100)) == [String(repeating: "x", count: 40)])
    let thai = String(repeating: "ก", count: 50)
    #expect(words(thai) == [String(repeating: "ก", count: 13)])
  }

  @Test func readsIllFormedText() {
    #expect(words([0x61, 0xFF, 0x62, 0x20, 0xC3]) == ["a", "b"])
  }

  @Test func readsAMegabyteWithoutSpacesInLinearTime() {
    let size = 1_000_000
    #expect(words(String(repeating: "Σ'", count: size / 3)).count == size / 3)
    #expect(words(String(repeating: "'", count: size) + "Σ") == ["σ"])
    #expect(words(String(repeating: "字", count: size / 3)).count == size / 3 - 1)
  }

  /// Words of 40 bytes and of a few more or fewer, of letters that have one to four.
  private static var longTexts: [String] {
    var words: [String] = []
    for letter in ["x", "ж", "ก", "𐐨", "é", "ﬃ", "ß"] {
      words += (8...42).map { String(repeating: letter, count: $0) }
    }
    for letter in ["ж", "ก", "𐐨"] {
      words += (36...41).map { String(repeating: "x", count: $0) + letter + "xyz" }
    }
    return words.flatMap { [$0, "\($0)y \($0)z", "字\($0)字字"] }
  }

  private static let trickyTexts = [
    "Die Straße ist naß. ÄÖÜ äöü ẞ STRASSE", "İSTANBUL Iğdır ısı ışık İ i̇ I ı",
    "ΟΔΥΣΣΕΥΣ Σ ΣΑΣ ΑΣ. ΑΣ'Α Σ'Σ ὈΔΌΣ ς σ Ϲ ΑϹ αΣ·β ΑΣ\u{301}Α ΑΣ\u{200D}Α 𝚺𝐚𝚺 Α:Σ:Α",
    "Tiếng Việt: Đường phố Nguyễn Huệ, ươ ƯƠ", "مُحَمَّدٌ رَسُولٌ ﷺ ﷲ لآ ﻻ ١٢٣ الْعَرَبِيَّة",
    "हिन्दी में प्रोग्रामिंग क़लम ज़ ९८७", "ภาษาไทยน้ำใจ กำแพง ๑๒๓", "中文分词：机器学习，深度学习。中 a中b 中a文 𠀀𠀁 〇二 豈更",
    "プログラミング入門 がぎぐ ｶﾞｷﾞ ㌔ ㍿ ー々〆 ゛ ヿ ゟ", "한국어 프로그래밍 각 가 ㄱㄴ ﾡ ㈀ ㉠ 조합형 각",
    "ﬁ ﬂ ﬃ ﬆ Ǆ ǅ ǆ ŉ Ĳ", "Ｆｕｌｌ－Ｗｉｄｔｈ １２３ ＡｂＣ", "👩‍👩‍👧‍👦 family 🇩🇪 ❤️ 1️⃣ ①② ⅔ Ⅷ ℻ ™ ℃",
    "e\u{301}\u{327} é Å Å Ω K a\u{0}b", "mixedСмешанныйtext漢字kana日本語カナ한글 x中y文z",
    "don't O’Reilly x.y x·y co-op C++ C# .NET snake_case a\u{AD}b a\u{200B}b a\u{FEFF}b",
    "ЁЖИК ёжик Йод ЙОД і ї Ў", "ლაშა ᲚᲐᲨᲐ Ꭰ ꭰ 𐐀 𐐨 𞤀 Ա և",
    "\u{E000}\u{F8FF} \u{2028}x\u{2029}y\u{85}z\u{1F}w",
    "𝕳𝖊𝖑𝖑𝖔 𝟘𝟙 ⓐⒶ ª º ʰ ˢ ₂ ² ⁿ ℵ", "\u{30DB}\u{309A} ポ \u{1112}\u{1161}\u{11AB} ᄒ",
    "x\u{338}y Ł ø Đ ħ ı ł",
    "ເຂົ້າ ກຳ ཀྵ བོད་ဖ မြန်မာ ខ្មែរ ἀᾼ ᾳ ῼ ΐ",
  ]
}

extension Unicode.Scalar {
  /// Whether the scalar was assigned before the oldest of the libraries compared was made.
  fileprivate var isKnownToAll: Bool {
    guard let age = properties.age else { return false }
    return age.major < 15
  }
}
