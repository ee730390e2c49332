/// Where a value is.
struct SlotReference: Hashable {
  /// The frame's index in the window of the running function.
  var frame: Int32
  /// The slot in the frame.
  var slot: Int32
  /// The entry of `fallbacks` to go on with if the value is absent, or -1.
  var fallback: Int32 = -1
}
