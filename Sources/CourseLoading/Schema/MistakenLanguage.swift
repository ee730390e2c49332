/// Codes of countries, and of older lists, that are written where the code of a language is meant.
enum MistakenLanguage {
  /// The primary subtag that was probably meant (IANA language subtag registry); `nil` for codes that are languages.
  static func meant(by primary: String) -> String? { meant[primary] }

  private static let meant = [
    "jp": "ja", "cn": "zh", "kr": "ko", "dk": "da", "cz": "cs", "ua": "uk", "gr": "el", "sp": "es",
    "ir": "fa", "il": "he", "iw": "he", "eng": "en", "ger": "de", "deu": "de", "fre": "fr",
    "fra": "fr", "spa": "es", "ita": "it", "por": "pt", "rus": "ru", "ara": "ar", "jpn": "ja",
    "zho": "zh", "chi": "zh", "dut": "nl", "nld": "nl", "pol": "pl", "ukr": "uk",
  ]
}
