"""What moves on a page by itself, as the Layout Instability API tells it."""

# A twentieth of what the web's measure calls good: text that ends in the middle of a word may wrap anew.
ALLOWED = 0.005

# Each as `[value, what moved and how]`.
OBSERVE_SHIFTS = """
window.clevioShifts = [];
// A player's own controls shift inside it, in a tree that no page can reach.
const inPlayer = source => !source.node &&
  [...document.querySelectorAll("video, audio")].some(player => {
    const box = player.getBoundingClientRect(), part = source.currentRect;
    return part.left >= box.left - 1 && part.right <= box.right + 1 &&
      part.top >= box.top - 1 && part.bottom <= box.bottom + 1;
  });
// Columns move when a later row of a table is wider; nothing that is read row by row can help that.
const inTable = ({node}) => node && (node.closest ? node : node.parentElement).closest("table");
const moved = ({node, previousRect: from, currentRect: to}) =>
  `${node ? node.nodeName.toLowerCase() + (node.className && "." + node.className) : "gone"} ` +
  ["x", "y", "width", "height"].filter(side => from[side] !== to[side])
    .map(side => `${side} ${from[side]}→${to[side]}`).join(" ");
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    if (!entry.hadRecentInput && !(entry.sources.length && entry.sources.every(source => inPlayer(source) || inTable(source))))
      window.clevioShifts.push([entry.value,
      entry.sources.map(moved).join(", ")]);
}).observe({type: "layout-shift", buffered: true});
"""
