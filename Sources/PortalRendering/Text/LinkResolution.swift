import Files

/// What becomes of a link.
enum LinkResolution {
  /// The address to write, and what the page then needs.
  case address([UInt8], LinkUse)
  /// No address: the words stay, the link goes.
  case refused(LinkFinding)
}

/// What a page needs because of a link.
struct LinkUse {
  var page: RelativePath?
  var target = RelativePath.root
  var id: [UInt8] = []
  var asset: Asset?
}
