// An open course: its key, and what was opened with it.
(() => {
  "use strict";
  const { reader } = clevio;
  if (!reader.page) return;
  const { data, lessons } = reader.page;
  const kept = 5; // lessons that stay opened

  // What opens the course's files with a key; without one, what reads them as they lie there.
  reader.session = (key) => {
    const opened = new Map();
    const file = async (address, path) => {
      const place = { course: data.course, path, epoch: data.epoch };
      return key ? reader.open(await reader.loadSealed(address, place), key, place) : reader.loadPlain(address, place);
    };
    const lesson = async (id) => {
      if (!opened.has(id)) {
        opened.set(id, file(lessons.get(id).file, id).then(reader.text));
        for (const old of [...opened.keys()].slice(0, -kept)) opened.delete(old);
      }
      try {
        return await opened.get(id);
      } catch (error) {
        opened.delete(id); // to be tried again
        throw error;
      }
    };
    return { file, lesson };
  };
})();
