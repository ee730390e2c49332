import Bytes
import Testing

@Suite struct ASCIITests {
  @Test func knowsEveryByte() {
    let digits = Set("0123456789".utf8)
    let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    let hexadecimal = Set("0123456789abcdefABCDEF".utf8)
    let spaces = Set(" \t\n\u{C}\r".utf8)
    for byte in UInt8.min...UInt8.max {
      #expect(byte.isASCIIDigit == digits.contains(byte), "\(byte)")
      #expect(byte.isASCIIHexDigit == hexadecimal.contains(byte), "\(byte)")
      #expect(byte.isASCIILetter == letters.contains(byte), "\(byte)")
      #expect(byte.isASCIIAlphanumeric == (digits.contains(byte) || letters.contains(byte)))
      #expect(byte.isASCIIWhitespace == spaces.contains(byte), "\(byte)")
    }
  }

  @Test func lowersOnlyCapitals() {
    for byte in UInt8.min...UInt8.max {
      let isCapital = (0x41...0x5A).contains(byte)
      #expect(byte.asciiLowercased == (isCapital ? byte + 0x20 : byte))
    }
  }

  @Test(arguments: [
    ("", ""), (" ", ""), ("\t\r\n", ""), ("a", "a"), (" a b ", "a b"), ("\u{A0}a ", "\u{A0}a"),
  ])
  func trimsBothEnds(text: String, trimmed: String) {
    #expect(String(utf8: text.utf8.trimmingASCIIWhitespace) == trimmed)
    #expect(String(utf8: Array(text.utf8)[...].trimmingASCIIWhitespace) == trimmed)
  }

  @Test(arguments: [
    ("0", 0), ("007", 7), ("999999999999999999", 999_999_999_999_999_999), ("", nil), ("-1", nil),
    ("+1", nil), (" 1", nil), ("1.0", nil), ("1a", nil), ("٤", nil), ("1000000000000000000", nil),
  ])
  func readsDigitsAsANumber(text: String, number: Int?) {
    #expect(text.utf8.decimalNumber == number)
    #expect(Array(text.utf8)[...].decimalNumber == number)
  }

  @Test func comparesWithLiterals() {
    #expect("price".utf8.equals("price"))
    #expect(!"prices".utf8.equals("price"))
    #expect("prices".utf8.hasPrefix("price"))
    #expect(!"pri".utf8.hasPrefix("price"))
    #expect("".utf8.hasPrefix(""))
  }
}
