"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { root, host, device, digestOf } = require("./device.js");

const files = {
  "assets/a.css": "a {}", "courses/knots/index.html": "Knots", "courses/knots/bow line.html": "Bowline",
  "offline.html": "You are offline", "index.html": "Home",
};
const saved = async (more = {}) => {
  const site = host({ ...files, ...more.files });
  const own = device(site);
  const tab = own.tab();
  await tab.save("knots", site.list({ media: more.media }), { media: Boolean(more.media) });
  return { site, own, tab };
};
const text = async (answer) => (await answer).text();
const name = (error) => error.name;
const failing = async (work) => {
  try {
    await work;
    return "nothing";
  } catch (error) {
    return error.name;
  }
};

test("keeps nothing before somebody saves", async () => {
  const own = device(host(files));
  const tab = own.tab();
  assert.deepEqual(JSON.parse(JSON.stringify(await tab.state("knots"))), { saved: null, pending: null });
  assert.deepEqual([...(await tab.courses())], []);
  await tab.remove("knots");
  assert.deepEqual(await own.caches.keys(), []);
  assert.equal(own.registrations.size, 0);
});

test("serves what is saved when the network is gone, and only then", async () => {
  const { site, own } = await saved();
  site.served["index.html"] = "Home of today";
  assert.equal(await text(own.ask("index.html")), "Home of today");
  site.isDown = true;
  assert.equal(await text(own.ask("index.html")), "Home");
  assert.equal(await text(own.ask("courses/knots/bow%20line.html?x=1#part")), "Bowline");
  const style = await own.ask("assets/a.css", { mode: "no-cors" });
  assert.equal(style.headers.get("Content-Type"), "text/css");
});

for (const [address, wanted] of [["", "Home"], ["courses/knots/", "Knots"], ["courses/knots", "Knots"], ["courses/knots/bow%20line", "Bowline"]]) {
  test("knows a page by the address that some servers give it: " + address, async () => {
    const { site, own } = await saved();
    site.isDown = true;
    assert.equal(await text(own.ask(address)), wanted);
  });
}

test("serves what is saved when the server is in trouble, but no page that is gone", async () => {
  const { site, own } = await saved();
  site.status = { "index.html": 503, "other.html": 502 };
  assert.equal(await text(own.ask("index.html")), "Home");
  assert.equal((await own.ask("other.html")).status, 502);
  delete site.served["courses/knots/index.html"];
  assert.equal((await own.ask("courses/knots/index.html")).status, 404);
});

test("leaves other hosts, other folders and other methods to the browser", async () => {
  const { own, site } = await saved();
  site.isDown = true;
  for (const address of ["https://tracker.example/x.js", "https://school.example/else.html"]) {
    assert.equal(await own.ask(address), null);
  }
  assert.equal(await own.ask("index.html", { method: "POST" }), null);
});

test("leads to the page of excuse for a page that is not saved, and fails for everything else", async () => {
  const { own, site } = await saved();
  site.isDown = true;
  const answer = await own.ask("courses/sailing/wind.html");
  assert.equal(answer.status, 302);
  assert.equal(answer.headers.get("Location"), root + "offline.html#courses%2Fsailing%2Fwind.html");
  const sharp = await own.ask("courses/sailing/C%23%20and%20100%25.html?x=1#unlock=secret");
  assert.equal(sharp.headers.get("Location"), root + "offline.html#" + encodeURIComponent("courses/sailing/C%23%20and%20100%25.html?x=1"));
  assert.equal((await own.ask("x.png", { mode: "no-cors" })).type, "error");
  assert.equal((await own.ask("%E0%A4%A")).status, 302);
  await own.caches.delete((await own.caches.keys())[0]);
  assert.equal((await own.ask("offline.html")).type, "error");
  assert.deepEqual(await own.caches.keys(), [], "asking must not make a cache");
});

test("answers for parts of films", async () => {
  const { own, site } = await saved();
  site.isDown = true;
  const part = await own.ask("index.html", { range: "bytes=1-2" });
  assert.equal(part.status, 206);
  assert.equal(part.headers.get("Content-Range"), "bytes 1-2/4");
  assert.equal(await part.text(), "om");
  assert.equal(await text(own.ask("index.html", { range: "bytes=2-" })), "me");
  assert.equal((await own.ask("index.html", { range: "bytes=9-" })).status, 416);
  assert.equal((await own.ask("index.html", { range: "lines=1-2" })).status, 200);
});

test("loads only what changed, and forgets what is out of date", async () => {
  const { own, site, tab } = await saved();
  site.served["index.html"] = "New home";
  site.asked.length = 0;
  await tab.save("knots", site.list());
  assert.deepEqual(site.asked, ["index.html"]);
  const contents = await own.contents();
  assert.ok(contents.includes("contents/" + digestOf("New home")));
  assert.ok(!contents.includes("contents/" + digestOf("Home")));
  site.isDown = true;
  assert.equal(await text(own.ask("index.html")), "New home");
});

