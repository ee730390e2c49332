import Crypto

/// The key that all sealed files of a course are sealed with in one epoch.
package struct ContentKey: Sendable {
  /// The course.
  package let course: Identifier

  /// The epoch, from 1 up; one more each time that revoked buyers are left out.
  package let epoch: Int

  let bytes: [UInt8]

  /// The key of a course's epoch.
  package init(of root: CourseRoot, epoch: Int) {
    course = root.course
    self.epoch = epoch
    bytes = root.contentKey(epoch: epoch)
  }

  /// The key of a course's epoch for who bought the course.
  ///
  /// - Parameters:
  ///   - grant: What the buyer's entitlement says of the course.
  ///   - epoch: The epoch that the course is sealed for.
  ///   - slots: The table of that epoch, if the course has one.
  /// - Throws: ``Refusal``: `revoked` where the course was sealed anew and the buyer has no slot,
  ///   `wrong-key` where the entitlement or the slot holds another key, or the entitlement is newer
  ///   than the course.
  package init(opening grant: CourseGrant, epoch: Int, slots: SlotTable?) throws(Refusal) {
    guard epoch >= grant.epoch else {
      throw Refusal(
        .wrongKey, "this copy of the course \(grant.course) is older than the entitlement",
        help: "get the newest copy of the course")
    }
    var wrapped = grant.wrappedKey
    if epoch > grant.epoch {
      guard let slot = slots?.wrappedKey(for: grant.wrappingKey) else {
        throw Refusal(
          .revoked, "the course \(grant.course) was sealed anew, and not for this entitlement")
      }
      wrapped = slot
    }
    course = grant.course
    self.epoch = epoch
    bytes = try ContentKey.unwrapped(wrapped, with: grant.wrappingKey)
  }

  private static func unwrapped(
    _ wrapped: [UInt8], with wrappingKey: [UInt8]
  ) throws(Refusal) -> [UInt8] {
    do {
      let key = try AES.KeyWrap.unwrap(wrapped, using: SymmetricKey(data: wrappingKey))
      return key.withUnsafeBytes { Array($0) }
    } catch {
      throw Refusal(.wrongKey, "the key of the course is not wrapped for this entitlement")
    }
  }

  /// HKDF-SHA256 (RFC 5869) of the key.
  func derived(salt: [UInt8] = [], info: [UInt8], count: Int) -> [UInt8] {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: bytes), salt: salt, info: info, outputByteCount: count)
    return key.withUnsafeBytes { Array($0) }
  }
}
