import Dispatch
import Synchronization

/// Transforms all elements on several threads; the results are in the order of the elements.
///
/// - Throws: The error of the first element that failed, in their order; later ones may be left undone.
package func concurrentMap<Element: Sendable, Output: Sendable, Failure: Error>(
  _ elements: [Element], threads: Int,
  _ transform: @Sendable (Element) throws(Failure) -> Output
) throws(Failure) -> [Output] {
  let next = Atomic(0)
  let hasFailed = Atomic(false)
  let results = Mutex<[Result<Output, Failure>?]>(Array(repeating: nil, count: elements.count))
  DispatchQueue.concurrentPerform(iterations: max(1, min(threads, elements.count))) { _ in
    while !hasFailed.load(ordering: .relaxed) {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < elements.count else { return }
      let result = Result { () throws(Failure) in try transform(elements[index]) }
      if case .failure = result { hasFailed.store(true, ordering: .relaxed) }
      results.withLock { $0[index] = result }
    }
  }
  var outputs: [Output] = []
  outputs.reserveCapacity(elements.count)
  for result in results.withLock({ $0 }) {
    if let result { outputs.append(try result.get()) }
  }
  return outputs
}
