import Bytes
import Diagnostics

/// Turns parsed templates into one program for one shape of model.
///
/// What a template includes is copied into it, so that literals join across files; only templates
/// that include themselves become functions. The work is kept on stacks of its own: deep nesting
/// costs no recursion.
struct TemplateCompiler {
  let set: TemplateSet
  let rules: Rules
  var program = TemplateProgram()
  var errors: [TemplateError] = []

  /// The shapes met so far, and what their frames hold.
  var shapes: [KnownShape] = []
  var drafts: [FrameLayoutDraft] = []
  var shapeIndices: [TemplateShape.ID: Int] = [:]

  /// The texts that are being copied, the innermost last.
  var cursors: [Cursor] = []
  var sections: [OpenSection] = []
  var frames = FrameStack()

  /// The blocks that parents take, found so far.
  var blockNames: [Int: Set<[UInt8]>] = [:]

  /// Where the literal begins that is not yet an operation.
  private var literalStart = 0

  var functionIndices: [Function: Int] = [:]
  var functions: [Function] = []

  /// The function being compiled, or `nil` in the program's main part.
  var currentFunction: Int?

  /// Calls between functions that do not descend into the data.
  var endlessCalls: [EndlessCall] = []

  /// How many more tokens, and texts, may be copied: where each template includes the next one twice,
  /// the copies double with each.
  private var budget = 20_000_000
  private var cursorBudget = 100_000

  /// The most bytes that all literals may have together.
  private static let mostLiterals = 256 << 20

  /// How strict names are.
  enum Rules {
    /// Every name must be known and used for what it is.
    case typed
    /// What is unknown is empty, as the Mustache specification demands.
    case specification
  }

  init(_ set: TemplateSet, shape: TemplateShape, rules: Rules) {
    self.set = set
    self.rules = rules
    let root = index(of: shape)
    frames.push(FrameStack.Frame(shape: root, index: 0, isRow: false, isCurrent: true))
  }

  /// Compiles a template and the functions that it needs.
  mutating func compile(_ template: Int) {
    if include(template, at: nil, indentation: [], blocks: [:]) { run() }
    finishFunction()
    var next = 0
    while next < functions.count, errors.count < TemplateParser.mostErrors {
      let function = functions[next]
      currentFunction = next
      frames = function.frames
      program.functions.append(program.operations.count)
      cursors = [Cursor(set, function.template, blocks: function.blocks, isFunction: true)]
      run()
      finishFunction()
      next += 1
    }
    program.layouts = drafts.map(\.layout)
    reportEndlessCalls()
  }

  private mutating func finishFunction() {
    flushLiteral()
    program.operations.append(.end)
    cursors = []
    sections = []
  }

  private mutating func run() {
    while let last = cursors.indices.last {
      let cursor = cursors[last]
      guard cursor.next < cursor.end else {
        cursors.removeLast()
        continue
      }
      budget -= 1
      guard budget > 0, cursorBudget > 0, program.literals.count < Self.mostLiterals else {
        return fail(.tooLarge, at: cursor.next)
      }
      guard errors.count < TemplateParser.mostErrors else { return }
      cursors[last].next += 1
      compile(set.templates[cursor.template].tokens[cursor.next], at: cursor.next, in: cursor)
    }
  }

  private mutating func compile(_ token: TemplateToken, at index: Int, in cursor: Cursor) {
    let template = set.templates[cursor.template]
    switch token.kind {
    case .text: program.literals += template.content(of: token)
    case .lineStart:
      if cursor.isFunction { emit(.indentation) }
      program.literals += cursor.indentation
      program.literals += template.content(of: token).dropFirst(cursor.dedent)
    case .escaped, .unescaped: compileValue(token, at: index)
    case .section, .inverted: beginSection(token, at: index)
    case .sectionEnd: endSection()
    case .partial: compilePartial(token, at: index, in: cursor)
    case .parent: compileParent(token, at: index, in: cursor)
    case .block: compileBlock(token, in: cursor)
    case .parentEnd, .blockEnd: break
    }
  }

