/// What is asked of other hosts: each address once, no host twice at a time, and redirections to their end.
///
/// It asks nothing itself: who does takes questions and brings replies.
package struct LinkInquiry: Sendable {
  /// A request to be made.
  package struct Question: Hashable, Sendable {
    /// What is asked for.
    package let address: ExternalAddress

    /// Whether the beginning of the page is asked for, from a server that would not tell of its head alone.
    package let wantsBody: Bool

    /// How many redirections led here.
    fileprivate let hops: Int
  }

  /// How many redirections are followed, as by browsers (Fetch Standard §4.4).
  static let hopLimit = 20

  /// What is still to be asked, by hosts; a host that is being asked has an entry, too.
  private var waiting: [String: ArraySlice<Question>] = [:]
  /// The hosts with an entry that are not being asked.
  private var freeHosts: ArraySlice<String> = []
  private var known: Set<ExternalAddress> = []
  private var failures: [String: LinkReply.Failure] = [:]
  private var replies: [ExternalAddress: LinkReply] = [:]

  /// Wants to know of some addresses.
  package init(about addresses: some Sequence<ExternalAddress>) {
    for address in addresses { add(address, hops: 0) }
  }

  /// How many addresses are known, those that redirections led to among them, and of how many there is a reply.
  package var progress: (done: Int, all: Int) { (replies.count, known.count) }

  /// The hosts that were looked for, sorted, if none of them was found; else none.
  ///
  /// Whether there is no network, or all of them are gone, looks the same from here.
  package var hostsWithoutNetwork: [String] {
    guard replies.allSatisfy({ $0.isPrivate || $1 == .failure(.unknownHost) }) else { return [] }
    return Set(replies.keys.lazy.filter { !$0.isPrivate }.map(\.host)).sorted()
  }

  private mutating func add(_ address: ExternalAddress, hops: Int) {
    guard known.insert(address).inserted else { return }
    if waiting[address.host] == nil { freeHosts.append(address.host) }
    let question = Question(address: address, wantsBody: false, hops: hops)
    waiting[address.host, default: []].append(question)
  }

  /// The next request that may be made now; `nil` where no host is left, or all that are left are being asked.
  package mutating func next() -> Question? {
    while let host = freeHosts.popFirst() {
      while let question = waiting[host]?.popFirst() {
        guard let failure = failures[question.address.origin] else { return question }
        replies[question.address] = .failure(failure)
      }
      waiting[host] = nil
    }
    return nil
  }

  /// Takes what came of a request.
  package mutating func take(_ reply: LinkReply, to question: Question) {
    let address = question.address
    if !question.wantsBody, reply.mayComeOfAskingForHeads {
      let second = Question(address: address, wantsBody: true, hops: question.hops)
      waiting[address.host]?.append(second)
    } else {
      take(reply, from: address, hops: question.hops)
    }
    freeHosts.append(address.host)
  }

  private mutating func take(_ reply: LinkReply, from address: ExternalAddress, hops: Int) {
    replies[address] = reply
    switch reply {
    case .failure(let failure) where failure.concernsWholeServer:
      failures[address.origin] = failure
    case .moved(let target, isPermanent: _) where hops < LinkInquiry.hopLimit:
      add(target, hops: hops + 1)
    default: break
    }
  }

  /// What became of an address that was asked for.
  func outcome(of address: ExternalAddress) -> LinkOutcome {
    var (place, settled) = (address, address)
    var isForGood = true
    var seen: Set<ExternalAddress> = []
    while seen.insert(place).inserted, let reply = replies[place] {
      switch reply {
      case .moved(let target, let isPermanent):
        isForGood = isForGood && isPermanent
        if isForGood { settled = target }
        place = target
      case .status(let status):
        return LinkOutcome(status, at: place, from: address, settled: settled)
      case .failure(let failure):
        return LinkOutcome(failure, at: place, from: address)
      }
    }
    return .gone("it leads from one address to the next without an end")
  }
}
