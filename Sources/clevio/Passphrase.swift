import ArgumentParser
import Bytes
import Foundation

/// The passphrase that an author's keys are kept under; never an argument, which other users of a
/// machine could see.
struct PassphraseOptions: ParsableArguments {
  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp(
      "Read the passphrase from this file descriptor, up to the end of its first line.",
      discussion: "Otherwise the environment's CLEVIO_PASSPHRASE is taken, or the terminal asked.",
      valueName: "number"))
  var descriptor: Int32?

  /// The passphrase of keys that are there.
  func read() throws -> [UInt8] { try read(isNew: false) }

  /// The passphrase of keys that are being made: asked for twice, and not too short.
  func readNew() throws -> [UInt8] {
    let passphrase = try read(isNew: true)
    guard String(utf8: passphrase).count >= Passphrase.shortest else {
      throw ValidationError(
        "A passphrase has at least \(Passphrase.shortest) characters; take four words or more.")
    }
    return passphrase
  }

  private func read(isNew: Bool) throws -> [UInt8] {
    let passphrase: [UInt8]
    if let descriptor {
      passphrase = try Passphrase.line(of: descriptor)
    } else if let text = ProcessInfo.processInfo.environment["CLEVIO_PASSPHRASE"] {
      passphrase = Array(text.utf8)
    } else {
      passphrase = try Passphrase.ask(twice: isNew)
    }
    guard !passphrase.isEmpty else { throw ValidationError("The passphrase is empty.") }
    guard passphrase.count <= Passphrase.longest else {
      throw ValidationError("The passphrase has more than \(Passphrase.longest) bytes.")
    }
    return passphrase
  }
}

/// Where a passphrase comes from.
enum Passphrase {
  static let shortest = 12
  static let longest = 4_096

  /// The first line that a descriptor gives, without its end.
  static func line(of descriptor: Int32) throws -> [UInt8] {
    var line: [UInt8] = []
    // One byte at a time, so that what follows is left to who reads next.
    while line.count <= longest, let byte = try nextByte(of: descriptor) {
      if byte == UInt8(ascii: "\n") { break }
      line.append(byte)
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }

  /// Asks on the terminal, without showing what is typed.
  static func ask(twice: Bool) throws -> [UInt8] {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else {
      throw ValidationError(
        "There is no terminal to ask for the passphrase: give it by --passphrase-fd or in "
          + "CLEVIO_PASSPHRASE.")
    }
    defer { close(terminal) }
    let first = try ask(twice ? "New passphrase: " : "Passphrase: ", on: terminal)
    if twice, try ask("The same again: ", on: terminal) != first {
      throw ValidationError("The two passphrases differ.")
    }
    return first
  }

  private static func ask(_ question: String, on terminal: Int32) throws -> [UInt8] {
    var settings = termios()
    guard tcgetattr(terminal, &settings) == 0 else {
      throw ValidationError("The terminal cannot hide what is typed.")
    }
    var silent = settings
    // Without signals, so that an interrupted program leaves no terminal that shows nothing.
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else {
      throw ValidationError("The terminal cannot hide what is typed.")
    }
    defer {
      tcsetattr(terminal, TCSAFLUSH, &settings)
      _ = StandardStream.write([UInt8]("\n"), to: terminal)
    }
    _ = StandardStream.write(Array(question.utf8), to: terminal)
    var line = TypedLine()
    while try line.take(nextByte(of: terminal)) {}
    guard !line.isInterrupted else { throw ExitCode(128 + SIGINT) }
    return line.bytes
  }

  private static func nextByte(of descriptor: Int32) throws -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = Foundation.read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw ValidationError(
          "The passphrase cannot be read from descriptor \(descriptor): "
            + String(cString: strerror(errno)) + ".")
      }
      return count == 0 ? nil : byte
    }
  }
}

/// A line as it is typed on a terminal that does not edit it itself.
struct TypedLine {
  private(set) var bytes: [UInt8] = []
  private(set) var isInterrupted = false

  /// Takes what was typed; whether the line goes on.
  mutating func take(_ byte: UInt8?) -> Bool {
    switch byte {
    case nil, 0x0A, 0x0D, 0x04: return false
    case 0x03:
      isInterrupted = true
      return false
    case 0x15: bytes = []
    case 0x08, 0x7F:
      while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    case .some(let byte): bytes.append(byte)
    }
    return bytes.count <= Passphrase.longest
  }
}
