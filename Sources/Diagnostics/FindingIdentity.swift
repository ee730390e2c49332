import Bytes

/// What a finding is, wherever in its file it stands: the same before and after lines were added above it.
package struct FindingIdentity: Hashable, Sendable {
  /// The rule's id.
  package let rule: String
  /// The file's path.
  package let path: String
  /// The message, in which numbers of lines are left out.
  package let message: String

  /// Joins the parts; numbers of lines are taken out of the message.
  package init(rule: String, path: String, message: String) {
    self.rule = rule
    self.path = path
    self.message = FindingIdentity.withoutLines(message)
  }

  /// Sixteen hexadecimal digits, which differ for findings that do; `number` says which of several equal findings
  /// is meant, counted from 0.
  package func fingerprint(number: Int) -> String {
    // FNV-1a, so that the same finding has the same fingerprint on every machine.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [rule, path, message, String(number)] {
      for byte in Array(part.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func withoutLines(_ message: String) -> String {
    let words = message.split(separator: " ", omittingEmptySubsequences: false)
    return words.indices.map { index in
      let isNumber = !words[index].isEmpty && words[index].utf8.allSatisfy(\.isASCIIDigit)
      let isLine = index > 0 && words[index - 1] == "line" && isNumber
      return isLine ? "…" : String(words[index])
    }.joined(separator: " ")
  }
}

extension Diagnostic {
  /// What the finding is, wherever in its file it stands.
  package var identity: FindingIdentity {
    FindingIdentity(rule: id.description, path: position.path, message: message)
  }
}

extension Sequence<Diagnostic> {
  /// A fingerprint for each finding, in order; of equal ones, each has its own.
  package var fingerprints: [String] {
    var seen: [FindingIdentity: Int] = [:]
    return map { finding in
      let identity = finding.identity
      defer { seen[identity, default: 0] += 1 }
      return identity.fingerprint(number: seen[identity, default: 0])
    }
  }
}
