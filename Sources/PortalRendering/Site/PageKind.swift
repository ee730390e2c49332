/// What a page is, as its `body` tells styles and scripts (Themes/default/README.md).
enum PageKind: String {
  case catalogue, listing
  case course, section, lesson, certificate, reader
  case author, policy, page
  case search, offline
  case notFound = "not-found"
  case redirect
}
