import CourseModel
import Files

/// Everything that machines read of a portal: API, feeds, sitemap, `robots.txt` and `llms.txt`.
///
/// Feeds and the sitemap need absolute addresses; without them they are left out.
///
/// - Returns: Parts that can be made at the same time.
func exchangeParts(of portal: Portal, setting: ExchangeSetting)
  -> [@Sendable () -> [(RelativePath, [UInt8])]]
{
  let portal = PublicPortal(portal, setting: setting)
  return [
    { PublicAPI(portal: portal).files() },
    { portal.feeds() },
    { Sitemap(portal).files() + [portal.robotsFile(), portal.languageModelFile()] },
  ]
}