  /// Begins to copy a text.
  mutating func push(_ cursor: Cursor) {
    cursorBudget -= 1
    cursors.append(cursor)
  }

  // MARK: Emitting

  mutating func emit(_ operation: TemplateOperation) {
    flushLiteral()
    program.operations.append(operation)
  }

  /// Makes an operation of the literal so far; also needed wherever a jump may arrive.
  mutating func flushLiteral() {
    let range = literalStart..<program.literals.count
    literalStart = range.upperBound
    if !range.isEmpty { program.operations.append(.literal(range.narrowed)) }
  }

  /// Stores bytes that calls refer to.
  mutating func literal(_ bytes: some Collection<UInt8>) -> Range<Int32> {
    flushLiteral()
    program.literals += bytes
    let range = literalStart..<program.literals.count
    literalStart = range.upperBound
    return range.narrowed
  }

  /// The index of a shape and its layout.
  mutating func index(of shape: TemplateShape) -> Int {
    if let index = shapeIndices[shape.id] { return index }
    shapeIndices[shape.id] = shapes.count
    shapes.append(KnownShape(shape))
    drafts.append(FrameLayoutDraft())
    return shapes.count - 1
  }

  // MARK: Mistakes

  /// Reports a mistake at a token of the text that is being copied.
  mutating func fail(_ reason: TemplateError.Reason, at index: Int) {
    guard let cursor = cursors.last else { return }
    fail(reason, in: cursor.template, at: index, includedFrom: cursor.includedFrom)
  }

  mutating func fail(
    _ reason: TemplateError.Reason, in template: Int, at index: Int, includedFrom: TagPlace?
  ) {
    let origin = includedFrom.map { place in
      set.templates[place.template].position(ofToken: place.token)
    }
    let parsed = set.templates[template]
    errors.append(
      parsed.source.error(
        reason, at: parsed.range(of: parsed.tokens[index]), includedFrom: origin))
  }
}

extension ParsedTemplate {
  /// Where a tag is.
  func position(ofToken index: Int) -> SourcePosition {
    source.position(of: range(of: tokens[index]))
  }
}

extension TemplateCompiler {
  /// A tag of a template.
  struct TagPlace: Hashable {
    let template: Int
    let token: Int
  }

  /// The blocks that are passed to parents, by their names.
  typealias Blocks = [[UInt8]: TagPlace]

  /// A text that is being copied.
  struct Cursor {
    let template: Int
    var next: Int
    let end: Int
    /// What each of its lines begins with.
    var indentation: [UInt8] = []
    /// How much white space each of its lines loses.
    var dedent = 0
    var blocks: Blocks
    /// Whether the indentation of a call comes before its own.
    var isFunction: Bool
    var includedFrom: TagPlace?

    init(_ set: TemplateSet, _ template: Int, blocks: Blocks, isFunction: Bool) {
      self.template = template
      next = 0
      end = set.templates[template].tokens.count
      self.blocks = blocks
      self.isFunction = isFunction
    }

    /// The content of a block.
    init(_ set: TemplateSet, block: TagPlace, blocks: Blocks, isFunction: Bool) {
      template = block.template
      next = block.token + 1
      end = Int(set.templates[block.template].tokens[block.token].match)
      self.blocks = blocks
      self.isFunction = isFunction
    }
  }

  /// A section whose end has not been reached.
  struct OpenSection {
    /// The jump over its body, if there is any.
    let jump: Int?
    /// The layout of its rows, if it has any.
    let layout: Int?
    /// What names meant outside.
    let outside: FrameStack
  }

  /// A shape with its names made fast to find.
  struct KnownShape {
    let fields: [TemplateFieldSignature]
    let indices: [[UInt8]: Int]

    init(_ shape: TemplateShape) {
      fields = shape.fields()
      indices = Dictionary(
        fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// A template that includes itself, for one stack of frames and one set of blocks.
  struct Function: Hashable {
    let template: Int
    let frames: FrameStack
    let blocks: Blocks
  }

  /// A call that may come back to its caller with the same data.
  struct EndlessCall {
    let caller: Int
    let function: Int
    let place: TagPlace
  }
}
