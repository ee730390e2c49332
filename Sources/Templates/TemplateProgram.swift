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

/// One step of a program; the indices of operations are jump targets.
enum TemplateOperation {
  /// Writes a part of the literals.
  case literal(Range<Int32>)
  /// Writes a value with references for special characters.
  case text(SlotReference)
  /// Writes a value as it is.
  case html(SlotReference)
  /// Jumps if the value counts as false.
  case jumpUnless(SlotReference, to: Int32)
  /// Jumps if the value counts as true.
  case jumpIf(SlotReference, to: Int32)
  /// Pushes a frame for the first row of a value, or jumps if it has none.
  case enter(SlotReference, layout: Int32, orElse: Int32)
  /// Goes on with the next row of the innermost list, or pops its frame.
  case nextRow(layout: Int32)
  /// Writes what each line of the running function is indented by.
  case indentation
  /// Runs a function.
  case call(Call)
  /// Runs the function of a table that the value names.
  case callNamed(SlotReference, table: Int32, Call)
  /// Ends a function or the program.
  case end
}

/// How a function is called.
struct Call {
  /// The function; without meaning where the name is dynamic.
  var function: Int32
  /// Which `frameLists` the function sees, the outermost first.
  var frames: Range<Int32>
  /// The part of the literals that its lines are indented by.
  var indentation: Range<Int32>
  /// Whether the caller's own indentation comes first.
  var inheritsIndentation: Bool
}

/// Where a value is.
struct SlotReference: Hashable {
  /// The frame's index in the window of the running function.
  var frame: Int32
  /// The slot in the frame.
  var slot: Int32
  /// The entry of `fallbacks` to go on with if the value is absent, or -1.
  var fallback: Int32 = -1
}
