import CourseModel
import Files

/// Everything that machines read of a portal: API, feeds, sitemap, `robots.txt` and `llms.txt`.
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
      try portal.writeFeeds(receive)
      return RenderedPages()
    },
    PageBatch { receive throws(FileError) in
      try Sitemap(portal).write(receive)
      for (path, bytes) in [portal.robotsFile(), portal.languageModelFile()] {
        try receive(path, .bytes(bytes))
      }
      return RenderedPages()
    },
  ]
}
