import Testing

@testable import Fulfilment

/// Paddle's first is of its own SDK's tests (PaddleHQ/paddle-go-sdk, webhook_verifier_test.go); all
/// others were computed with `openssl dgst -sha256 -hmac`.
@Suite struct WebhookSignatureTests {
  private static let one = "e6d233574770136a31ceb34b6a3fca99e82203009b676df529c8819b7d4f452c"
  private static let two = "36037b3c55eacd9e09b5fa753047ade1e9eb7c66b725c9555d360c6f1ca629d5"
  private static let paddle = "59e9acb4118c65bac3d24e3d200972d7373c0fc5d5ef8731602fd16ef8f2fdd0"
  private static let lemon = "70c23e94deca0eb5cd34f9d74ee25415c2f92b682b10b10be6876665b9196f5b"

  private func reason(
    _ provider: Provider, _ header: String, body: String = "{\"a\":1}",
    secrets: [String] = ["whsec_one"], now: Int = 1_800_000_000
  ) -> EventRefusal.Reason? {
    do throws(EventRefusal) {
      try WebhookSignature.check(
        provider, header: Array(header.utf8), body: Array(body.utf8),
        secrets: secrets.map { Array($0.utf8) }, now: now)
      return nil
    } catch { return error.reason }
  }

  @Test func takesWhatPaddlePublishes() {
    let body = """
      {"data":{"id":"pri_01hsdn96k2hxjzsq5yerecdj9j","name":null,"status":"active",\
      "quantity":{"maximum":999999,"minimum":1},"tax_mode":"account_setting",\
      "product_id":"pro_01hsdn8qp7yydry3x1yeg6a9rv",\
      "unit_price":{"amount":"1000","currency_code":"USD"},"custom_data":null,\
      "description":"testing","import_meta":null,"trial_period":null,\
      "billing_cycle":{"interval":"month","frequency":1},"unit_price_overrides":[]},\
      "event_id":"evt_01hsdn97563968dy0szkmgjwh3","event_type":"price.created",\
      "occurred_at":"2024-03-20T10:07:35.590857Z",\
      "notification_id":"ntf_01hsdn977e920kbgzt6r6c9rqc"}
      """
    let header =
      "ts=1710929255;h1=6c05ef8fa83c44d751be6d259ec955ce5638e2c54095bf128e408e2fce1589c8"
    let secret = "pdl_ntfset_01hsdn8d43dt7mezr1ef2jtbaw_hKkRiCGyyRhbFwIUuqiTBgI7gnWoV0Gr"
    let time = 1_710_929_255
    #expect(reason(.paddle, header, body: body, secrets: [secret], now: time) == nil)
    #expect(reason(.paddle, header, body: body, secrets: [secret], now: time + 300) == nil)
    #expect(reason(.paddle, header, body: body, secrets: [secret], now: time + 301) == .late)
    #expect(reason(.paddle, header, body: body, secrets: ["abc"], now: time) == .signature)
    #expect(reason(.paddle, header, body: "{}", secrets: [secret], now: time) == .signature)
    #expect(reason(.paddle, "ts=x;h1=y", body: body, secrets: [secret]) == .signature)
  }

  @Test(arguments: [
    ("t=1800000000,v1=\(one)", ["whsec_one"]),
    ("t=1800000000,v1=\(two),v1=\(one)", ["whsec_one"]),
    ("t=1800000000,v1=\(two)", ["whsec_one", "whsec_two"]),
    ("v1=\(one), t=1800000000 ,v0=00,later=x", ["whsec_one"]),
  ])
  func takesStripesSignatures(_ header: String, secrets: [String]) {
    #expect(reason(.stripe, header, secrets: secrets) == nil)
  }

  @Test(arguments: [
    "", "t=1800000000", "v1=\(one)", "t=1800000000,v1=", "t=,v1=\(one)", "t=-1,v1=\(one)",
    "t=1800000000,v1=\(two)", "t=1800000000,v0=\(one)", "t=1800000001,v1=\(one)",
    "t=1800000000,t=1800000000,v1=\(one)", "t=1800000000,v1=\(one.uppercased())",
    "t=1800000000,v1=\(one)0", "t=1800000000;v1=\(one)", "t=01800000000,v1=\(one)",
    "t=9999999999999,v1=\(one)", "t=1800000000,v1=\(String(repeating: "0", count: 5_000))",
  ])
  func refusesWhatIsNotStripes(_ header: String) {
    #expect(reason(.stripe, header) == .signature)
  }

  @Test func looksAtTheTimeInBothDirections() {
    let header = "t=1800000000,v1=\(Self.one)"
    for (now, expected) in [
      (1_799_999_700, nil), (1_800_000_300, nil), (1_799_999_699, .late), (1_800_000_301, .late),
    ] as [(Int, EventRefusal.Reason?)] {
      #expect(reason(.stripe, header, now: now) == expected)
    }
  }

  @Test func takesTheOthersSignatures() {
    #expect(reason(.paddle, "ts=1800000000;h1=00;h1=\(Self.paddle)", secrets: ["pdl_two"]) == nil)
    #expect(reason(.lemonSqueezy, Self.lemon, secrets: ["old", "lemon"]) == nil)
    #expect(reason(.lemonSqueezy, Self.lemon, secrets: []) == .signature)
    #expect(reason(.lemonSqueezy, "sha256=" + Self.lemon, secrets: ["lemon"]) == .signature)
    #expect(reason(.gumroad, Self.lemon, secrets: ["lemon"]) == .signature)
  }
}