test("goes on where it was interrupted, and serves the former version until then", async () => {
  const { own, site, tab } = await saved();
  site.served["index.html"] = "New home";
  site.served["assets/a.css"] = "b {}";
  site.status["index.html"] = 500;
  assert.equal(await failing(tab.save("knots", site.list())), "TypeError");
  const { saved: old, pending } = await tab.state("knots");
  assert.ok(old && pending);
  assert.equal((await tab.missing(pending.files)).length, 1);
  site.isDown = true;
  assert.equal(await text(own.ask("index.html")), "Home");
  site.isDown = false;
  site.status = {};
  site.asked.length = 0;
  await tab.save("knots", site.list());
  assert.deepEqual(site.asked, ["index.html"]);
  assert.equal((await tab.state("knots")).pending, null);
});

test("takes no file that is not what the list says", async () => {
  const site = host(files);
  const own = device(site);
  const tab = own.tab();
  const list = site.list();
  site.served["index.html"] = "Hone";
  assert.equal(await failing(tab.save("knots", list)), "ChangedError");
  site.served["index.html"] = "Home and more";
  assert.equal(await failing(tab.save("knots", list)), "ChangedError");
  delete site.served["index.html"];
  assert.equal(await failing(tab.save("knots", list)), "ChangedError");
  assert.equal((await tab.state("knots")).saved, null);
  const evil = { ...list, files: [["../../elsewhere.html", 1, "x"]] };
  assert.equal(await failing(tab.save("knots", evil)), "ChangedError");
});

test("says that the device is full", async () => {
  const site = host(files);
  const own = device(site);
  own.caches.room = 3;
  assert.equal(await failing(own.tab().save("knots", site.list())), "QuotaExceededError");
});

test("counts the bytes of what is too long to be looked at as a whole", async () => {
  const long = "x".repeat((32 << 20) + 1);
  const { own, site, tab } = await saved({ files: { "film.mp4": long } });
  assert.ok((await own.contents()).includes("contents/" + digestOf(long)));
  const list = site.list();
  list.files = [["film.mp4", long.length + 1, "another"]];
  assert.equal(await failing(tab.save("knots", list)), "ChangedError");
});

test("stops when it is told to", async () => {
  const site = host(files);
  const tab = device(site).tab();
  const stopping = new AbortController();
  const saving = tab.save("knots", site.list(), { signal: stopping.signal });
  stopping.abort();
  assert.equal(await failing(saving), "AbortError");
  const { saved: done, pending } = await tab.state("knots");
  assert.ok(!done && pending);
});

test("saves films only for who wants them", async () => {
  const film = "courses/knots/film.mp4";
  const { own, site, tab } = await saved({ files: { [film]: "moving" }, media: [film] });
  assert.ok((await own.contents()).includes("contents/" + digestOf("moving")));
  const list = site.list({ media: [film] });
  await tab.save("knots", list, { media: false });
  assert.ok(!(await own.contents()).includes("contents/" + digestOf("moving")));
  assert.equal(tab.sum(tab.wanted(list, true)) - tab.sum(tab.wanted(list, false)), 6);
});

test("keeps what two courses share until both are gone, and then nothing", async () => {
  const { own, site, tab } = await saved();
  site.served["courses/sailing/wind.html"] = "Wind";
  await tab.save("sailing", { ...site.list(), title: "Ahoy", page: "courses/sailing/index.html" });
  assert.deepEqual([...(await tab.courses())].map(({ title }) => title), ["Ahoy", "Knots"]);
  await tab.remove("sailing");
  site.isDown = true;
  assert.equal(await text(own.ask("index.html")), "Home");
  assert.equal((await own.ask("courses/sailing/wind.html")).status, 302);
  await tab.remove("knots");
  assert.deepEqual(await own.caches.keys(), []);
  assert.equal(own.registrations.size, 0);
});

test("tells other tabs what it does", async () => {
  const site = host(files);
  const own = device(site);
  const [one, two] = [own.tab(), own.tab()];
  await one.save("knots", site.list());
  const counts = two.announced.filter((news) => "done" in news);
  assert.equal(counts[0].done, 0);
  assert.equal(counts.at(-1).done, counts.at(-1).total);
  assert.equal(JSON.stringify(two.announced.at(-1)), '{"course":"knots"}');
  assert.ok((await two.state("knots")).saved);
});

test("tabs that save at once do it one after the other, and load nothing twice", async () => {
  const site = host(files);
  const own = device(site);
  await Promise.all([own.tab().save("knots", site.list()), own.tab().save("knots", site.list())]);
  assert.equal(site.asked.length, Object.keys(files).length);
});

test("notices that somebody erased everything meanwhile", async () => {
  const site = host(files);
  const own = device(site);
  const tab = own.tab();
  const fetch = site.fetch;
  site.fetch = async function (request) {
    if (String(request.url || request).endsWith("offline.html")) await own.caches.delete((await own.caches.keys())[0]);
    return fetch.call(this, request);
  };
  assert.equal(await failing(tab.save("knots", site.list())), "AbortError");
  assert.deepEqual(await own.caches.keys(), []);
  assert.equal(own.registrations.size, 0);
});

test("reads the portal's list, or fails where there is none", async () => {
  const site = host(files);
  const tab = device(site).tab();
  tab.lists.knots = site.list();
  assert.equal((await tab.list("knots")).title, "Knots");
  assert.equal(name(await tab.list("gone").catch((error) => error)), "Error");
});
