import Bytes

extension ArraySlice<UInt8> {
  /// The bytes of a value with the references to characters resolved that markup needs: numbers,
  /// and the names of characters that are markup themselves.
  var withoutCharacterReferences: [UInt8] {
    guard contains(UInt8(ascii: "&")) else { return Array(self) }
    var value: [UInt8] = []
    var rest = self
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "&") else {
        value.append(byte)
        continue
      }
      // No name that markup needs is longer.
      let name = rest.prefix(32).prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "#") }
      guard name.endIndex < endIndex, self[name.endIndex] == UInt8(ascii: ";"),
        let character = name.referredCharacter
      else {
        value.append(byte)
        continue
      }
      value += Array(String(Character(character)).utf8)
      rest = self[(name.endIndex + 1)...]
    }
    return value
  }

  private var referredCharacter: Unicode.Scalar? {
    switch String(utf8: self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard first == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = String(utf8: dropFirst(isHexadecimal ? 2 : 1))
    return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}
