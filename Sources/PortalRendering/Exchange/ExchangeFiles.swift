import CourseModel
import Files

/// What machines read of a portal as a whole: the API's lists, the portal's feed, sitemap, `robots.txt` and `llms.txt`.
///
/// Feeds and the sitemap need absolute addresses; without them they are left out.
///
/// - Returns: Parts that can be made at the same time; each hands over a file as soon as it is made.
func exchangeBatches(of portal: PublicPortal) -> [PageBatch] {
  [
    PageBatch { receive throws(FileError) in
      try PublicAPI(portal: portal).write(receive)
      return RenderedPages()
    },
    PageBatch { receive throws(FileError) in
      try Sitemap(portal).write(receive)
      for (path, bytes) in [portal.robotsFile(), portal.languageModelFile()] {
        try receive(path, .bytes(bytes))
      }
      if let (path, bytes) = portal.portalFeed { try receive(path, .bytes(bytes)) }
      return RenderedPages()
    },
  ]
}

extension PublicPortal {
  /// Makes what machines read of one course: its resource in the API, and its feed.
  func write(_ course: Course, _ receive: PageReceiver) throws(FileError) {
    guard course.visibility.isListed else { return }
    try PublicAPI(portal: self).write(course, receive)
    if let (path, bytes) = feed(of: course) { try receive(path, .bytes(bytes)) }
  }
}
