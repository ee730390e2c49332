import Bytes
import Entitlements
import TestSupport
import Testing

@Suite struct CourseRootTests {
  @Test func givesEveryEpochAndBuyerAKeyOfTheirOwn() throws {
    let root = try Example().root
    let buyers = try ["e-0001", "e-0002"].map { root.wrappingKey(for: try Example.name($0)) }
    let other = CourseRoot(course: try Example.name("rope"), secret: root.secret)
    let keys = [
      root.contentKey(epoch: 1), root.contentKey(epoch: 2), root.contentKey(epoch: 12), buyers[0],
      buyers[1], other.contentKey(epoch: 1), other.wrappingKey(for: try Example.name("e-0001")),
    ]
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { $0.count == 32 })
    #expect(try Example().root.contentKey(epoch: 1) == keys[0])
  }

  @Test func derivesAndWrapsAsPythonDoes() throws {
    let example = try Example()
    let grant = example.root.grant(to: try Example.name("e-0001"), epoch: 3)
    let script = """
      import sys
      try:
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF
        from cryptography.hazmat.primitives import hashes, keywrap
      except ImportError:
        sys.exit(77)
      d = lambda info: HKDF(hashes.SHA256(), 32, None, info).derive(bytes([7]) * 32)
      cek, kek = d(b"cek\\0knots\\0" + b"3"), d(b"kek\\0knots\\0e-0001")
      print(cek.hex(), kek.hex(), keywrap.aes_key_wrap(kek, cek).hex())
      """
    guard let outcome = try Tool.run("python3", ["-c", script]), outcome.status != 77 else {
      Tool.isMissing("python's cryptography")
      return
    }
    let expected = [example.root.contentKey(epoch: 3), grant.wrappingKey, grant.wrappedKey]
    #expect(outcome.output == expected.map(Hex.text).joined(separator: " ") + "\n")
  }
}
