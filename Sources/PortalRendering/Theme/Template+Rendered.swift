import Templates

extension Template {
  /// What the template makes of `model`, where no buffer is shared.
  func rendered(_ model: Model) -> [UInt8] {
    var output: [UInt8] = []
    render(model, into: &output)
    return output
  }
}
