/// What a page asked for and left behind.
struct PageDeeds {
  var requests: [ForeignRequest]
  var kept: Set<KeptItem>
}
