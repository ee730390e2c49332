import Bytes
import Entitlements

/// Looks through one file for what is to be kept.
struct LeakScan: WordSink {
  /// What was found.
  enum Finding: Hashable, Sendable {
    /// Six words of a closed lesson.
    case words(UInt64)
    /// The title of a closed lesson, by its place among all closed ones.
    case title(Int)
    /// An answer, by its place among all short answers.
    case answer(Int)
    /// A buyer's entitlement or a private key.
    case secret(PublishedSecret)
  }

  /// What a scan looks for.
  struct Wanted: Sendable {
    let windows: WindowSet
    /// Closed titles by their words, and short answers.
    private(set) var titles: [[UInt64]: Int] = [:]
    private(set) var answers: [ClosedWords.Answer] = []
    /// The places of answers by the words of their questions.
    fileprivate var questions: [[UInt64]: [Int]] = [:]
    /// How many words the phrases may have that end with a word, ordered.
    fileprivate var titleLengths: [UInt64: [Int]] = [:]
    fileprivate var questionLengths: [UInt64: [Int]] = [:]

    init(windows: WindowSet) { self.windows = windows }

    /// Whether there is more to look for than windows.
    var hasPhrases: Bool { !titles.isEmpty || !answers.isEmpty }

    /// Adds the title of a closed lesson, which is named by its place among all closed ones.
    mutating func add(title: [UInt64], of lesson: Int) {
      titles[title] = lesson
      if title.count >= LeakScan.shortTitle { Wanted.note(title, in: &titleLengths) }
    }

    /// Adds a short answer.
    mutating func add(_ answer: ClosedWords.Answer) {
      questions[answer.question, default: []].append(answers.count)
      answers.append(answer)
      Wanted.note(answer.question, in: &questionLengths)
    }

    private static func note(_ phrase: [UInt64], in lengths: inout [UInt64: [Int]]) {
      guard let end = phrase.last else { return }
      let known = lengths[end] ?? []
      if !known.contains(phrase.count) { lengths[end] = (known + [phrase.count]).sorted() }
    }
  }

  /// How far from its question an answer is looked for, in words.
  private static let reach = 60
  /// From how many words on a title is found within a longer text.
  private static let shortTitle = 3
  private static let mark = [UInt8]("eyJhbGciOiJFZERTQSIsImtpZCI6I")
  private static let keyWord = WordScanner.hash(of: "private")

  let wanted: Wanted
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var found: [(finding: Finding, range: Range<Int>)] = []
  private var window = WordWindow()
  private var isInRun = false
  /// The last words, where phrases are looked for.
  private var words: [UInt64] = []
  private var starts: [Int] = []
  /// Where the part between two boundaries began, in `words`.
  private var part = 0
  /// Questions that were read, with the number of the word after them.
  private var asked: [(answer: Int, after: Int)] = []

  init(_ wanted: Wanted, in bytes: UnsafeBufferPointer<UInt8>) {
    self.wanted = wanted
    self.bytes = bytes
  }

  @inline(__always)
  mutating func word(_ hash: UInt64, weight: Int, at range: Range<Int>) {
    if let number = window.add(hash, weight: weight, at: range.lowerBound),
      wanted.windows.contains(number)
    {
      // Of a long run, its first words are enough.
      if !isInRun { found.append((.words(number), window.start..<range.upperBound)) }
      isInRun = true
    } else {
      isInRun = false
    }
    if range.count >= LeakScan.mark.count { lookForToken(in: range) }
    if hash == LeakScan.keyWord { lookForKey(at: range.lowerBound) }
    if wanted.hasPhrases { lookForPhrases(hash, range) }
  }

  mutating func boundary() {
    guard wanted.hasPhrases else { return }
    endPart()
    part = words.count
  }

  mutating func reset() {
    window.reset()
    isInRun = false
    endPart()
    words.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    asked = []
    part = 0
  }

  /// Ends the scan.
  mutating func finish() { reset() }

  /// Forgets the titles that were found.
  mutating func omitTitles() {
    found.removeAll { if case .title = $0.finding { true } else { false } }
  }

  /// Forgets all that was found but entitlements and keys.
  mutating func keepSecrets() {
    found.removeAll { if case .secret = $0.finding { false } else { true } }
  }

  // MARK: Phrases

  private mutating func lookForPhrases(_ hash: UInt64, _ range: Range<Int>) {
    words.append(hash)
    starts.append(range.lowerBound)
    for length in wanted.titleLengths[hash] ?? [] where length <= words.count {
      guard let lesson = wanted.titles[Array(words.suffix(length))] else { continue }
      found.append((.title(lesson), starts[words.count - length]..<range.upperBound))
    }
    asked.removeAll { words.count - $0.after > LeakScan.reach }
    for (answer, after) in asked {
      let phrase = wanted.answers[answer].answer
      if words.count - phrase.count >= after, words.ends(with: phrase) {
        found.append((.answer(answer), starts[words.count - phrase.count]..<range.upperBound))
      }
    }
    guard let lengths = wanted.questionLengths[hash] else { return }
    let answers = lengths.filter { $0 <= words.count }.flatMap { length in
      wanted.questions[Array(words.suffix(length))] ?? []
    }
    for answer in answers.sorted() { asked.append((answer, words.count)) }
  }

  /// A short title is found only where nothing else stands beside it.
  private mutating func endPart() {
    let count = words.count - part
    guard (1..<LeakScan.shortTitle).contains(count),
      let lesson = wanted.titles[Array(words[part...])]
    else { return }
    let start = starts[part]
    found.append((.title(lesson), start..<min(bytes.count, start + 80)))
  }

  // MARK: Secrets

  private mutating func lookForToken(in range: Range<Int>) {
    var index = range.lowerBound
    while index + LeakScan.mark.count <= range.upperBound {
      if bytes[index] == LeakScan.mark[0], bytes[index...].starts(with: LeakScan.mark),
        PublishedSecret.isEntitlement(bytes[index...].prefix(256))
      {
        found.append((.secret(.entitlement), index..<range.upperBound))
        return
      }
      index += 1
    }
  }

  private mutating func lookForKey(at index: Int) {
    let line = bytes[..<index].suffix(32).lastIndex(of: UInt8(ascii: "B")) ?? index
    let begin = max(0, line - 5)
    if PublishedSecret.isPrivateKey(bytes[begin...].prefix(4_096)) {
      found.append((.secret(.privateKey), begin..<index))
    }
  }
}

extension [UInt64] {
  fileprivate func ends(with phrase: [UInt64]) -> Bool {
    count >= phrase.count && self[(count - phrase.count)...].elementsEqual(phrase)
  }
}
