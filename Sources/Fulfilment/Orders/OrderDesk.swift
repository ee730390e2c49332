import Bytes
package import Entitlements

/// Turns what providers tell into entitlements, one event after the other.
///
/// What was done stands in the ledger and in the outbox, and nowhere else, so that it does not
/// matter when the program ends.
package actor OrderDesk {
  /// Where what was fulfilled lies.
  package nonisolated let outbox: Outbox

  private let settings: FulfilmentSettings
  private let keys: UnlockedKeys
  private let secrets: [Provider: [[UInt8]]]
  private let now: @Sendable () -> Int

  /// Opens the desk.
  ///
  /// - Parameters:
  ///   - settings: What is sold.
  ///   - keys: The keys, with the secrets of all courses that are sold.
  ///   - secrets: The secrets of the providers' signatures; several while one is being replaced.
  ///   - outbox: Where what was fulfilled goes.
  ///   - now: The time, in seconds since 1970.
  package init(
    settings: FulfilmentSettings, keys: UnlockedKeys, secrets: [Provider: [[UInt8]]],
    outbox: Outbox, now: @escaping @Sendable () -> Int
  ) {
    self.settings = settings
    self.keys = keys
    self.secrets = secrets
    self.outbox = outbox
    self.now = now
  }

  /// Takes a provider's request.
  ///
  /// - Parameters:
  ///   - provider: Who is said to have sent it.
  ///   - signature: The value of the field ``Provider/signatureField``; `nil` if it was missing.
  ///   - body: The body to its last byte.
  /// - Returns: What became of it; by then everything is on disk.
  package func receive(
    _ provider: Provider, signature: [UInt8]?, body: [UInt8]
  ) -> Receipt {
    do throws(EventRefusal) {
      guard let signature else { throw EventRefusal(.signature, "there is no signature") }
      try WebhookSignature.check(
        provider, header: signature, body: body, secrets: secrets[provider] ?? [], now: now())
      return take(try event(of: provider, in: body), from: provider)
    } catch { return Receipt(error, of: provider) }
  }

  private func event(of provider: Provider, in body: [UInt8]) throws(EventRefusal) -> OrderEvent {
    let json: ForeignJSON
    do throws(JSONError) { json = try ForeignJSON(parsing: body) } catch {
      throw EventRefusal(.malformed, "the body is not strict JSON: \(error.problem)")
    }
    switch provider {
    case .stripe: return try StripeEvent.read(json)
    case .paddle: return try PaddleEvent.read(json)
    case .lemonSqueezy: return try LemonSqueezyEvent.read(json)
    case .gumroad: throw EventRefusal(.malformed, "Gumroad's orders come as a file")
    }
  }

  /// Takes an event that is known to come from its provider.
  package func take(_ event: OrderEvent, from provider: Provider) -> Receipt {
    do throws(Failure) {
      switch event {
      case .ignored(let what): return Receipt(.ignored, "\(provider.rawValue): \(what)")
      case .paid(let order): return try fulfil(order)
      case .withdrawn(let order, let cause):
        return try withdraw(order, of: provider, cause: cause)
      }
    } catch {
      switch error {
      case .refused(let refusal):
        return Receipt(.failed, "\(provider.rawValue): \(refusal.message); \(refusal.help)")
      case .machine(let error): return Receipt(.failed, "\(provider.rawValue): \(error)")
      }
    }
  }

  private func fulfil(_ order: PaidOrder) throws(Failure) -> Receipt {
    let name = "\(order.provider.rawValue): order \(order.number)"
    let number = ShopOrder(
      provider: order.provider.identifier, number: Array(order.number.utf8))
    // Before the settings, which may no longer know what was bought then.
    let known = IssuedOrders(try keys.folder.ledger.events())
      .entitlements(for: number, under: keys.roots.values)
    if let id = known.first(where: outbox.holds) {
      return Receipt(.fulfilled, "\(name) was fulfilled before: \(id)")
    }
    let sale: Sale
    do throws(EventRefusal) {
      guard (0...now() + 300).contains(order.time) else {
        throw EventRefusal(.malformed, "the order is of the future")
      }
      sale = try Sale(order, in: settings)
    } catch {
      guard error.reason != .product || !settings.ignoresOtherProducts else {
        return Receipt(.ignored, "\(name): \(error.message)")
      }
      return Receipt(.refused(error.reason), "\(name): \(error.message)")
    }
    if number.names(under: keys.roots.values).contains(where: outbox.isWithdrawn) {
      return Receipt(.ignored, "\(name) was withdrawn before")
    }
    let first = [try keys.root(of: sale.courses[0])]
    let id = known.first ?? number.names(under: first)[0]
    let token: [UInt8]
    do throws(Failure) {
      token = try keys.issue([issuance(of: sale, id, for: number)], now: now())[0]
    } catch {
      guard case .refused(let refusal) = error, refusal.reason == .revoked else { throw error }
      return Receipt(.ignored, "\(name): \(id) was revoked before")
    }
    let mail = OrderMail(settings, sale, token: token)
    let message = message(mail, for: sale, id, token)
    try outbox.put(id, token: token, mail: mail, message: message)
    return Receipt(
      .fulfilled, "\(name): \(id)\(message == nil ? ", to be handed on from the outbox" : "")")
  }

  private func issuance(of sale: Sale, _ id: Identifier, for order: ShopOrder) -> Issuance {
    let label = settings.label.filled { place in
      place == .order ? sale.order.shownNumber : ""
    }
    return Issuance(
      portal: settings.portal, id: id, label: Array(label.utf8), courses: sale.courses,
      issued: sale.order.time, expires: sale.expires, order: order)
  }

  private func message(
    _ mail: OrderMail, for sale: Sale, _ id: Identifier, _ token: [UInt8]
  ) -> MailMessage? {
    guard let from = settings.mail.from, let to = sale.order.address.flatMap(MailAddress.init)
    else { return nil }
    return MailMessage(
      from: from, to: to, mail: mail, id: id,
      attachment: EntitlementFile.text(of: token, as: .token), time: now())
  }

  /// Revokes what was issued for an order; an order that comes later is not fulfilled.
  ///
  /// Refunds do not name the product, and the settings may have changed: the ledger says what was issued.
  private func withdraw(
    _ order: String, of provider: Provider, cause: String
  ) throws(Failure) -> Receipt {
    let name = "\(provider.rawValue): order \(order)"
    let number = ShopOrder(provider: provider.identifier, number: Array(order.utf8))
    let events = try keys.folder.ledger.events()
    let issued = IssuedOrders(events).entitlements(for: number, under: keys.roots.values)
    guard !issued.isEmpty else {
      for id in number.names(under: keys.roots.values) { try outbox.markWithdrawn(id) }
      return Receipt(.ignored, "\(name) is \(cause), and was not fulfilled")
    }
    let revoked = Set(events.revoked)
    let new = issued.filter { !revoked.contains($0) }
    if !new.isEmpty {
      let time = now()
      try keys.folder.ledger.append(new.map { LedgerEvent(.revoked($0), at: time) })
    }
    for id in issued { try outbox.discard(id) }
    let names = issued.map(\.description).joined(separator: ", ")
    return Receipt(
      .revoked,
      "\(name) is \(cause): \(names) is revoked, which readers know after the next build and signature"
    )
  }
}
