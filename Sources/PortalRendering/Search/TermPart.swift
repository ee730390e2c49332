/// Which terms are written into one row of files: parts are made at the same time, and a new term moves only those of
/// its own.
///
/// Words of European languages are about as many in each.
enum TermPart: Int, CaseIterable, Sendable {
  case beforeD, fromD, fromM, fromS

  /// The part of a term, which is not empty.
  init(of term: some Collection<UInt8>) {
    switch term.first ?? 0 {
    case ..<UInt8(ascii: "d"): self = .beforeD
    case ..<UInt8(ascii: "m"): self = .fromD
    case ..<UInt8(ascii: "s"): self = .fromM
    default: self = .fromS
    }
  }
}
