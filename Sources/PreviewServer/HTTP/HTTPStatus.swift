/// The status codes that this program answers with (RFC 9110 §15).
package enum HTTPStatus: Int, Error, Hashable, Sendable {
  case ok = 200
  case noContent = 204
  case partialContent = 206
  case movedPermanently = 301
  case seeOther = 303
  case badRequest = 400
  case unauthorized = 401
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case timeout = 408
  case lengthRequired = 411
  case contentTooLarge = 413
  case rangeNotSatisfiable = 416
  case misdirected = 421
  case unprocessable = 422
  case headerTooLarge = 431
  case serverError = 500
  case unavailable = 503
  case unknownVersion = 505

  /// What the code means, for people who read along.
  var phrase: StaticString {
    switch self {
    case .ok: "OK"
    case .noContent: "No Content"
    case .partialContent: "Partial Content"
    case .movedPermanently: "Moved Permanently"
    case .seeOther: "See Other"
    case .badRequest: "Bad Request"
    case .unauthorized: "Unauthorized"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .timeout: "Request Timeout"
    case .lengthRequired: "Length Required"
    case .contentTooLarge: "Content Too Large"
    case .rangeNotSatisfiable: "Range Not Satisfiable"
    case .misdirected: "Misdirected Request"
    case .unprocessable: "Unprocessable Content"
    case .headerTooLarge: "Request Header Fields Too Large"
    case .serverError: "Internal Server Error"
    case .unavailable: "Service Unavailable"
    case .unknownVersion: "HTTP Version Not Supported"
    }
  }
}
