import Bytes
import Crypto

/// The content key of an epoch, wrapped for each buyer from before who may still read.
///
/// A slot is `tag 12 | wrapped key 40`; the slots are sorted by their tags and filled up to a power
/// of two, so that their number tells little of the number of buyers.
package struct SlotTable: Sendable {
  /// The course.
  package let course: Identifier

  /// The epoch, from 2 up.
  package let epoch: Int

  /// The slots, one after the other.
  package let slots: [UInt8]

  /// The greatest number of slots.
  package static let greatestCount = 1 << 20

  private static let tagLength = 12
  private static let slotLength = 52
  private static let callStart: StaticString = "clevioSlots(\""

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - root: The course's secret.
  ///   - epoch: The epoch.
  ///   - entitlements: The buyers' entitlements, in any order.
  /// - Throws: ``Refusal`` if there are more than ``greatestCount``.
  package init(
    of root: CourseRoot, epoch: Int, for entitlements: Set<Identifier>
  ) throws(Refusal) {
    guard entitlements.count <= SlotTable.greatestCount else {
      throw Refusal(
        .tooLarge, "the course \(root.course) has more than \(SlotTable.greatestCount) buyers",
        help: "let old entitlements run out, or sell the course under another name")
    }
    var rows = entitlements.map { entitlement in
      let wrapped = root.grant(to: entitlement, epoch: epoch).wrappedKey
      return SlotTable.tag(root.wrappingKey(for: entitlement)) + wrapped
    }
    var count = 1
    while count < rows.count { count *= 2 }
    for number in rows.count..<count {
      rows.append(root.padding(SlotTable.slotLength, epoch: epoch, number: number))
    }
    rows.sort { $0.lexicographicallyPrecedes($1) }
    course = root.course
    self.epoch = epoch
    slots = Array(rows.joined())
  }

  /// What finds an entitlement's slot, without telling whose it is.
  private static func tag(_ wrappingKey: [UInt8]) -> [UInt8] {
    let tag = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: wrappingKey), info: [UInt8]("slot"),
      outputByteCount: tagLength)
    return tag.withUnsafeBytes { Array($0) }
  }

  /// The wrapped content key of an entitlement; `nil` if it has no slot.
  package func wrappedKey(for wrappingKey: [UInt8]) -> [UInt8]? {
    let tag = SlotTable.tag(wrappingKey)
    var range = 0..<(slots.count / SlotTable.slotLength)
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      let slot = slots[(middle * SlotTable.slotLength)...].prefix(SlotTable.slotLength)
      if slot.starts(with: tag) { return Array(slot.dropFirst(SlotTable.tagLength)) }
      let isBefore = slot.prefix(SlotTable.tagLength).lexicographicallyPrecedes(tag)
      range = isBefore ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}

extension SlotTable {
  /// The table as a script, with a line end.
  package var text: [UInt8] {
    var text: [UInt8] = []
    text.append(SlotTable.callStart)
    text.append(text: course.description)
    text.append("\",")
    text.append(decimal: epoch)
    text.append(",\"")
    Base64.padded.append(slots, to: &text)
    text.append("\");\n")
    return text
  }

  /// Reads a script in exactly the form that is written.
  ///
  /// - Throws: ``Refusal`` for any other text.
  package init(parsing text: [UInt8]) throws(Refusal) {
    guard let table = SlotTable(reading: text) else {
      throw Refusal(.lessonDamaged, "this is no table of slots")
    }
    self = table
  }

  private init?(reading text: [UInt8]) {
    var reader = ScriptReader(text, limit: SlotTable.greatestCount * 70 + 256)
    guard reader.take(SlotTable.callStart), let course = reader.identifier(), reader.take("\","),
      let epoch = reader.epoch(), reader.take(",\""), let slots = reader.base64(),
      reader.takesEnd(), slots.count.isMultiple(of: SlotTable.slotLength),
      (1...SlotTable.greatestCount).contains(slots.count / SlotTable.slotLength),
      SlotTable.isSorted(slots)
    else { return nil }
    self.course = course
    self.epoch = epoch
    self.slots = slots
  }

  /// Whether no tag stands before a smaller one, or twice.
  private static func isSorted(_ slots: [UInt8]) -> Bool {
    stride(from: slotLength, to: slots.count, by: slotLength).allSatisfy { start in
      let previous = slots[(start - slotLength)...].prefix(tagLength)
      return previous.lexicographicallyPrecedes(slots[start...].prefix(tagLength))
    }
  }
}
