// Serves what a learner has saved wherever the network does not answer, and stores a file when a page
// asks for it. It never stores anything by itself, and leaves other hosts alone.
//
// All of it lies in one cache: contents by their digests, and a list for each course that is saved.
(() => {
  "use strict";
  const scope = new URL(registration.scope);
  const name = "clevio-offline:" + scope.pathname;
  const places = scope.href + "clevio-offline/"; // within the cache; nothing of the portal lies there
  const mostInMemory = 32 << 20;

  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));

  // The lists of all saved courses; what was erased in the meantime must not come back by asking.
  const lists = async () => {
    if (!(await caches.has(name))) return [];
    const cache = await caches.open(name);
    const found = (await cache.keys()).filter(({ url }) => url.startsWith(places + "courses/"));
    return Promise.all(found.map(async (key) => (await cache.match(key)).json()));
  };

  let index = null;
  const makeIndex = async () => {
    const saved = await lists();
    return { saved, digests: new Map(saved.flatMap(({ files }) => files.map(([path, , digest]) => [path, digest]))) };
  };
  const read = () => {
    if (!index) {
      index = makeIndex();
      index.catch(() => (index = null)); // to be tried again
    }
    return index;
  };

  const pathOf = (url) => {
    const path = url.pathname.slice(scope.pathname.length);
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  };

  // The names that a file may have behind an address: servers leave out `index.html` and `.html`.
  const names = (path) =>
    path === "" || path.endsWith("/") ? [path + "index.html"] : [path, path + ".html", path + "/index.html"];

  // Films are asked for in parts (RFC 9110, section 14).
  const part = async (response, range) => {
    const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) || [];
    if (first === undefined) return response;
    const whole = await response.blob();
    const end = Math.min(last ? Number(last) + 1 : whole.size, whole.size);
    if (Number(first) >= end) return new Response(null, { status: 416 });
    const headers = {
      "Content-Type": whole.type,
      "Content-Range": "bytes " + first + "-" + (end - 1) + "/" + whole.size,
    };
    return new Response(whole.slice(Number(first), end), { status: 206, headers });
  };

  const savedAnswer = async (request, url) => {
    const { digests } = await read();
    const path = names(pathOf(url)).find((each) => digests.has(each));
    if (path === undefined) return null;
    const response = await caches.match(places + "contents/" + digests.get(path), { cacheName: name });
    const range = request.headers.get("Range");
    return response && range ? part(response, range) : response || null;
  };

  // The page that says so, in the language of the course that was asked for, or else of any.
  const excuse = async (url) => {
    const { saved, digests } = await read();
    const path = pathOf(url);
    const near = saved.find(({ page }) => path.startsWith(page.slice(0, page.lastIndexOf("/") + 1))) || saved[0];
    if (!near || !digests.has(near.fallback) || path === near.fallback) return Response.error();
    // As it was asked for: a "#" in a name would begin the place in a page.
    const asked = url.pathname.slice(scope.pathname.length) + url.search;
    return Response.redirect(scope.href + near.fallback + "#" + encodeURIComponent(asked));
  };

  // The network comes first, so that nobody who is online sees a portal of yesterday.
  const answer = async (request, url) => {
    let failure = null;
    try {
      failure = await fetch(request);
      if (failure.status < 500) return failure;
    } catch {
      // no network
    }
    const saved = await savedAnswer(request, url);
    if (saved || failure) return saved || failure;
    return request.mode === "navigate" ? excuse(url) : Response.error();
  };

  const isOurs = (url) => url.origin === scope.origin && url.pathname.startsWith(scope.pathname);

  addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    if (event.request.method === "GET" && isOurs(url)) event.respondWith(answer(event.request, url));
  });

  const refuse = (reason) => {
    throw Object.assign(new Error(reason), { name: reason });
  };

  const digestOf = async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 16);
    return btoa(String.fromCharCode(...digest)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  };

  // The body of an answer that holds what the list says; of a long one only the length is looked at.
  const checked = async (response, size, digest) => {
    if (size > mostInMemory) {
      let count = 0;
      const counter = new TransformStream({
        transform(piece, control) {
          count += piece.length;
          control.enqueue(piece);
        },
        flush: (control) => count !== size && control.error(new DOMException("", "ChangedError")),
      });
      return response.body.pipeThrough(counter);
    }
    const bytes = await response.arrayBuffer();
    return bytes.byteLength === size && (await digestOf(bytes)) === digest ? bytes : refuse("ChangedError");
  };

  const store = async ([path, size, digest]) => {
    const url = new URL(path.split("/").map(encodeURIComponent).join("/"), scope);
    if (!isOurs(url)) refuse("ChangedError");
    const response = await fetch(url, { cache: "no-cache" });
    if (response.status >= 500) refuse("TypeError"); // to be tried again, as where there is no network
    if (!response.ok) refuse("ChangedError");
    const body = await checked(response, size, digest);
    const type = response.headers.get("Content-Type") || "application/octet-stream";
    const cache = await caches.open(name);
    await cache.put(places + "contents/" + digest, new Response(body, { headers: { "Content-Type": type } }));
  };

  // A page asks for a file to be stored, or tells that the lists are others now.
  addEventListener("message", (event) => {
    const { data, ports: [port] } = event;
    if (data === "changed") index = null;
    else if (port) event.waitUntil(store(data).then(() => port.postMessage(null), (error) => port.postMessage(error.name)));
  });
})();
