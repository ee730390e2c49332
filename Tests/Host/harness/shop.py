"""What Stripe, Paddle and Lemon Squeezy send, signed as they sign it."""

import copy
import hashlib
import hmac
import json
import time

from .http import Answer, request

SECRETS = {
    "stripe": "whsec_test_a9f3",
    "paddle": "pdl_ntfset_01_b7c2",
    "lemonsqueezy": "lemon-secret-d41d",
}

STRIPE = {
    "id": "evt_1",
    "object": "event",
    "api_version": "2025-03-31.basil",
    "type": "checkout.session.completed",
    "livemode": True,
    "data": {
        "object": {
            "id": "cs_live_1",
            "object": "checkout.session",
            "mode": "payment",
            "amount_total": 4900,
            "currency": "eur",
            "payment_status": "paid",
            "payment_intent": "pi_1001",
            "payment_link": "plink_knots",
            "customer_details": {"email": "grace@buyer.example", "name": "Grace"},
            "total_details": {"amount_tax": 0, "rate": 0.19},
        }
    },
}

PADDLE = {
    "event_id": "evt_01hv8x29kz0t586xy6zn1a62ny",
    "event_type": "transaction.completed",
    "occurred_at": "2024-04-12T10:18:49.621022Z",
    "notification_id": "ntf_01hv8x2cfj",
    "data": {
        "id": "txn_01hv8wptq8987qeep44cyrewp9",
        "status": "completed",
        "currency_code": "EUR",
        "billed_at": "2024-04-12T10:18:48.294633Z",
        "created_at": "2024-04-12T10:12:33.2014Z",
        "invoice_number": "325-10566",
        "custom_data": {"email": "grace@buyer.example"},
        "items": [{"price": {"id": "pri_knots", "product_id": "pro_knots"}, "quantity": 1}],
        "details": {"totals": {"subtotal": "4118", "tax": "782", "total": "4900"}},
    },
}

LEMON = {
    "meta": {"event_name": "order_created", "test_mode": False},
    "data": {
        "type": "orders",
        "id": "77001",
        "attributes": {
            "order_number": 1042,
            "status": "paid",
            "currency": "EUR",
            "currency_rate": "1.07",
            "total": 4900,
            "tax_rate": 19.5,
            "user_name": "Grace",
            "user_email": "grace@buyer.example",
            "refunded": False,
            "created_at": "2024-04-12T10:12:33.000000Z",
            "first_order_item": {"variant_id": 555, "product_id": 44, "test_mode": False},
        },
    },
}


def changed(event: dict, path: str, value) -> dict:
    """A copy with another value at `a/b/c`."""
    event = copy.deepcopy(event)
    place = event
    *way, last = path.split("/")
    for name in way:
        place = place[int(name)] if isinstance(place, list) else place[name]
    place[last] = value
    return event


def stripe(order: str = "pi_1001", created: int | None = None, **values) -> dict:
    event = changed(STRIPE, "data/object/payment_intent", order)
    event["data"]["object"]["created"] = created or int(time.time()) - 60
    event["data"]["object"].update(values)
    return event


def signature(provider: str, body: bytes, at: int | None = None, secret: str | None = None) -> str:
    key = (secret or SECRETS[provider]).encode()
    at = at if at is not None else int(time.time())

    def code(text: bytes) -> str:
        return hmac.new(key, text, hashlib.sha256).hexdigest()

    if provider == "stripe":
        return f"t={at},v1={code(b'%d.' % at + body)},v0=6ffbb59b2300aae63f272406069a9788598b792a"
    if provider == "paddle":
        return f"ts={at};h1={code(b'%d:' % at + body)}"
    return code(body)


FIELDS = {
    "stripe": "Stripe-Signature",
    "paddle": "Paddle-Signature",
    "lemonsqueezy": "X-Signature",
}


def send(
    port: int, provider: str, event: dict | bytes, sign: str | None = None, body: bytes | None = None
) -> Answer:
    """Sends an event to an address that ends with the provider's name; `body` is sent in place of
    what was signed."""
    address, provider = provider, provider.rsplit("/")[-1]
    signed = event if isinstance(event, bytes) else json.dumps(event).encode()
    headers = {
        FIELDS.get(provider, "X-Signature"): sign if sign is not None else signature(provider, signed),
        "Content-Type": "application/json",
    }
    return request(port, f"/{address}", "POST", headers, signed if body is None else body)
