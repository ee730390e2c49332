/// What names can mean at a place of a template: Mustache's context stack, at compile time.
///
/// Of several frames of one shape only the innermost is kept, so that a template which includes
/// itself meets finitely many stacks, and an absent value of a node is not taken from the node
/// around it.
struct FrameStack: Hashable {
  /// The frames, the innermost last.
  private(set) var frames: [Frame] = []

  /// How many frames there are at run time, the hidden ones too.
  private(set) var depth = 0

  /// What `.` means if it is not the innermost frame: the value of the section around.
  var value: Target?

  /// Whether the data at hand is a part of what the running function was called with.
  private(set) var descends = false

  /// The names of one model.
  struct Frame: Hashable {
    /// The index of the shape and its layout.
    let shape: Int
    /// The index in the window of the running function.
    var index: Int
    /// Whether it is a row of a list, which has the flags `first` and `last`.
    let isRow: Bool
    /// Whether it is the innermost frame that the function was called with, or a part of it.
    var isCurrent: Bool
  }

  /// A value that a name stands for.
  struct Target: Hashable {
    let reference: SlotReference
    let kind: TemplateFieldSignature.Kind

    static func == (left: Self, right: Self) -> Bool {
      left.reference == right.reference && left.kind.isInterchangeable(with: right.kind)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(reference) }
  }

  /// Adds a frame that was there before: the first, or one that a call hands on.
  mutating func push(_ frame: Frame) {
    frames.removeAll { $0.shape == frame.shape }
    frames.append(frame)
    depth += 1
    value = nil
  }

  /// Adds a frame for the rows of a field of another frame.
  mutating func pushRows(ofShape shape: Int, isRow: Bool, from owner: Frame) {
    if owner.isCurrent || owner.shape == shape { descends = true }
    push(Frame(shape: shape, index: depth, isRow: isRow, isCurrent: owner.isCurrent))
  }

  /// The same names as a function sees them, whose window has only the frames that are visible.
  func handedOn() -> Self {
    var stack = Self()
    for (index, frame) in frames.enumerated() {
      var frame = frame
      frame.index = index
      frame.isCurrent = index == frames.count - 1
      stack.push(frame)
    }
    return stack
  }
}
