import FuzzTargets

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// libFuzzer's loop, which a program may call itself (`FuzzerInterface.h`).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Feeds a reader with bytes that libFuzzer makes up: `fuzz TARGET CORPUS [-runs=N …]`.
@main enum Fuzz {
  nonisolated(unsafe) private static var target = FuzzTarget.json

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let target = FuzzTarget(rawValue: arguments[1]) else {
      print(FuzzTarget.allCases.map(\.rawValue).joined(separator: "\n"))
      return
    }
    Fuzz.target = target
    for (number, seed) in target.seeds.enumerated() {
      guard let file = fopen("\(arguments[2])/seed-\(number)", "w") else { exit(74) }
      fwrite(seed, 1, seed.count, file)
      fclose(file)
    }
    var rest: [UnsafeMutablePointer<CChar>?] =
      [strdup(arguments[0])] + arguments.dropFirst(2).map { strdup($0) }
    var count = Int32(rest.count)
    rest.append(nil)
    rest.withUnsafeMutableBufferPointer { buffer in
      var pointer = buffer.baseAddress
      exit(
        runDriver(&count, &pointer) { bytes, count in
          Fuzz.target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
          return 0
        })
    }
  }
}
