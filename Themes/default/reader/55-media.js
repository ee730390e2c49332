// Sealed pictures, films and downloads: opened part by part, shown from memory, given up with the lesson.
(() => {
  "use strict";
  const { reader } = clevio;
  if (!reader.page) return;
  const { word, announce, sentence, refusal } = reader.page;

  const mostParts = 1000;
  const kept = 60_000; // how long a saved file's address stays good, in milliseconds
  const addresses = [];
  let turn = 0;

  const blob = async (session, name, parts, type, tellProgress) => {
    const count = Number(parts || 1);
    const isSound = /^[0-9a-f]{24}$/.test(name) && Number.isInteger(count) && count >= 1 && count <= mostParts;
    if (!isSound) reader.refuse("lesson-damaged");
    const pieces = [];
    for (let n = 1; n <= count; n += 1) {
      if (tellProgress) tellProgress(Math.round(((n - 1) / count) * 100));
      pieces.push(await session.file("sealed/media/" + name + "." + n + ".js", "media/" + name + "/" + n));
    }
    return new Blob(pieces, { type: type || "" });
  };

  const addressOf = (content) => {
    const address = URL.createObjectURL(content);
    addresses.push(address);
    return address;
  };

  // A picture takes its room before it is there.
  reader.reserve = (content) => {
    for (const image of content.querySelectorAll("img[data-sealed]")) {
      const [width, height] = [Number(image.getAttribute("width")), Number(image.getAttribute("height"))];
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width || 1}" height="${height || 1}"/>`;
      image.src = "data:image/svg+xml," + encodeURIComponent(svg);
    }
  };

  // What is tried again has failed no longer.
  const forget = (element) => {
    if (element.nextElementSibling?.matches(".media-failed")) element.nextElementSibling.remove();
  };

  const failed = (element, error) => {
    forget(element);
    const text = clevio.element("p", { class: "media-failed", role: "alert" }, sentence(refusal(error)));
    element.after(text);
  };

  // Of a picture's files, the first is opened whose words about dark or wide pages hold now.
  const showPicture = async (image, session, isCurrent) => {
    const picture = image.closest("picture");
    const sources = picture ? [...picture.querySelectorAll("source[data-sealed]")] : [];
    const { sealed, parts, type } = (sources.find((each) => matchMedia(each.media || "all").matches) || image).dataset;
    try {
      const content = await blob(session, sealed, parts, type);
      if (isCurrent()) image.src = addressOf(content);
    } catch (error) {
      if (isCurrent()) failed(picture || image, error);
    }
  };

  const showPoster = async (film, session, isCurrent) => {
    const { sealedPoster, posterParts, posterType } = film.dataset;
    try {
      const content = await blob(session, sealedPoster, posterParts, posterType);
      if (isCurrent()) film.poster = addressOf(content);
    } catch {
      // the film can be seen without it
    }
  };

  // A film may be large: it is opened when somebody wants to see it.
  const offerFilm = (film, session, isCurrent) => {
    const sources = film.dataset.sealed ? [film] : [...film.querySelectorAll("source[data-sealed]")];
    const source = sources.find((each) => !each.dataset.type || film.canPlayType(each.dataset.type)) || sources[0];
    const button = clevio.element("button", { class: "button sealed-play", type: "button" }, word("play"));
    const load = async () => {
      button.disabled = true;
      forget(button);
      try {
        const { sealed, parts, type } = source.dataset;
        const content = await blob(session, sealed, parts, type, (percent) => {
          button.textContent = word("wait", { percent });
        });
        if (!isCurrent()) return;
        film.src = addressOf(content);
        film.focus();
        button.remove();
        film.play().catch(() => {}); // the browser wants another click, or does not know the codec
      } catch (error) {
        if (!isCurrent()) return;
        button.disabled = false;
        button.textContent = word("play");
        failed(button, error);
      }
    };
    button.addEventListener("click", load);
    film.after(button);
  };

  const offerDownload = (link, session, isCurrent) => {
    link.setAttribute("href", location.hash || "#");
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      if (link.ariaBusy === "true") return;
      link.ariaBusy = "true";
      forget(link);
      announce(word("wait", { percent: 0 }));
      try {
        const content = await blob(session, link.dataset.sealed, link.dataset.parts, link.dataset.type);
        const address = URL.createObjectURL(content);
        clevio.element("a", { href: address, download: link.getAttribute("download") || "" }).click();
        setTimeout(() => URL.revokeObjectURL(address), kept);
      } catch (error) {
        if (isCurrent()) failed(link, error);
      }
      link.ariaBusy = "false";
      announce("");
    });
  };

  // Opens what a lesson shows, one after the other, so that memory holds one at a time.
  reader.showMedia = async (root, session) => {
    const mine = turn;
    const isCurrent = () => mine === turn;
    for (const link of root.querySelectorAll("a[data-sealed]")) offerDownload(link, session, isCurrent);
    for (const film of root.querySelectorAll("video, audio")) {
      if (film.dataset.sealed || film.querySelector("source[data-sealed]")) offerFilm(film, session, isCurrent);
    }
    for (const image of root.querySelectorAll("img[data-sealed]")) {
      if (isCurrent()) await showPicture(image, session, isCurrent);
    }
    for (const film of root.querySelectorAll("[data-sealed-poster]")) {
      if (isCurrent()) await showPoster(film, session, isCurrent);
    }
  };

  reader.leaveMedia = () => {
    turn += 1;
    for (const address of addresses.splice(0)) URL.revokeObjectURL(address);
  };
})();
