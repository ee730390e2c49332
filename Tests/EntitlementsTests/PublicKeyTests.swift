import Bytes
import Entitlements
import Testing

@Suite struct PublicKeyTests {
  @Test(
    "signs the vectors of RFC 8032 §7.1",
    arguments: [
      (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        """
        e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155
        5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
        """
      ),
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        """
        92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da
        085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
        """
      ),
      (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        """
        6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac
        18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
        """
      ),
    ])
  func publishedVectors(seed: String, key: String, message: String, signature: String) throws {
    let signer = try SigningKey(seed: Hex.bytes(seed))
    #expect(Hex.text(signer.publicKey.bytes) == key)
    #expect(signer.signature(for: Hex.bytes(message)) == Hex.bytes(signature))
    #expect(signer.publicKey.isValid(Hex.bytes(signature), for: Hex.bytes(message)))
    #expect(!signer.publicKey.isValid(Hex.bytes(signature), for: Hex.bytes(message) + [0]))
  }

  @Test func namesTheKeyAsRFC8037A3Does() throws {
    let key = try PublicKey(
      Base64.url.decoded(Array("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo".utf8)) ?? [])
    #expect(key.id.description == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
  }

  @Test func verifiesTheTokenOfRFC8037A4() throws {
    let key = try PublicKey(
      Base64.url.decoded(Array("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo".utf8)) ?? [])
    let signature = Base64.url.decoded(
      Array(
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
          .utf8))
    let signed = Array("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".utf8)
    #expect(key.isValid(signature ?? [], for: signed))
  }

  @Test(
    "refuses points of small order, however they are written",
    arguments: [
      "0000000000000000000000000000000000000000000000000000000000000000",
      "0000000000000000000000000000000000000000000000000000000000000080",
      "0100000000000000000000000000000000000000000000000000000000000000",
      "0100000000000000000000000000000000000000000000000000000000000080",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    ])
  func smallOrder(key: String) {
    let reason = reason { _ = try PublicKey(Hex.bytes(key)) }
    #expect(reason == .weakKey || reason == .badKeyFile)
  }

  @Test(arguments: [0, 1, 31, 33, 64])
  func refusesAKeyOfAnotherLength(count: Int) {
    #expect(reason { _ = try PublicKey([UInt8](repeating: 9, count: count)) } == .badKeyFile)
  }

  @Test func givesAFingerprintThatCanBeReadAloud() throws {
    let words = try Example().key.publicKey.id.words
    let parts = words.split(separator: "-")
    #expect(parts.count == 4)
    for part in parts {
      let isVowel = part.map { "aiou".contains($0) }
      #expect(isVowel == [false, true, false, true, false])
    }
    #expect(try Example().stranger.publicKey.id.words != words)
  }
}
