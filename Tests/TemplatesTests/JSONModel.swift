import Foundation
import Templates

/// Data of the official tests, whose shape is inferred from the values.
enum JSONModel: Sendable {
  case missing
  case null
  case flag(Bool)
  case text(String)
  case list([JSONModel])
  case object([String: JSONModel])

  init(_ json: Any?) {
    switch json {
    case let number as NSNumber where String(cString: number.objCType) == "c":
      self = .flag(number.boolValue)
    case let number as NSNumber: self = .text(number.stringValue)
    case let text as String: self = .text(text)
    case let list as [Any]: self = .list(list.map(JSONModel.init))
    case let object as [String: Any]: self = .object(object.mapValues(JSONModel.init))
    case nil: self = .missing
    default: self = .null
    }
  }
}

/// What is known about all values at one place of the data.
final class InferredShape: Sendable {
  let number: Int
  let parts: [String: InferredShape]
  let element: InferredShape?
  let kind: Kind

  enum Kind { case flag, scalar, list, record }

  convenience init(of value: JSONModel) {
    var count = 0
    self.init(of: [value], count: &count)
  }

  private init(of values: [JSONModel], count: inout Int) {
    number = count
    count += 1
    var kind = Kind.flag
    var parts: [String: [JSONModel]] = [:]
    var elements: [JSONModel] = []
    for value in values {
      switch value {
      case .missing, .null, .flag: break
      case .text: kind = .scalar
      case .list(let list):
        // Nothing is known of the elements of an empty list, and nothing is ever shown of them.
        if !list.isEmpty { kind = .list }
        elements += list
      case .object(let object):
        kind = .record
        for (name, part) in object { parts[name, default: []].append(part) }
      }
    }
    self.kind = kind
    var shapes: [String: InferredShape] = [:]
    for (name, values) in parts.sorted(by: { $0.key < $1.key }) {
      shapes[name] = InferredShape(of: values, count: &count)
    }
    self.parts = shapes
    element = kind == .list ? InferredShape(of: elements, count: &count) : nil
  }

  var shape: TemplateShape { .inferred(number) { self.fields } }

  /// The names of an object, and `.` for the value itself.
  var fields: [TemplateField<JSONModel>] {
    parts.map { name, part in
      part.field(name) { model in
        guard case .object(let object) = model else { return .missing }
        return object[name] ?? .missing
      }
    } + (kind == .record ? [] : [field(".") { $0 }])
  }

  private func field(
    _ name: String, _ part: @escaping @Sendable (JSONModel) -> JSONModel
  ) -> TemplateField<JSONModel> {
    let kind: TemplateFieldSignature.Kind =
      switch self.kind {
      case .flag: .flag
      case .scalar: .scalar
      case .record: .record(shape)
      case .list: .list(element?.shape ?? shape)
      }
    return TemplateField(name, kind, canBeAbsent: true) { self.value(of: part($0)) }
  }

  private func value(of model: JSONModel) -> TemplateValue {
    switch model {
    case .missing: .absent
    case .null: .null
    case .flag(let isSet): .flag(isSet)
    case .text(let text): .text(text)
    case .list(let list): .list(list, fields: element?.fields ?? [])
    case .object: .record(model, fields: fields)
    }
  }
}
