import CourseModel

/// The names of languages in themselves.
enum LanguageNames {
  /// The name of a language, such as `Deutsch`; `nil` if it is not in the table.
  static func name(of language: LanguageTag) -> String? {
    names[language.text.lowercased()] ?? names[language.primary]
  }

  private static let names = [
    "ar": "العربية", "be": "Беларуская", "bg": "Български", "bn": "বাংলা", "ca": "Català",
    "cs": "Čeština", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά", "en": "English",
    "es": "Español", "et": "Eesti", "fa": "فارسی", "fi": "Suomi", "fr": "Français", "he": "עברית",
    "hi": "हिन्दी", "hr": "Hrvatski", "hu": "Magyar", "id": "Bahasa Indonesia", "it": "Italiano",
    "ja": "日本語", "ko": "한국어", "lt": "Lietuvių", "lv": "Latviešu", "ms": "Bahasa Melayu",
    "nl": "Nederlands", "no": "Norsk", "nb": "Norsk bokmål", "nn": "Norsk nynorsk",
    "pcm": "Naijá", "pl": "Polski", "pt": "Português", "pt-br": "Português (Brasil)",
    "ro": "Română", "ru": "Русский", "sa": "संस्कृतम्", "sk": "Slovenčina", "sl": "Slovenščina",
    "sr": "Српски", "sv": "Svenska", "sw": "Kiswahili", "ta": "தமிழ்", "th": "ไทย", "tr": "Türkçe",
    "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文", "zh-hans": "简体中文",
    "zh-hant": "繁體中文",
  ]
}
