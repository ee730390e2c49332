import CourseChecks
import CourseModel
import Diagnostics
import Files
import Foundation

/// A check in which other hosts are asked for what a portal links to, a few of them at a time.
struct LinkVisit {
  let curl: Curl
  let terminal: Terminal

  /// How many hosts are asked at a time.
  private static let limit = 8

  /// Asks for all that a portal links to.
  ///
  /// - Throws: ``FileError`` if curl cannot work, or there is no network.
  func findings(in portal: Portal, threads: Int) throws(FileError) -> [Diagnostic] {
    let links = ExternalLink.all(of: portal, threads: threads)
    var inquiry = LinkInquiry(about: links.map(\.address))
    var requests: [Curl.Request] = []
    while true {
      while requests.count < LinkVisit.limit, let question = inquiry.next() {
        requests.append(try curl.send(question, as: "Clevio/\(Clevio.version)"))
      }
      guard !requests.isEmpty else { break }
      usleep(5_000)
      var running: [Curl.Request] = []
      for request in requests {
        if request.isRunning {
          running.append(request)
        } else {
          inquiry.take(try curl.reply(to: request), to: request.question)
        }
      }
      requests = running
      terminal.progress(inquiry.progress.done, of: inquiry.progress.all, "asked")
    }
    let hosts = inquiry.hostsWithoutNetwork
    guard hosts.isEmpty else {
      let named = hosts.prefix(3).joined(separator: ", ") + (hosts.count > 3 ? " and others" : "")
      throw FileError(
        "reach", path: "the network",
        cause: "no host was found; if the network works, all that are linked are gone: \(named)")
    }
    let addresses = counted(inquiry.progress.all, "address", plural: "addresses")
    terminal.say("\(addresses) of other hosts asked for")
    return inquiry.findings(on: links)
  }
}
