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
  case call(FunctionCall)
  /// Runs the function of a table that the value names.
  case callNamed(SlotReference, table: Int32, FunctionCall)
  /// Ends a function or the program.
  case end
}

/// How a function is called.
struct FunctionCall {
  /// The function; without meaning where the name is dynamic.
  var function: Int32
  /// Which `frameLists` the function sees, the outermost first.
  var frames: Range<Int32>
  /// The part of the literals that its lines are indented by.
  var indentation: Range<Int32>
  /// Whether the caller's own indentation comes first.
  var inheritsIndentation: Bool
}
