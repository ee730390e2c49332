// Courses that a learner has saved: what is kept, and how it gets there and goes again.
//
// The cache `clevio-offline:<portal's path>` holds, under `clevio-offline/`,
//   contents/<digest>   a file, put there by the worker, which alone may fetch
//   courses/<course>    the list of a course that is saved as a whole
//   pending/<course>    the list of one of which files are missing
(() => {
  "use strict";
  const root = new URL(document.documentElement.dataset.root || "./", location.href);
  const name = "clevio-offline:" + root.pathname;
  const places = root.href + "clevio-offline/";
  const atOnce = 4;

  // Tabs tell each other what changed; only one changes anything at a time.
  const channel = new BroadcastChannel(name);
  const listeners = [];
  const tell = (news) => listeners.forEach((heard) => heard(news));
  channel.onmessage = ({ data }) => tell(data);
  const announce = (news) => {
    channel.postMessage(news);
    tell(news);
  };
  const alone = (act) => navigator.locks.request(name, act);

  const arrived = new Map();
  window.clevioOffline = (course, list) => arrived.set(course, list);

  // A course's list as the portal has it now; an old copy on the way would ask for files that are gone.
  const list = async (course) => {
    await clevio.script(root.href + "courses/" + encodeURIComponent(course) + "/clevio-offline.js?" + Date.now());
    return arrived.get(course);
  };

  const existing = async () => ((await caches.has(name)) ? caches.open(name) : null);
  const json = async (response) => (response ? response.json() : null);
  const placeOf = (kind, course) => places + kind + "/" + encodeURIComponent(course);
  const contentOf = ([, , digest]) => places + "contents/" + digest;

  const ofKind = async (cache, kind) => {
    const found = (await cache.keys()).filter(({ url }) => url.startsWith(places + kind + "/"));
    return Promise.all(found.map((key) => cache.match(key).then(json)));
  };

  // What is kept of a course: {saved, pending}, each a list or null.
  const state = async (course) => {
    const cache = await existing();
    if (!cache) return { saved: null, pending: null };
    const [saved, pending] = await Promise.all(
      ["courses", "pending"].map((kind) => cache.match(placeOf(kind, course)).then(json)),
    );
    return { saved, pending };
  };
  const courses = async () => {
    const cache = await existing();
    const found = cache ? await ofKind(cache, "courses") : [];
    return found.sort((a, b) => (a.title < b.title ? -1 : 1));
  };

  const held = async (cache) => new Set((cache ? await cache.keys() : []).map(({ url }) => url));
  const sum = (files) => files.reduce((size, [, bytes]) => size + bytes, 0);
  const wanted = (whole, withMedia) => whole.files.filter(([, , , isMedia]) => withMedia || !isMedia);

  // The files of a list that are still to be loaded.
  const missing = async (files) => {
    const here = await held(await existing());
    return files.filter((file) => !here.has(contentOf(file)));
  };

  const write = (cache, kind, course, value) =>
    cache.put(placeOf(kind, course), new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json" } }));

  // Contents that no list names go; with the last list goes everything.
  const tidy = async (cache) => {
    const kept = [...(await ofKind(cache, "courses")), ...(await ofKind(cache, "pending"))];
    if (!kept.length) {
      await caches.delete(name);
      const registration = await navigator.serviceWorker.getRegistration(root.href);
      if (registration && registration.scope === root.href) await registration.unregister();
      return;
    }
    const named = new Set(kept.flatMap(({ files }) => files.map(contentOf)));
    for (const key of await cache.keys()) {
      if (key.url.startsWith(places + "contents/") && !named.has(key.url)) await cache.delete(key);
    }
  };

  const worker = async () => {
    await navigator.serviceWorker.register(root.href + "clevio-worker.js", { scope: root.href });
    return (await navigator.serviceWorker.ready).active;
  };
  const refreshWorker = async () => {
    const registration = await navigator.serviceWorker.getRegistration(root.href);
    if (registration && registration.active) registration.active.postMessage("changed");
  };

  const failure = (reason) => Object.assign(new Error(reason), { name: reason });

  // Has the worker store a file; fails by the name of what went wrong, or as soon as somebody stops it.
  const load = (active, file, signal) =>
    new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      const stop = () => reject(failure("AbortError"));
      if (signal.aborted) return stop();
      signal.addEventListener("abort", stop);
      port1.onmessage = ({ data }) => {
        signal.removeEventListener("abort", stop);
        if (data) reject(failure(data));
        else resolve();
      };
      active.postMessage(file, [port2]);
    });

  // Saves a course: what is there already is not loaded again, and the former version serves until all is there.
  const save = (course, whole, { media, signal }) =>
    alone(async () => {
      const active = await worker();
      const files = wanted(whole, media);
      const cache = await caches.open(name);
      await write(cache, "pending", course, { ...whole, files, media });
      const queue = await missing(files);
      const total = sum(files);
      let done = total - sum(queue);
      const report = () => announce({ course, done, total });
      report();
      const work = async () => {
        for (let file = queue.shift(); file; file = queue.shift()) {
          await load(active, file, signal).catch((error) => {
            queue.length = 0; // the others end with what they are at
            throw error;
          });
          done += file[1];
          report();
        }
      };
      try {
        const ends = await Promise.allSettled(Array.from({ length: atOnce }, work));
        const failed = ends.find(({ reason }) => reason);
        if (failed) throw failed.reason;
        const kept = await existing();
        if (!kept || !(await kept.match(placeOf("pending", course)))) throw failure("AbortError"); // erased meanwhile
        await write(kept, "courses", course, { ...whole, files, media });
        await kept.delete(placeOf("pending", course));
        await refreshWorker();
      } finally {
        const kept = await existing();
        if (kept) await tidy(kept);
        announce({ course });
      }
    });

  const remove = (course) =>
    alone(async () => {
      const cache = await existing();
      if (cache) {
        for (const kind of ["courses", "pending"]) await cache.delete(placeOf(kind, course));
        await tidy(cache);
        await refreshWorker();
      }
      announce({ course });
    });

  clevio.offline = { root, list, state, courses, missing, wanted, sum, save, remove, listen: (heard) => listeners.push(heard) };
})();
