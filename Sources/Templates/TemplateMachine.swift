import Bytes

/// Runs a program: a loop over its operations with stacks of its own, so that neither nesting nor
/// recursion of templates uses the thread's stack.
struct TemplateMachine {
  private let program: TemplateProgram

  /// The slots of all frames, the innermost last.
  private var frame: TemplateFrame

  /// Where the frames begin on the value stack.
  private var bases: [Int] = [0]

  /// Where the running function's frames begin in `bases`.
  private var window = 0

  private var loops: [Loop] = []
  private var returns: [Return] = []
  private var indentation: [UInt8] = []

  /// How deep functions may call each other; deeper, nothing is rendered.
  ///
  /// The compiler refuses templates that include themselves without end; data that contains itself
  /// through computed properties can still do it.
  static let deepestCall = 1_000

  private struct Loop {
    let rows: TemplateRows
    var row: Int
    /// The operation that the rows begin with.
    let start: Int
  }

  private struct Return {
    let operation: Int
    let window: Int
    let baseCount: Int
    let indentation: [UInt8]
  }

  /// Begins with the frame of the outermost model, which has the first layout.
  init<Model>(_ program: TemplateProgram, _ model: Model, fields: [TemplateField<Model>]) {
    self.program = program
    let layout = program.layouts[0]
    var values: [TemplateValue] = []
    values.reserveCapacity(layout.slotCount + 32)
    for _ in 0..<layout.slotCount { values.append(.absent) }
    frame = TemplateFrame(values: consume values, layout: layout)
    for entry in layout.entries[frame.range] {
      frame.set(entry, to: fields[entry.field].read(model))
    }
  }

  /// Runs the program to its end.
  mutating func run(into output: inout [UInt8]) {
    let program = self.program
    let operations = program.operations.span
    let literals = program.literals.span
    var next = 0
    while true {
      let operation = operations[next]
      next += 1
      switch operation {
      case .literal(let range):
        literals.extracting(range.widened).withUnsafeBufferPointer { output.append(contentsOf: $0) }
      case .text(let reference):
        frame.values.span[index(of: reference)].writeEscaped(to: &output)
      case .html(let reference): frame.values.span[index(of: reference)].write(to: &output)
      case .jumpUnless(let reference, let target):
        if !frame.values.span[index(of: reference)].isTruthy { next = Int(target) }
      case .jumpIf(let reference, let target):
        if frame.values.span[index(of: reference)].isTruthy { next = Int(target) }
      case .enter(let reference, let layout, let target):
        if !enter(reference, layout: Int(layout), start: next) { next = Int(target) }
      case .nextRow(let layout):
        if let start = nextRow(layout: Int(layout)) { next = start }
      case .indentation: output.append(contentsOf: indentation)
      case .call(let call): next = self.call(call, function: Int(call.function), returnTo: next)
      case .callNamed(let reference, let table, let call):
        let name = frame.values[index(of: reference)].name
        guard let name, let function = program.tables[Int(table)][name] else { continue }
        next = self.call(call, function: function, returnTo: next)
      case .end:
        guard let caller = returns.popLast() else { return }
        bases.removeLast(bases.count - caller.baseCount)
        window = caller.window
        indentation = caller.indentation
        next = caller.operation
      }
    }
  }

  /// Where the value of a reference is: at the first of its places where something is present.
  @inline(__always)
  private func index(of reference: SlotReference) -> Int {
    var index = bases[window + Int(reference.frame)] + Int(reference.slot)
    var fallback = reference.fallback
    while fallback >= 0, case .absent = frame.values[index] {
      let outer = program.fallbacks[Int(fallback)]
      index = bases[window + Int(outer.frame)] + Int(outer.slot)
      fallback = outer.fallback
    }
    return index
  }

  // MARK: Rows

  private mutating func enter(_ reference: SlotReference, layout: Int, start: Int) -> Bool {
    guard case .rows(let rows) = frame.values[index(of: reference)] else { return false }
    loops.append(Loop(rows: rows, row: 0, start: start))
    bases.append(frame.values.count)
    for _ in 0..<program.layouts[layout].slotCount { frame.values.append(.absent) }
    readRow(layout: layout)
    return true
  }

  private mutating func nextRow(layout: Int) -> Int? {
    let last = loops.count - 1
    loops[last].row += 1
    guard loops[last].row < loops[last].rows.count else {
      loops.removeLast()
      let base = bases.removeLast()
      frame.values.removeLast(frame.values.count - base)
      return nil
    }
    readRow(layout: layout)
    return loops[last].start
  }

  /// Reads the current row of the innermost list into the innermost frame.
  private mutating func readRow(layout index: Int) {
    let loop = loops.count - 1
    let row = loops[loop].row
    frame.base = bases[bases.count - 1]
    if frame.layout != index {
      frame.layout = index
      frame.entries = program.layouts[index].entries
      frame.range = 0..<program.layouts[index].rowEntries
    }
    loops[loop].rows.read(row, &frame)
    let (first, last) = (program.layouts[index].firstSlot, program.layouts[index].lastSlot)
    if first >= 0 { frame.values[frame.base + first] = .flag(row == 0) }
    if last >= 0 { frame.values[frame.base + last] = .flag(row == loops[loop].rows.count - 1) }
  }

  // MARK: Functions

  private mutating func call(_ call: FunctionCall, function: Int, returnTo operation: Int) -> Int {
    guard returns.count < Self.deepestCall else { return operation }
    returns.append(
      Return(
        operation: operation, window: window, baseCount: bases.count, indentation: indentation))
    if !call.inheritsIndentation { indentation = [] }
    indentation += program.literals[call.indentation.widened]
    let start = bases.count
    for frame in call.frames { bases.append(bases[window + program.frameLists[Int(frame)]]) }
    window = start
    return program.functions[function]
  }
}

extension TemplateValue {
  /// Writes text with references for special characters.
  @inline(__always)
  fileprivate func writeEscaped(to output: inout [UInt8]) {
    switch self {
    case .text(let text): output.append(escaping: text)
    case .bytes(let bytes): output.append(escaping: bytes)
    case .number(let number): output.append(decimal: number)
    case .absent, .null, .flag, .rows: break
    }
  }

  /// Writes text as it is.
  @inline(__always)
  fileprivate func write(to output: inout [UInt8]) {
    switch self {
    case .text(let text): output.append(text: text)
    case .bytes(let bytes): output.append(contentsOf: bytes)
    case .number(let number): output.append(decimal: number)
    case .absent, .null, .flag, .rows: break
    }
  }

  /// The bytes of a dynamic name.
  fileprivate var name: [UInt8]? {
    switch self {
    case .text(let text): Array(text.utf8)
    case .bytes(let bytes): bytes
    case .absent, .null, .flag, .number, .rows: nil
    }
  }
}
