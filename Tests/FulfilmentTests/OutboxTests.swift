import Entitlements
import Files
import Fulfilment
import TestSupport
import Testing

struct OutboxTests {
  @Test func isUsedByOneProgramAtATime() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/outbox"
    var first: Outbox? = try Outbox(path)
    do throws(Failure) {
      _ = try Outbox(path)
      Issue.record("two use one outbox")
    } catch {
      guard case .machine(let told) = error else { throw error }
      #expect(told.path == path)
      #expect(told.cause.hasPrefix("another clevio fulfil works with this outbox"))
    }
    #expect(try first?.waitingMails() == [])
    first = nil
    _ = try Outbox(path)
  }
}
