/// A template that is ready to run: operations in the order in which they write, over slots.
struct TemplateProgram: Sendable {
  var operations: [TemplateOperation] = []

  /// What all literals are cut from.
  var literals: [UInt8] = []

  /// Where to look next when a value is absent.
  var fallbacks: [SlotReference] = []

  /// What frames of each shape hold; the first is for the outermost model.
  var layouts: [FrameLayout] = []

  /// Where the functions begin, which are templates that include themselves.
  var functions: [Int] = []

  /// The frames that calls hand on, by their indices in the caller's window.
  var frameLists: [Int] = []

  /// The functions that a dynamic name may mean.
  var tables: [[[UInt8]: Int]] = []
}
