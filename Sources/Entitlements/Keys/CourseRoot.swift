import Bytes
import Crypto

/// The secret that all keys of a course are made of; only its author has it.
package struct CourseRoot: Sendable {
  /// The course.
  package let course: Identifier

  /// 32 secret bytes.
  package let secret: [UInt8]

  /// Takes a root.
  package init(course: Identifier, secret: [UInt8]) {
    precondition(secret.count == 32, "a course's root has 32 bytes")
    self.course = course
    self.secret = secret
  }

  /// The key that the course's lessons are sealed with, 32 bytes.
  ///
  /// - Parameter epoch: From 1 up; one more each time that revoked buyers are left out.
  /// - Returns: The same key for the same epoch.
  package func contentKey(epoch: Int) -> [UInt8] { derived("cek", String(epoch)) }

  /// The key that wraps the content key for one entitlement, 32 bytes.
  package func wrappingKey(for entitlement: Identifier) -> [UInt8] {
    derived("kek", entitlement.description)
  }

  /// What tells this root from any other, and says nothing of it: 16 bytes.
  package var fingerprint: [UInt8] { Array(derived("check", "").prefix(16)) }

  /// What an entitlement carries of the course: the content key under the entitlement's own.
  package func grant(to entitlement: Identifier, epoch: Int) -> CourseGrant {
    let wrapping = wrappingKey(for: entitlement)
    do {
      let wrapped = try AES.KeyWrap.wrap(
        SymmetricKey(data: contentKey(epoch: epoch)), using: SymmetricKey(data: wrapping))
      return CourseGrant(
        course: course, epoch: epoch, wrappedKey: Array(wrapped), wrappingKey: wrapping)
    } catch {
      preconditionFailure("AES key wrap takes keys of 32 bytes: \(error)")
    }
  }

  /// What a file of the course is called when it is sealed, 24 hexadecimal digits.
  func fileName(of source: String) -> String {
    String(utf8: Hexadecimal.encoded(derived("name", source, count: 12)))
  }

  /// What a slot holds that is nobody's.
  func padding(_ count: Int, epoch: Int, number: Int) -> [UInt8] {
    derived("pad", "\(epoch)\0\(number)", count: count)
  }

  /// HKDF-SHA256 (RFC 5869) without salt over `purpose`, the course and `detail`, NUL between them.
  private func derived(
    _ purpose: StaticString, _ detail: String, count: Int = 32
  ) -> [UInt8] {
    var info = [UInt8](purpose)
    info.append(0)
    info.append(contentsOf: course.bytes)
    info.append(0)
    info.append(text: detail)
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: secret), info: info, outputByteCount: count)
    return key.withUnsafeBytes { Array($0) }
  }
}

/// One course of an entitlement.
package struct CourseGrant: Hashable, Sendable {
  /// The course.
  package let course: Identifier

  /// The epoch of the content key, from 1 up.
  package let epoch: Int

  /// The content key under the wrapping key (RFC 3394), 40 bytes.
  package let wrappedKey: [UInt8]

  /// The key of this entitlement alone, 32 bytes.
  package let wrappingKey: [UInt8]
}
