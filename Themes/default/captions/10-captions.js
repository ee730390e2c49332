// Captions where browsers load no <track>: the page carries their text.
(() => {
  "use strict";
  const seconds = (time) => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

  const cuesOf = (text) =>
    text.split(/\r?\n\r?\n/).flatMap((block) => {
      const found = /^([\d:.]+)[ \t]+-->[ \t]+([\d:.]+).*\r?\n([^]+)/m.exec(block);
      return found ? [new VTTCue(seconds(found[1]), seconds(found[2]), found[3].trim())] : [];
    });

  clevio.addCaptions = (source) => {
    const video = source.parentElement.querySelector("video");
    for (const track of video.querySelectorAll("track")) track.remove();
    const { label, lang } = source.dataset;
    const track = video.addTextTrack("captions", label, lang);
    for (const cue of cuesOf(source.content.textContent)) track.addCue(cue);
    track.mode = "hidden";
  };
})();
