// Takes the focus to the heading of the comment that an address points at, so that the keyboard, and whoever
// listens, go on from there: one's own after a reply, the first of more replies, the next new one.

addEventListener("hashchange", land);
// Not before: as it comes to the place, the browser takes the focus from wherever it is.
if (document.readyState === "complete") land();
else addEventListener("load", land);

function land() {
  if (!/^#(comment-\d+|replies)$/.test(location.hash)) return;
  const place = document.querySelector(location.hash);
  focusOn(place?.querySelector("article") ?? place);
}

// Give a comment the focus, without moving the page.
export function focusOn(comment) {
  const heading = comment?.querySelector("h2, h3");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
