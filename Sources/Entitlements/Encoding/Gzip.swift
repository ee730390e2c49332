import CZlib

/// Bytes as one gzip member (RFC 1952), which browsers unpack by themselves.
enum Gzip {
  /// The smallest form that zlib finds, without a name or a time; the same bytes give the same form.
  static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    let bound = clevio_gzip_bound(bytes.count)
    let compressed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      count = bytes.withUnsafeBufferPointer {
        clevio_gzip($0.baseAddress, $0.count, output.baseAddress, bound)
      }
    }
    precondition(!compressed.isEmpty, "zlib compresses what fits into memory")
    return compressed
  }

  /// The bytes of a member; `nil` for anything else, also for a member of more than `limit` bytes.
  static func decompressed(_ member: [UInt8], limit: Int) -> [UInt8]? {
    guard member.count >= 18 else { return nil }
    // The size stands at the end, so that nothing has to be taken on trust while it grows.
    let size = member.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard size <= limit else { return nil }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, size)) { output, count in
      isWhole = member.withUnsafeBufferPointer {
        clevio_gunzip($0.baseAddress, $0.count, output.baseAddress, size) == 1
      }
      count = isWhole ? size : 0
    }
    return isWhole ? bytes : nil
  }
}
