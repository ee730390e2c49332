import Bytes
import Testing

@testable import Fulfilment

@Suite struct ForeignJSONTests {
  private func read(_ text: String) -> ForeignJSON? {
    try? ForeignJSON(parsing: Array(text.utf8))
  }

  @Test(arguments: [
    ("4900", 4_900), ("0", 0), ("\"4900\"", 4_900), ("4900.0", nil), ("49e2", nil), ("-1", nil),
    ("\"\"", nil), ("\"049\"", nil), ("\" 49\"", nil), ("\"49.00\"", nil), ("true", nil),
    ("1234567890123456", nil), ("\"٤٩\"", nil),
  ])
  func takesWholeNumbersOnly(_ text: String, expected: Int?) {
    #expect(read(text)?.wholeNumber == expected)
  }

  @Test(arguments: [
    ("\"pi_3-Ab\"", "pi_3-Ab"), ("77001", "77001"), ("7.5", nil), ("\"\"", nil), ("\"a b\"", nil),
    ("\"../x\"", nil), ("\"a\\nb\"", nil), ("\"é\"", nil), ("[]", nil),
  ])
  func takesNamesThatCanStandInALog(_ text: String, expected: String?) {
    #expect(read(text)?.name == expected)
  }
}
